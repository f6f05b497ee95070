import { landscape, observationOf } from './picture.ts';
import { goal, policy, readingOf, requestOf } from './request.ts';

const photo = observationOf(landscape());

const READINGS = {
  warmer: readingOf({ goals: [goal('warmth', 1)] }),
  darker: readingOf({ goals: [goal('brightness', -1)] }),
  'less colour': readingOf({ goals: [goal('saturation', -1)] }),
  'brighter and warmer': readingOf({ goals: [goal('brightness', 1), goal('warmth', 1)] }),
  'a darker sky': readingOf({ goals: [goal('brightness', -1, 1, 'sky')] }),
  autumn: readingOf({ styles: ['autumn'] }),
  'two looks': readingOf({ styles: ['cinematic', 'teal and orange'] }),
  'what the frame needs': readingOf({ styles: ['auto'] }),
};

describe.each(Object.entries(READINGS))('titles for %s', (_, reading) => {
  test('are short, begin with a capital and are all different', async () => {
    const titles = (await policy.doPropose(requestOf(photo, reading))).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^[A-Z].{2,59}$/u);
  });

  test('compare with their siblings and with nothing else', async () => {
    for (const { title } of await policy.doPropose(requestOf(photo, reading))) {
      const [, comparison] = title.split(' · ');
      if (comparison !== undefined) expect(comparison).toMatch(/ (of the (three|four)|than the other)$/);
    }
  });
});

test('no title says the opposite of what was asked', async () => {
  const against = { warmth: /cool/i, brightness: /bright/i, saturation: /more colour|most colour/i };
  for (const [axis, direction] of [
    ['warmth', 1],
    ['brightness', -1],
    ['saturation', -1],
  ] as const) {
    const proposals = await policy.doPropose(requestOf(photo, readingOf({ goals: [goal(axis, direction)] })));
    for (const { title } of proposals)
      expect(title.replace('over cool shadows', '')).not.toMatch(against[axis]);
  }
});
