import { deltaE2000 } from '#color/delta-e-2000.ts';
import { SRGB } from '#color/spaces.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Measures } from '#policy/embedded/measure.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { diffSettings } from '#settings/diff.ts';
import { roundSettings } from '#settings/normalize.ts';
import type { Axis } from '#wire/goal.ts';
import { balanced, landscape, observationOf } from './picture.ts';
import { develop, goal, policy, readingOf, requestOf } from './request.ts';

const photo = observationOf(landscape());
const before = develop(photo, {});

const MEASURED: readonly (readonly [Axis, keyof Measures])[] = [
  ['brightness', 'middle'],
  ['contrast', 'spread'],
  ['warmth', 'b'],
  ['tint', 'a'],
  ['saturation', 'chroma'],
  ['vibrance', 'muted'],
  ['highlights', 'high'],
  ['shadows', 'low'],
  ['whites', 'white'],
];

describe('a goal on one axis', () => {
  for (const [axis, name] of MEASURED) {
    for (const direction of [1, -1] as const) {
      test(`${axis} ${direction > 0 ? '+' : '−'} moves its measure that way in every candidate`, async () => {
        const proposals = await policy.doPropose(
          requestOf(photo, readingOf({ goals: [goal(axis, direction)] })),
        );
        expect(proposals.length).toBeGreaterThan(0);
        for (const { settings } of proposals) {
          expect(direction * (develop(photo, settings)[name] - before[name])).toBeGreaterThan(0.3);
        }
      });
    }
  }
});

test('a larger amount moves further', async () => {
  const shift = async (amount: number) => {
    const [first] = await policy.doPropose(
      requestOf(photo, readingOf({ goals: [goal('warmth', 1, amount)] })),
    );
    return develop(photo, first!.settings).b - before.b;
  };
  const [little, much] = [await shift(0.5), await shift(2)];
  expect(little).toBeGreaterThan(1);
  expect(much).toBeGreaterThan(2 * little);
});

test('stated stops are set exactly', async () => {
  const reading = readingOf({ goals: [goal('brightness', 1, 1, null, '+0.5 EV')] });
  const [first] = await policy.doPropose(requestOf(photo, reading));
  expect(first!.settings).toEqual({ Exposure2012: 0.5 });
});

test('a complaint is sized by how far off the photo is', async () => {
  const shift = async (light: number) => {
    const observation = observationOf(landscape({ light }));
    const reading = readingOf({ goals: [goal('brightness', 1, 1, null, 'too dark')] });
    const [first] = await policy.doPropose(requestOf(observation, reading));
    return develop(observation, first!.settings).middle - develop(observation, {}).middle;
  };
  expect(await shift(0.55)).toBeGreaterThan((await shift(1)) + 2);
});

test('words about colour in a black and white picture are left to its conversion', async () => {
  const reading = readingOf({ styles: ['monochrome'], goals: [goal('saturation', 1)] });
  for (const { settings } of await policy.doPropose(requestOf(photo, reading))) {
    expect(settings['ConvertToGrayscale']).toBe(true);
    expect(settings['Saturation']).toBeUndefined();
  }
});

describe('pictures with nothing to hold on to', () => {
  const flat = (value: number, width: number, height: number) =>
    observationOf({ width, height, data: new Uint8Array(width * height * 3).fill(value), space: SRGB });
  const PICTURES = { 'one pixel': flat(128, 1, 1), black: flat(0, 40, 24), white: flat(255, 40, 24) };

  for (const [name, observation] of Object.entries(PICTURES)) {
    test(`${name}: every number stays finite`, async () => {
      const reading = readingOf({ styles: ['moody'], goals: [goal('brightness', 1), goal('warmth', -1, 2)] });
      for (const { settings } of await policy.doPropose(requestOf(observation, reading))) {
        expect(JSON.stringify(settings)).not.toMatch(/null|NaN/);
      }
    });
  }
});

describe('locks', () => {
  const contrast = {
    what: 'contrast',
    kind: 'axis',
    mode: 'unchanged',
    words: "don't touch contrast",
  } as const;

  test('an axis that is locked keeps its measure within 2 %', async () => {
    const reading = readingOf({ goals: [goal('saturation', -1)], locks: [contrast] });
    for (const { settings } of await policy.doPropose(requestOf(photo, reading))) {
      const after = develop(photo, settings);
      expect(after.chroma).toBeLessThan(0.9 * before.chroma);
      expect(Math.abs(after.spread / before.spread - 1)).toBeLessThan(0.02);
      expect(settings['Contrast2012']).toBeUndefined();
    }
  });

  test('a locked parameter keeps the value it has in the base, also under a look', async () => {
    const base = { Contrast2012: 7 };
    const locks = ['Contrast2012', 'IncrementalTemperature', 'Exposure2012'];
    const proposals = await policy.doPropose(
      requestOf(photo, readingOf({ styles: ['moody'] }), { base, locks }),
    );
    expect(proposals.length).toBeGreaterThan(0);
    for (const { settings } of proposals) {
      expect(settings['Contrast2012']).toBe(7);
      expect(settings['IncrementalTemperature']).toBeUndefined();
      expect(settings['Exposure2012']).toBeUndefined();
    }
  });

  test('a locked sky stays as it was while the rest warms', async () => {
    const sky = { what: 'sky', kind: 'region', mode: 'unchanged', words: 'keep the sky' } as const;
    const mask = photo.regions.find(({ name }) => name === 'sky')!.mask.data;
    const [free] = await policy.doPropose(requestOf(photo, readingOf({ goals: [goal('warmth', 1)] })));
    const [kept] = await policy.doPropose(
      requestOf(photo, readingOf({ goals: [goal('warmth', 1)], locks: [sky] })),
    );
    expect(changeWithin(mask, kept!.settings)).toBeLessThan(0.6 * changeWithin(mask, free!.settings));
  });
});

