import { toLab } from '#image/lab.ts';
import { fitWithin } from '#image/resample.ts';
import { AXIS_SPECS } from '#policy/embedded/axes/axes.ts';
import { measure } from '#policy/embedded/measure.ts';
import { SCENE_EDGE } from '#policy/embedded/scene.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { diffSettings } from '#settings/diff.ts';
import type { Settings } from '#settings/settings.ts';
import { landscape, observationOf } from './picture.ts';
import { goal, policy, readingOf, requestOf } from './request.ts';

const photo = observationOf(landscape({ light: 0.7 }));
const lock = { what: 'contrast', kind: 'axis', mode: 'unchanged', words: 'keep the contrast' } as const;

const READINGS = {
  'a goal': readingOf({ goals: [goal('brightness', 1)] }),
  'goals with a lock': readingOf({ goals: [goal('saturation', -1), goal('warmth', 1, 0.5)], locks: [lock] }),
  'a look': readingOf({ styles: ['autumn'] }),
  'a look with a goal and a region': readingOf({
    styles: ['moody'],
    goals: [goal('brightness', -1, 1, 'sky')],
  }),
  'an automatic edit': readingOf({ styles: ['auto'] }),
};

describe.each(Object.entries(READINGS))('the trace of %s', (_, reading) => {
  test('accounts for every changed setting exactly once', async () => {
    for (const { settings, reasoning } of await policy.doPropose(requestOf(photo, reading))) {
      const accounted = reasoning
        .filter(({ step }) => step === 'done')
        .flatMap(({ parameters }) => parameters ?? []);
      const changed = diffSettings({}, settings).map(({ name }) => name);
      expect([...accounted].sort()).toEqual([...changed].sort());
    }
  });

  test('names what was asked with its words, and what was seen', async () => {
    const [first] = await policy.doPropose(requestOf(photo, reading));
    expect(first!.reasoning.some(({ step, evidence }) => step === 'asked' && /“.+”/.test(evidence))).toBe(
      true,
    );
    expect(first!.reasoning.some(({ step, text }) => step === 'seen' && /\d/.test(text))).toBe(true);
  });

  test('quotes numbers that a new measurement gives again', async () => {
    const [first] = await policy.doPropose(requestOf(photo, reading));
    const quoted = first!.reasoning.flatMap(({ text }) => [
      ...text.matchAll(/(middle tones|yellow–blue balance|colour strength) \S+ (−?[\d.]+) → (−?[\d.]+)/g),
    ]);
    for (const [, name, from, to] of quoted) {
      const axis = Object.values(AXIS_SPECS).find((spec) => spec.kind === 'solved' && spec.measure === name);
      if (axis?.kind !== 'solved') throw new Error(`no axis measures ${name}`);
      expect(axis.read(small({}))).toBeCloseTo(number(from!), 1);
      expect(axis.read(small(first!.settings))).toBeCloseTo(number(to!), 1);
    }
    const median = first!.reasoning.map(({ text }) => /Median L\* ([\d.]+)/.exec(text)?.[1]).find(Boolean);
    if (median) expect(photo.statistics.lightness.p50).toBeCloseTo(Number(median), 1);
  });
});

test('what a lock kept is stated with its numbers', async () => {
  const [first] = await policy.doPropose(requestOf(photo, READINGS['goals with a lock']));
  expect(
    first!.reasoning.some(
      ({ step, text }) => step === 'left' && /contrast; spread of lightness L\* [\d.]+ → [\d.]+/.test(text),
    ),
  ).toBe(true);
});

test('wishes that no slider grants are passed on', async () => {
  const reading = {
    ...readingOf({ goals: [goal('warmth', 1)] }),
    unsupported: [{ words: 'remove the car', why: 'Needs pixels that are not there' }],
  };
  const [first] = await policy.doPropose(requestOf(photo, reading));
  expect(first!.reasoning).toContainEqual({
    step: 'left',
    text: 'Needs pixels that are not there',
    evidence: '“remove the car”',
  });
});

function small(settings: Settings) {
  const raster = embeddedRenderer.render(
    embeddedRenderer.open(fitWithin(photo.preview, SCENE_EDGE)),
    settings,
  );
  return measure(toLab(raster), raster);
}

function number(text: string): number {
  return Number(text.replace('−', '-'));
}
