import { runNow } from '#image/steps.ts';
import type { Case } from '#reward/criteria/case.ts';
import type { Judge } from '#reward/criteria/judge.ts';
import { reweigh, writeCriteria } from '#reward/criteria.ts';
import { createFrame } from '#reward/measure/frame.ts';
import { createViews } from '#reward/measure/views.ts';
import type { Goal, Reading } from '#wire/goal.ts';
import { curve, EDITS } from './edits.ts';
import { goal, lock, makeScene, observe, reading, style } from './scene.ts';

const scene = makeScene();

function criteriaOf(known: Case): readonly Judge[] {
  return runNow(writeCriteria(known));
}

function write(asked: Reading, picture = scene) {
  const observation = observe(picture);
  const before = runNow(createFrame(picture));
  return criteriaOf({
    observation,
    reading: asked,
    base: {},
    before,
    views: createViews(observation, before, asked),
  });
}

function names(asked: Reading, picture = scene): string[] {
  return write(asked, picture).map(({ name }) => name);
}

const NAMED: readonly (readonly [Goal, string])[] = [
  [goal('warmth', 1), 'warmer overall'],
  [goal('warmth', -1, { region: 'shadows' }), 'shadows cooler'],
  [goal('brightness', -1, { region: 'sky' }), 'sky darker'],
  [goal('saturation', -1, { region: 'green' }), 'less saturated in the greens'],
  [goal('contrast', 1), 'more contrast'],
];

describe('writeCriteria()', () => {
  test.each(NAMED)('names a goal in a short phrase (%#)', (asked, name) => {
    expect(names(reading({ goals: [asked] }))[0]).toBe(name);
  });

  test('weighs words more than what a look implies, and what nobody asked for least', () => {
    const judges = write(
      reading({ goals: [goal('warmth', 1), goal('contrast', 1, { words: '' })], styles: [style('autumn')] }),
    );
    const weight = (name: string): number => judges.find((judge) => judge.name === name)!.weight;
    expect(weight('warmer overall')).toBeGreaterThan(weight('more contrast'));
    expect(weight('more contrast')).toBeGreaterThan(weight('detail kept in lights and darks'));
    expect(judges.reduce((sum, judge) => sum + judge.weight, 0)).toBeCloseTo(1, 9);
  });

  test('quotes the words it comes from, and their strength', () => {
    const [judge] = write(reading({ goals: [goal('warmth', 1, { words: 'a bit warmer', amount: 0.5 })] }));
    expect(judge!.why).toBe('asked: “a bit warmer”, a little');
  });

  test('writes one criterion for a goal said twice, and keeps names apart', () => {
    const twice = reading({
      goals: [goal('warmth', 1, { words: 'warm' }), goal('warmth', 1, { words: 'warmer', amount: 2 })],
    });
    expect(names(twice).filter((name) => name.startsWith('warmer'))).toEqual(['warmer overall']);
    const all = names(
      reading({ goals: [goal('warmth', 1)], locks: [lock('contrast', 'axis'), lock('contrast', 'axis')] }),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('contrast kept (2)');
  });

  test('watches skin only where there is skin, and not where it is what was asked', () => {
    const warmer = reading({ goals: [goal('warmth', 1)] });
    expect(names(warmer)).toContain('skin kept natural');
    expect(names(reading({ goals: [goal('warmth', 1, { region: 'skin' })] }))).not.toContain(
      'skin kept natural',
    );
    const small = { ...scene, width: scene.width / 2, data: scene.data.subarray(0, scene.data.length / 2) };
    expect(names(warmer, small)).not.toContain('skin kept natural');
  });

  test('looks again for skin that was not found, when somebody speaks of it', () => {
    const unseen = { ...observe(scene), regions: [] };
    const before = runNow(createFrame(scene));
    const written = (asked: Reading) =>
      criteriaOf({
        observation: unseen,
        reading: asked,
        base: {},
        before,
        views: createViews(unseen, before, asked),
      });
    const kept = written(reading({ goals: [goal('warmth', 1)], locks: [lock('skin', 'region', 'natural')] }));
    expect(kept.find(({ name }) => name === 'skin kept natural')!.why).toContain('looks like skin');
    expect(written(reading({ goals: [goal('warmth', 1)] })).map(({ name }) => name)).not.toContain(
      'skin kept natural',
    );
  });

  test('watches clipping less where little is left to lose', () => {
    const weight = (picture: typeof scene): number =>
      write(reading({ goals: [goal('warmth', 1)] }), picture).find(({ name }) =>
        name.startsWith('detail kept'),
      )!.weight;
    expect(weight(curve(scene, (v) => v * 1.5))).toBeLessThan(weight(scene));
  });

  test('does not ask grey for more colour', () => {
    const grey = EDITS.saturation(scene, -60);
    expect(names(reading({ goals: [goal('saturation', 1)] }), grey)).toEqual(['picture left as it was']);
  });

  test('says when a part was not found and what was measured instead', () => {
    const [judge] = write(reading({ goals: [goal('brightness', 1, { region: 'face' })] }));
    expect(judge!.why).toContain('no face was found');
  });

  test('drops a mark of a look that the words contradict', () => {
    const night = reading({ styles: [style('night')] });
    const warmNight = reading({ styles: [style('night')], goals: [goal('warmth', 1)] });
    expect(names(night)).toContain('night: cold light');
    expect(names(warmNight)).not.toContain('night: cold light');
  });
});

describe('reweigh()', () => {
  const judges = write(reading({ goals: [goal('warmth', 1), goal('contrast', 1)] }));

  test('takes own weights by name and brings the sum back to 1', () => {
    const own = reweigh(judges, { 'more contrast': 0 });
    expect(own.find(({ name }) => name === 'more contrast')!.weight).toBe(0);
    expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  test('ignores weights that leave nothing', () => {
    expect(reweigh(judges, Object.fromEntries(judges.map(({ name }) => [name, 0])))).toEqual(judges);
  });
});
