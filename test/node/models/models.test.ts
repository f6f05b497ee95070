import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFolder } from '#node/models/home.ts';
import { openModels } from '#node/models/models.ts';
import { profileSchema } from '#openai/profile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
});
afterEach(() => rm(folder, { recursive: true }));

const noKeychain = async () => undefined;
const models = (env: Record<string, string> = {}) => openModels({ folder, env, keychain: noKeychain });
const content = async () => JSON.parse(await readFile(join(folder, 'models.json'), 'utf8'));
const gpt = profileSchema.parse({ preset: 'openai', baseUrl: 'https://api.openai.com/v1', model: 'gpt-5' });
const qwen = profileSchema.parse({
  preset: 'vllm',
  baseUrl: 'http://127.0.0.1:8000/v1',
  model: 'Qwen/Qwen3-VL-8B',
  mode: 'direct',
});

test.each([
  ['linux', {}, '/home/ann/.config/retouchiq'],
  ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/retouchiq'],
  ['linux', { XDG_CONFIG_HOME: 'relative' }, '/home/ann/.config/retouchiq'],
  ['darwin', {}, '/home/ann/Library/Application Support/RetouchIQ'],
  ['win32', { APPDATA: 'C:\\Users\\ann\\AppData\\Roaming' }, 'C:\\Users\\ann\\AppData\\Roaming\\RetouchIQ'],
  ['linux', { RETOUCHIQ_HOME: '/elsewhere' }, '/elsewhere'],
  ['win32', { RETOUCHIQ_HOME: 'D:\\riq' }, 'D:\\riq'],
] as const)('configurationFolder() on %s with %j is %s', (platform, env, path) => {
  expect(configurationFolder({ env, platform, home: '/home/ann' })).toBe(path);
});

test('configurationFolder() refuses half a path', () => {
  const surroundings = { env: { RETOUCHIQ_HOME: 'riq' }, platform: 'linux' as const, home: '/home/ann' };
  expect(() => configurationFolder(surroundings)).toThrow(/RETOUCHIQ_HOME is "riq": it must be a whole path/);
});

test('openModels() keeps what was set up, and writes only what was chosen', async () => {
  await models().add('gpt', gpt);
  await models().add('qwen', qwen);
  expect(await models().list()).toEqual([
    ['gpt', gpt],
    ['qwen', qwen],
  ]);
  expect(await content()).toEqual({
    version: 1,
    localOnly: false,
    agreed: {},
    models: {
      gpt: { preset: 'openai', baseUrl: 'https://api.openai.com/v1', model: 'gpt-5' },
      qwen: {
        preset: 'vllm',
        baseUrl: 'http://127.0.0.1:8000/v1',
        model: 'Qwen/Qwen3-VL-8B',
        mode: 'direct',
      },
    },
  });
  await models().remove('gpt');
  expect((await models().list()).map(([name]) => name)).toEqual(['qwen']);
  expect(await readdir(folder)).toEqual(['models.json']);
});

test('add() replaces a model only when told so', async () => {
  await models().add('m', gpt);
  await expect(models().add('m', qwen)).rejects.toMatchObject({ code: 'bad-request' });
  expect(await models().get('m')).toEqual(gpt);
  await models().add('m', qwen, { replace: true });
  expect(await models().get('m')).toEqual(qwen);
});

test('get() names what there is', async () => {
  await expect(models().get('x')).rejects.toThrow(/no model "x" \(none is set up yet\)/);
  await models().add('gpt', gpt);
  await expect(models().get('toString')).rejects.toThrow(/no model "toString" \(there are gpt\)/);
});

test('many programs at once lose nothing', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `m${i}`);
  await Promise.all(names.map((name) => models().add(name, qwen)));
  expect((await models().list()).map(([name]) => name).sort()).toEqual(names.sort());
});

test('agreements hold for a host, for all its models, until they are taken back', async () => {
  await models().agree(gpt, true);
  expect((await models().permission()).agreed('api.openai.com')).toBe(true);
  expect((await models().permission()).agreed('openai.com')).toBe(false);
  expect((await models().permission()).agreed('constructor')).toBe(false);
  await models().agree({ ...gpt, model: 'gpt-4.1' }, false);
  expect((await models().permission()).agreed('api.openai.com')).toBe(false);
});

test.each([
  ['1', true],
  ['true', true],
  ['0', false],
  ['', false],
  ['off', false],
])('RETOUCHIQ_LOCAL_ONLY=%s forbids leaving this machine: %s', async (value, forbidden) => {
  expect((await models({ RETOUCHIQ_LOCAL_ONLY: value }).permission()).localOnly).toBe(forbidden);
});

test('setLocalOnly() is kept', async () => {
  await models().setLocalOnly(true);
  expect((await models().permission()).localOnly).toBe(true);
  await models().setLocalOnly(false);
  expect((await models().permission()).localOnly).toBe(false);
});

