import { fixture } from '../dialects/fixture.ts';
import { scriptedChat } from './scripted-chat.ts';
import { photo, policyOver, wish } from './setup.ts';

const retouchiq = { dialect: 'retouchiq' } as const;

test('a checkpoint with one edit per reply is sampled for as many alternatives as wanted', async () => {
  const chat = scriptedChat((_, turn) => `lift {exposure=${(0.4 + 0.5 * turn).toFixed(1)}}`);
  const proposals = await policyOver(chat, retouchiq).doPropose(wish('brighter', { candidates: 3 }));
  expect(proposals.map(({ settings }) => settings)).toEqual([
    { Exposure2012: 0.4 },
    { Exposure2012: 0.9 },
    { Exposure2012: 1.4 },
  ]);
  expect(chat.requests.map(({ seed }) => seed)).toEqual([7, 8, 9]);
  expect(chat.requests.every(({ schema, temperature }) => schema === undefined && temperature! > 0.5)).toBe(
    true,
  );
});

test('samples that look the same are asked for again, but not without end', async () => {
  const chat = scriptedChat(['same {exposure=+0.5}']);
  const proposals = await policyOver(chat, retouchiq).doPropose(wish('brighter', { candidates: 3 }));
  expect(proposals).toHaveLength(1);
  expect(chat.requests.length).toBeLessThanOrEqual(6);
});

test('one bad sample costs only itself', async () => {
  const chat = scriptedChat((_, turn) =>
    turn === 1 ? new Error('reset') : `x {exposure=${0.5 + turn / 2}}`,
  );
  const proposals = await policyOver(chat, retouchiq).doPropose(wish('brighter', { candidates: 2 }));
  expect(proposals.map(({ settings }) => settings['Exposure2012'])).toEqual([0.5, 1.5]);
});

test('samples are spread over several addresses', async () => {
  const [one, other] = [
    scriptedChat(['a {exposure=0.5}'], 'a:m'),
    scriptedChat(['b {exposure=-0.5}'], 'b:m'),
  ];
  const policy = policyOver(one, { ...retouchiq, chats: [one, other] });
  expect(await policy.doPropose(wish('surprise me'))).toHaveLength(2);
  expect([one.requests.length, other.requests.length]).toEqual([1, 1]);
  expect(policy.id).toBe('a:m+b:m/retouchiq-1');
});

test('numbers of a checkpoint go on top of what was done before, for it only knows untouched photos', async () => {
  const chat = scriptedChat(['{exposure=+0.5; contrast=-30; saturation=70}']);
  const base = {
    Exposure2012: 0.25,
    Saturation: 50,
    ToneCurvePV2012: [
      [0, 10],
      [255, 255],
    ] as const,
  };
  const [first] = await policyOver(chat, retouchiq).doPropose(wish('brighter', { base, candidates: 1 }));
  expect(first!.settings).toEqual({ ...base, Exposure2012: 0.75, Contrast2012: -30, Saturation: 100 });
});

test('a JarvisArt reply with masks becomes a proposal with its thinking', async () => {
  const reply = fixture('jarvisart-masks.txt');
  const own = 'You are JarvisArt as trained.';
  const chat = scriptedChat([reply]);
  const policy = policyOver(chat, { dialect: 'jarvisart', systemPrompt: own });
  const [first] = await policy.doPropose(
    wish('dreamy sunset <box>[0.2, 0.4, 0.6, 0.8]</box>', { candidates: 1 }),
  );
  expect(first!.settings.MaskGroupBasedCorrections!.map(({ name }) => name)).toEqual([
    'Sky',
    'Face',
    'Horse',
    'Glow',
  ]);
  expect(first!.reasoning[1]).toMatchObject({
    step: 'seen',
    text: expect.stringMatching(/^The photo shows a rider/),
  });
  expect(chat.requests[0]!.messages.map(({ text }) => text)).toEqual([
    own,
    'dreamy sunset <box>[0.2, 0.4, 0.6, 0.8]</box>',
  ]);
});

test('thinking that the server gives apart from the answer is the reasoning', async () => {
  const chat = scriptedChat([
    { text: '<answer>{"Exposure2012": 0.5}</answer>', reasoning: 'Dim, so I lift it.' },
  ]);
  const [first] = await policyOver(chat, { dialect: 'jarvisart' }).doPropose(
    wish('brighter', { candidates: 1 }),
  );
  expect(first!.reasoning[1]!.text).toBe('Dim, so I lift it.');
});

test('kelvin is relative to the white of the file: 6500 of a rendered one, daylight of a raw one', async () => {
  const shift = async (source: 'rendered' | 'raw-preview') => {
    const observation = { ...photo, photo: { ...photo.photo, source } };
    const chat = scriptedChat(['<answer>{"Temperature": 5000, "Exposure2012": 0.5}</answer>']);
    const request = wish('cooler', { candidates: 1, observation });
    const [first] = await policyOver(chat, { dialect: 'jarvisart' }).doPropose(request);
    return first!.settings['IncrementalTemperature'];
  };
  expect([await shift('rendered'), await shift('raw-preview')]).toEqual([-46, -18]);
});
