import { destinationOf, reachOf, reachOfHost } from '#openai/address.ts';
import { createChatModel } from '#openai/chat-model.ts';
import { checkPermission, needsAgreement, whatGoesWhere } from '#openai/permission.ts';
import { presetAt } from '#openai/presets.ts';
import { startModelServer } from '../support/model-server/start.ts';
import { PLAIN, profileFor } from './support.ts';

test.each([
  ...[
    'localhost',
    'LocalHost.',
    'models.localhost',
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '[::1]',
    '::',
    '::ffff:7f00:1',
  ].map((host) => [host, 'here'] as const),
  ...[
    '10.0.0.5',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.9',
    '169.254.1.1',
    '100.64.0.1',
    'gpu',
    'gpu.local',
  ].map((host) => [host, 'network'] as const),
  ...['box.lan', 'x.internal', 'x.home.arpa', 'fd00::1', 'fe80::1', '::ffff:c0a8:109'].map(
    (host) => [host, 'network'] as const,
  ),
  ...[
    'api.openai.com',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '11.0.0.1',
    '2001:db8::1',
    '::ffff:808:808',
  ].map((host) => [host, 'internet'] as const),
  ...[
    'localhost.example.com',
    '127.0.0.1.example.com',
    'local.com',
    'notlocalhost.com',
    '1localhost.net',
  ].map((host) => [host, 'internet'] as const),
])('reachOfHost() takes %s for %s', (host, reach) => {
  expect(reachOfHost(host)).toBe(reach);
});

test.each([
  ['http://0x7f.1/v1', 'here'],
  ['http://2130706433/v1', 'here'],
  ['http://[::ffff:127.0.0.1]:8000/v1', 'here'],
  ['http://localhost.example.com/v1', 'internet'],
  ['http://3232235777/v1', 'network'],
])('reachOf() sees through the spelling of %s', (baseUrl, reach) => {
  expect(reachOf({ baseUrl, model: 'm', preset: 'vllm' })).toBe(reach);
});

test.each(['gpt-oss:120b-cloud', 'qwen3-vl:cloud'])('reachOf() knows that Ollama hands %s on', (model) => {
  const profile = { baseUrl: 'http://localhost:11434/v1', model, preset: 'ollama' } as const;
  expect([reachOf(profile), destinationOf(profile)]).toEqual(['internet', 'ollama.com']);
});

test.each([
  ['https://api.openai.com/v1', 'openai'],
  ['https://generativelanguage.googleapis.com/v1beta/openai', 'gemini'],
  ['https://openrouter.ai/api/v1', 'openrouter'],
  ['http://gpu:8000/v1', 'vllm'],
  ['http://gpu:30000/v1', 'sglang'],
  ['http://localhost:11434/v1', 'ollama'],
  ['http://localhost:1234/v1', 'lmstudio'],
  ['https://llm.example.com/v1', 'compatible'],
  ['https://api.openai.com.evil.example/v1', 'compatible'],
])('presetAt() tells what %s is', (url, name) => {
  expect(presetAt(new URL(url)).name).toBe(name);
});

const here = profileFor('http://localhost:8000/v1', { preset: 'vllm' });
const there = profileFor('https://api.openai.com/v1');
const nearby = profileFor('http://192.168.1.9:8000/v1', { preset: 'vllm' });

test.each([
  ['here, without agreement', here, { localOnly: false, agreed: () => false }, undefined],
  ['here, when nothing may leave', here, { localOnly: true, agreed: () => false }, undefined],
  [
    'elsewhere, agreed',
    there,
    { localOnly: false, agreed: (host: string) => host === 'api.openai.com' },
    undefined,
  ],
  [
    'elsewhere, not agreed',
    there,
    { localOnly: false, agreed: (host: string) => host === 'openai.com' },
    /agree with "retouchiq models agree m"/,
  ],
  [
    'elsewhere, agreed, when nothing may leave',
    there,
    { localOnly: true, agreed: () => true },
    /Nothing may leave this machine/,
  ],
  ['nearby, not agreed', nearby, { localOnly: false, agreed: () => false }, /192\.168\.1\.9:8000 yet/],
])('checkPermission() decides for a model %s', (_, profile, permission, refusal) => {
  const check = () => checkPermission('m', profile, permission);
  if (refusal === undefined) return expect(check).not.toThrow();
  expect(check).toThrow(
    expect.objectContaining({ code: 'forbidden', message: expect.stringMatching(refusal) }),
  );
});

test('needsAgreement() holds for each host and port', () => {
  const agreed = (host: string) => host === '192.168.1.9:8000';
  expect(needsAgreement(nearby, { localOnly: false, agreed })).toBe(false);
  const other = { ...nearby, baseUrl: 'http://192.168.1.9:9000/v1' };
  expect(needsAgreement(other, { localOnly: false, agreed })).toBe(true);
});

test('whatGoesWhere() tells what is sent, where to, and that it is not encrypted', () => {
  const { sentences } = whatGoesWhere('m', profileFor('http://llm.example.com/v1', { imageEdge: 768 }));
  expect(sentences.join(' ')).toMatch(
    /"m" asks double at llm\.example\.com .*on the internet.*your sentence.*at most 768 px without EXIF, GPS and file name.*anybody on the way/,
  );
});

test('ask() sends nothing where it may not', async () => {
  const server = await startModelServer();
  // The same server under a name that is not certainly this machine's.
  const profile = profileFor(server.baseUrl.replace('127.0.0.1', '127.0.0.1.nip.example'));
  const model = createChatModel(profile, {
    name: 'm',
    permission: { localOnly: false, agreed: () => false },
  });
  await expect(model.ask(PLAIN)).rejects.toMatchObject({ code: 'forbidden' });
  expect(server.requests).toEqual([]);
  await server.close();
});