describe('a file that is not ours to write', () => {
  const profile = { preset: 'openai', baseUrl: 'https://api.openai.com/v1', model: 'm' };
  const withModel = (changes: object) =>
    JSON.stringify({ version: 1, models: { m: { ...profile, ...changes } } });
  const BROKEN: readonly (readonly [string, string, RegExp])[] = [
    ['broken JSON', '{"version": 1,', /is not JSON \(.*\): correct it, or move it away/],
    ['nothing', '', /is not JSON/],
    ['a list', '[]', /is wrong/],
    ['null', 'null', /is wrong/],
    ['no version', '{}', /is wrong at version/],
    [
      'a newer version',
      '{"version": 2, "new": true}',
      /newer RetouchIQ \(version 2 of the file\): update this one/,
    ],
    ['an unknown field', '{"version": 1, "modles": {}}', /modles/],
    ['an unknown field of a model', withModel({ tempreature: 1 }), /at models\.m: .*tempreature/],
    ['a number as text', withModel({ imageEdge: '1024' }), /at models\.m\.imageEdge/],
    ['a number out of range', withModel({ concurrency: 1e9 }), /at models\.m\.concurrency/],
    ['an unknown server', withModel({ preset: 'skynet' }), /at models\.m\.preset/],
    ['a file: address', withModel({ baseUrl: 'file:///etc/passwd' }), /at models\.m\.baseUrl/],
    ['a javascript: address', withModel({ baseUrl: 'javascript:alert(1)' }), /at models\.m\.baseUrl/],
    [
      'a key in the address',
      withModel({ baseUrl: 'https://user:key@host/v1' }),
      /at models\.m\.baseUrl.*name and password/,
    ],
    ['a header in the model', withModel({ model: 'm\r\nX: y' }), /at models\.m\.model/],
    [
      'a name that is a path',
      JSON.stringify({ version: 1, models: { '../../x': profile } }),
      /is wrong at models/,
    ],
    [
      'a name that is a prototype',
      `{"version": 1, "models": {"__proto__": {"polluted": true}, "constructor": {}}}`,
      /is wrong at models/,
    ],
  ];

  test.each(BROKEN)('(%s) is told of and never written over', async (_, text, message) => {
    const path = join(folder, 'models.json');
    await writeFile(path, text);
    const works = [
      models().list(),
      models().get('m'),
      models().add('n', gpt),
      models().remove('m'),
      models().agree(gpt, true),
      models().setLocalOnly(true),
      models().permission(),
    ];
    for (const outcome of await Promise.allSettled(works))
      expect(outcome).toEqual({
        status: 'rejected',
        reason: expect.objectContaining({ code: 'bad-settings', message: expect.stringMatching(message) }),
      });
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('(too large) is not even read', async () => {
    await writeFile(join(folder, 'models.json'), Buffer.alloc(2 ** 20 + 1, ' '));
    await expect(models().list()).rejects.toThrow(/far too large/);
  });

  test('(a folder) is told of', async () => {
    await mkdir(join(folder, 'models.json'));
    await expect(models().list()).rejects.toThrow(/is not a file: move it away/);
  });
});

test('a file with a byte order mark is read', async () => {
  await writeFile(join(folder, 'models.json'), '\ufeff{"version": 1}');
  expect(await models().list()).toEqual([]);
});

test('a link to a file kept elsewhere stays a link', async () => {
  const elsewhere = join(folder, 'dotfiles.json');
  await writeFile(elsewhere, '{"version": 1}');
  await symlink(elsewhere, join(folder, 'models.json'));
  await models().add('gpt', gpt);
  expect(JSON.parse(await readFile(elsewhere, 'utf8')).models).toHaveProperty('gpt');
});

describe('keys', () => {
  const secret = 'sk-very-secret-0001';
  const permissions = async (name: string) => ((await stat(join(folder, name))).mode & 0o777).toString(8);

  test('in the environment are looked up when they are needed, and are not kept', async () => {
    const profile = { ...gpt, key: { from: 'env' as const, name: 'MY_KEY' } };
    await models().add('m', profile);
    expect(await models({ MY_KEY: ` ${secret}\n` }).keyOf('m', profile)).toBe(secret);
    await expect(models().keyOf('m', profile)).rejects.toThrow(
      /"m" has no key: the environment variable MY_KEY is not set/,
    );
    expect(await readFile(join(folder, 'models.json'), 'utf8')).not.toContain(secret);
  });

  test('have the usual variable of a kind of server', async () => {
    expect(await models({ OPENAI_API_KEY: secret }).keyOf('m', gpt)).toBe(secret);
    expect(await models().keyOf('m', gpt)).toBeUndefined();
    expect(await models({ OPENAI_API_KEY: secret }).keyOf('m', qwen)).toBeUndefined();
  });

  test('without a keychain are in a file that only its owner may read', async () => {
    const stored = await models().add('m', gpt, { key: `${secret}\n` });
    expect(stored?.title).toContain('which only you may read');
    expect(await permissions('keys.json')).toBe('600');
    expect(await readFile(join(folder, 'models.json'), 'utf8')).not.toContain(secret);
    expect(await models().keyOf('m', await models().get('m'))).toBe(secret);
    await models().add('n', gpt, { key: 'another-key' });
    await models().remove('m');
    expect(await permissions('keys.json')).toBe('600');
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).not.toContain(secret);
    expect(await models().keyOf('n', await models().get('n'))).toBe('another-key');
  });

  test('in a file that others may read are not used', async () => {
    await models().add('m', gpt, { key: secret });
    await chmod(join(folder, 'keys.json'), 0o644);
    const failed = await models()
      .keyOf('m', await models().get('m'))
      .catch((error) => error);
    expect(failed).toMatchObject({
      code: 'bad-settings',
      message: expect.stringMatching(/Others may read.*chmod 600/),
    });
    expect(failed.message).not.toContain(secret);
  });

  test.each(['two words', 'line\nbreak', 'schlüssel', ''])(
    'that cannot be one (%j) are refused without being told',
    async (key) => {
      const failed = await models()
        .add('m', gpt, { key })
        .catch((error) => error);
      expect(failed).toMatchObject({ code: 'bad-settings', message: expect.stringMatching(/copy it anew/) });
      if (key !== '') expect(failed.message).not.toContain(key);
      expect(await models().list()).toEqual([]);
    },
  );
});