test('the sky darkens inside its own mask and the ground stays', async () => {
  const reading = readingOf({ goals: [goal('brightness', -1, 1, 'sky')] });
  const [first] = await policy.doPropose(requestOf(photo, reading));
  expect(first!.settings.MaskGroupBasedCorrections).toHaveLength(1);
  const sky = photo.regions.find(({ name }) => name === 'sky')!.mask.data;
  expect(changeWithin(sky, first!.settings)).toBeGreaterThan(3);
  expect(
    changeWithin(
      sky.map((value) => 1 - value),
      first!.settings,
    ),
  ).toBeLessThan(1);
});

test('a region that is not there is reported, not invented', async () => {
  const reading = readingOf({ goals: [goal('brightness', 1, 1, 'face'), goal('warmth', 1)] });
  const [first] = await policy.doPropose(requestOf(observationOf(balanced()), reading));
  expect(first!.settings.MaskGroupBasedCorrections).toBeUndefined();
  expect(first!.reasoning.some(({ step, text }) => step === 'left' && text.includes('face'))).toBe(true);
});

test('the same request and seed give the same proposals', async () => {
  const request = requestOf(photo, readingOf({ styles: ['autumn'], goals: [goal('brightness', 1, 0.5)] }));
  expect(await policy.doPropose(request)).toEqual(await policy.doPropose(request));
});

test('candidates look different from each other', async () => {
  for (const reading of [readingOf({ goals: [goal('brightness', 1)] }), readingOf({ styles: ['moody'] })]) {
    const proposals = await policy.doPropose(requestOf(photo, reading));
    expect(proposals.length).toBeGreaterThan(1);
    const pictures = proposals.map(({ settings }) =>
      toLab(embeddedRenderer.render(embeddedRenderer.open(photo.preview), settings)),
    );
    pictures.forEach((one, i) => {
      for (const other of pictures.slice(i + 1)) expect(meanDeltaE2000(one, other)).toBeGreaterThan(1);
    });
    expect(new Set(proposals.map(({ title }) => title)).size).toBe(proposals.length);
  }
});

test('settings are rounded to their steps and neutral ones left out', async () => {
  const proposals = await policy.doPropose(requestOf(photo, readingOf({ styles: ['teal and orange'] })));
  for (const { settings } of proposals)
    expect(roundSettings(settings, { dropNeutral: true })).toEqual(settings);
});

test('a refinement starts from its base and moves from there', async () => {
  const [first] = await policy.doPropose(requestOf(photo, readingOf({ styles: ['vintage'] })));
  const base = first!.settings;
  const [second] = await policy.doPropose(
    requestOf(photo, readingOf({ goals: [goal('brightness', 1)] }), { base }),
  );
  const changed = diffSettings(base, second!.settings).map(({ name }) => name);
  expect(changed.length).toBeLessThan(4);
  expect(develop(photo, second!.settings).middle - develop(photo, base).middle).toBeGreaterThan(4);
});

describe('an automatic edit', () => {
  test('brightens what is too dark', async () => {
    const dark = observationOf(landscape({ light: 0.45 }));
    const [first] = await policy.doPropose(requestOf(dark, readingOf({ styles: ['auto'] })));
    expect(develop(dark, first!.settings).middle - develop(dark, {}).middle).toBeGreaterThan(2);
  });

  test('has six versions that differ when six are wanted', async () => {
    const dark = observationOf(landscape({ light: 0.6, warmth: -14 }));
    const reading = readingOf({ styles: ['auto'] });
    const proposals = await policy.doPropose(requestOf(dark, reading, { candidates: 6 }));
    expect(proposals).toHaveLength(6);
    expect(new Set(proposals.map(({ title }) => title)).size).toBe(6);
    const pictures = proposals.map(({ settings }) =>
      toLab(embeddedRenderer.render(embeddedRenderer.open(dark.preview), settings)),
    );
    pictures.forEach((one, i) => {
      for (const other of pictures.slice(i + 1)) expect(meanDeltaE2000(one, other)).toBeGreaterThan(0.4);
    });
  });

  test('proposes nothing where nothing is wrong', async () => {
    expect(
      await policy.doPropose(requestOf(observationOf(balanced()), readingOf({ styles: ['auto'] }))),
    ).toEqual([]);
  });
});

test('a reading that asks for nothing gives no proposals', async () => {
  expect(await policy.doPropose(requestOf(photo, readingOf({})))).toEqual([]);
});

test('a request that was cancelled stops', async () => {
  const signal = {
    aborted: true,
    throwIfAborted: () => {
      throw new Error('stopped');
    },
  };
  await expect(
    policy.doPropose(requestOf(photo, readingOf({ styles: ['moody'] }), { signal })),
  ).rejects.toThrow('stopped');
});

/** Mean ΔE00 to the untouched preview, weighted by a mask. */
function changeWithin(mask: Float32Array, settings: Parameters<typeof develop>[1]): number {
  const lab = toLab(embeddedRenderer.render(embeddedRenderer.open(photo.preview), settings)).data;
  const start = photo.lab.data;
  let sum = 0;
  let total = 0;
  mask.forEach((weight, i) => {
    const p = 3 * i;
    sum += weight * deltaE2000(lab[p]!, lab[p + 1]!, lab[p + 2]!, start[p]!, start[p + 1]!, start[p + 2]!);
    total += weight;
  });
  return sum / total;
}
