import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { settingsSchema } from '#settings/schema.ts';
import type { Settings } from '#settings/settings.ts';
import { fixture } from '../dialects/fixture.ts';
import { scriptedChat } from './scripted-chat.ts';
import { photo, policyOver, wish } from './setup.ts';

const direct = { mode: 'direct' } as const;

function reply(...settings: object[]): string {
  return JSON.stringify({
    reasoning: 'r',
    candidates: settings.map((one, i) => ({ title: `c${i}`, settings: one })),
  });
}

test('the model’s own numbers, rounded, masks where the photo has the region', async () => {
  const [golden, dusk] = await policyOver(scriptedChat([fixture('json-direct.json')]), direct).doPropose(
    wish('late light'),
  );
  expect(golden!.settings).toEqual({
    IncrementalTemperature: 28,
    Exposure2012: -0.25,
    Highlights2012: -30,
    SaturationAdjustmentGreen: -25,
  });
  const [sky] = dusk!.settings.MaskGroupBasedCorrections!;
  expect(sky).toMatchObject({ name: 'Sky', values: { LocalExposure2012: -0.2, LocalDehaze: 0.2 } });
  expect(sky!.masks[0]!.kind).toBe('linear');
  expect(settingsSchema.safeParse(dusk!.settings).success).toBe(true);
});

test('every changed setting stands in the step that did it, and what was clamped is told', async () => {
  const chat = scriptedChat([reply({ Exposure2012: 40, Contrast2012: 10, Sparkle: 1 })]);
  const [first] = await policyOver(chat, direct).doPropose(wish('pop', { candidates: 1 }));
  expect(first!.reasoning.find(({ step }) => step === 'done')!.parameters).toEqual([
    'Exposure2012',
    'Contrast2012',
  ]);
  expect(first!.reasoning.find(({ step }) => step === 'left')!.text).toBe(
    'Not taken as the model wrote it: Sparkle 1 left out (no such setting); Exposure2012 40 → +5.00 EV (outside -5…5)',
  );
});

test('numbers replace those of the base, the rest of the base stays, locks hold', async () => {
  const base = { Contrast2012: 20, Vibrance: 10, Highlights2012: -30 };
  const chat = scriptedChat([reply({ Contrast2012: -15, Vibrance: 60, Exposure2012: 0.4 })]);
  const [first] = await policyOver(chat, direct).doPropose(
    wish('softer', { base, locks: ['Vibrance'], candidates: 1 }),
  );
  expect(first!.settings).toEqual({
    Exposure2012: 0.4,
    Contrast2012: -15,
    Highlights2012: -30,
    Vibrance: 10,
  });
  expect(first!.reasoning).toContainEqual({
    step: 'left',
    text: 'The model moved these, and they were put back: Vibrance',
    evidence: 'locked parameters',
  });
  expect(chat.requests[0]!.messages[1]!.text).toContain('Contrast +20');
});

test('an axis that the wish keeps is kept by its own slider', async () => {
  const chat = scriptedChat([reply({ Contrast2012: 50, Exposure2012: 0.4 })]);
  const [first] = await policyOver(chat, direct).doPropose(
    wish("brighter, don't touch the contrast", { candidates: 1 }),
  );
  expect(first!.settings).toEqual({ Exposure2012: 0.4 });
});

test('a candidate that moves a region that must stay is sent back', async () => {
  const base = wish('warmer, keep the sky', { candidates: 1 });
  const lock = { what: 'sky', kind: 'region', mode: 'unchanged', words: 'keep the sky' } as const;
  const request = { ...base, reading: { ...base.reading, locks: [lock] } };
  const chat = scriptedChat([reply({ Exposure2012: 1.5 }), reply({ SaturationAdjustmentGreen: 60 })]);
  const [first] = await policyOver(chat, direct).doPropose(request);
  expect(first!.settings).toEqual({ SaturationAdjustmentGreen: 60 });
  expect(chat.requests[1]!.messages.at(-1)!.text).toContain(
    '"C0" changes the sky, which must stay as it is.',
  );
});

test('candidates that look the same are one, and what changes nothing is none', async () => {
  const chat = scriptedChat([
    reply({ Exposure2012: 0.5 }, { Exposure2012: 0.51 }, { GrainSize: 40 }, { Exposure2012: -0.5 }),
  ]);
  const proposals = await policyOver(chat, direct).doPropose(wish('surprise me', { candidates: 4 }));
  expect(proposals.map(({ settings }) => settings['Exposure2012'])).toEqual([0.5, -0.5]);
});

test('nothing visible twice: the solver takes over', async () => {
  const chat = scriptedChat([reply({ GrainSize: 40 })]);
  const [first] = await policyOver(chat, direct).doPropose(wish('warmer', { candidates: 1 }));
  expect(chat.requests).toHaveLength(2);
  expect(first!.reasoning[0]!.text).toMatch(/^Made without the model: .*changes nothing that can be seen/);
});

test('the picture that is sent is the photo under the base', async () => {
  const sent = async (base: Settings) => {
    const chat = scriptedChat([reply({ Exposure2012: 1 })]);
    await policyOver(chat, direct).doPropose(wish('brighter', { base, candidates: 1 }));
    return chat.requests[0]!.messages[1]!.images![0]!;
  };
  expect(await sent({})).toEqual(await sent({}));
  expect(await sent({ Exposure2012: -2 })).not.toEqual(await sent({}));
});

test('titles of the model become different where they are not', async () => {
  const text = JSON.stringify({
    candidates: [0.8, -0.8].map((Exposure2012) => ({ title: 'nice', settings: { Exposure2012 } })),
  });
  const proposals = await policyOver(scriptedChat([text]), direct).doPropose(wish('surprise me'));
  expect(proposals.map(({ title }) => title)).toEqual(['Nice', 'Nice · version 2']);
  const [one, other] = proposals.map(({ settings }) =>
    toLab(embeddedRenderer.render(embeddedRenderer.open(photo.preview), settings)),
  );
  expect(meanDeltaE2000(one!, other!)).toBeGreaterThan(5);
});
