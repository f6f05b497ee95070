import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { answer, status } from '../support/model-server/plays.ts';
import { type ModelServer, startModelServer } from '../support/model-server/start.ts';
import { landscape, type Run, scratch } from './retouchiq.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let photo: string;
const servers: ModelServer[] = [];
beforeEach(async () => {
  folder = await scratch();
  photo = folder.path('photo.jpg');
  await landscape(120, 80).jpeg().toFile(photo);
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await folder.remove();
});

async function server(...options: Parameters<typeof startModelServer>): Promise<ModelServer> {
  const started = await startModelServer(...options);
  servers.push(started);
  return started;
}

/** An address where nothing listens any more. */
let gone: string;
beforeAll(async () => {
  const closed = await startModelServer();
  gone = closed.baseUrl;
  await closed.close();
});

/** As a user without a keychain and without a terminal. */
function run(args: readonly string[], { input = '', env = {} } = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/cli.js', ...args], {
      env: { PATH: '/nowhere', RETOUCHIQ_HOME: folder.path('home'), ...env },
      stdio: 'pipe',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => (stdout += text));
    child.stderr.on('data', (text) => (stderr += text));
    child.stdin.on('error', () => {}).end(input);
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test('models add, list, agree and remove do as they say', async () => {
  const added = await run([
    'models',
    'add',
    'gpt',
    '--base-url',
    'https://api.openai.com/v1/',
    '--model',
    'gpt-5',
    '--key-env',
    'MY_KEY',
    '--role',
    'reward',
  ]);
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toMatch(
    /asks gpt-5 at api\.openai\.com \(OpenAI\), on the internet\.\nIt is sent your sentence/,
  );
  expect(added.stdout).toMatch(/read from MY_KEY, which is not set/);
  expect(added.stdout).toMatch(/agree once: retouchiq models agree gpt/);
  await run([
    'models',
    'add',
    'qwen',
    '--base-url',
    'http://127.0.0.1:8000',
    '--model',
    'Qwen3-VL',
    '--mode',
    'direct',
  ]);
  await run(['models', 'add', 'art', '--preset', 'sglang', '--model', 'jarvis', '--dialect', 'jarvisart']);
  expect((await run(['models', 'agree', 'gpt'])).stdout).toMatch(/You agreed/);
  const { models } = JSON.parse((await run(['models', 'list', '--json'])).stdout);
  expect(models).toMatchObject([
    { name: 'gpt', preset: 'openai', role: 'reward', key: 'env', reach: 'internet', agreed: true },
    {
      name: 'qwen',
      baseUrl: 'http://127.0.0.1:8000/v1',
      preset: 'vllm',
      role: 'both',
      mode: 'direct',
      key: null,
      reach: 'here',
      agreed: true,
    },
    { name: 'art', preset: 'sglang', dialect: 'jarvisart', baseUrl: 'http://127.0.0.1:30000/v1' },
  ]);
  expect((await run(['models', 'agree', 'gpt', '--withdraw'])).stdout).toMatch(/No more pictures/);
  expect((await run(['models', 'list'])).stdout).toMatch(/gpt .*not yet: models agree\n/);
  expect((await run(['models', 'remove', 'gpt'])).code).toBe(0);
  expect((await run(['models', 'remove', 'gpt'])).stderr).toMatch(/no model "gpt" \(there are qwen, art\)/);
});

test.each([
  ['a name that is a path', ['../x', '--preset', 'openai', '--model', 'm'], /The name cannot be that/],
  ['the name of the embedded one', ['embedded', '--preset', 'openai', '--model', 'm'], /this name is taken/],
  ['no address', ['x', '--model', 'm'], /--base-url, or a --preset/],
  ['half an address', ['x', '--base-url', 'localhost', '--model', 'm'], /--base-url is no address/],
  ['another kind of address', ['x', '--base-url', 'ftp://h/v1', '--model', 'm'], /--base-url cannot be that/],
  [
    'a key in the address',
    ['x', '--base-url', 'http://u:p@h/v1', '--model', 'm'],
    /--base-url cannot be that/,
  ],
  [
    'a key for a variable',
    ['x', '--preset', 'openai', '--model', 'm', '--key-env', 'sk-123'],
    /--key-env cannot be that/,
  ],
  [
    'an unknown dialect',
    ['x', '--preset', 'openai', '--model', 'm', '--dialect', 'klingon'],
    /Allowed choices/,
  ],
])('models add refuses %s', async (_, args, says) => {
  const { code, stderr } = await run(['models', 'add', ...args]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(says) });
});

test('models add takes a key from standard input, into a file of the owner alone', async () => {
  const args = ['models', 'add', 'gpt', '--preset', 'openai', '--model', 'gpt-5', '--key-stdin'];
  const { stdout, code } = await run(args, { input: 'sk-secret-0001\n' });
  expect({ stdout, code }).toEqual({
    code: 0,
    stdout: expect.stringMatching(/key is in the file '.*keys\.json', which only you may read/),
  });
  expect(stdout).not.toContain('sk-secret');
  expect((await stat(folder.path('home/keys.json'))).mode & 0o777).toBe(0o600);
  expect(await readFile(folder.path('home/models.json'), 'utf8')).not.toContain('sk-secret');
});

/** Answers the question of `models test` as a model would that sees. */
const PICTURE_COLORS = answer('{"reasoning": "Two halves.", "left": "red", "right": "blue"}');

test('models test shows what a model can do', async () => {
  const { baseUrl, requests } = await server({
    kind: 'vllm',
    key: 'sk-right-1',
    can: { json_schema: false },
    plays: [PICTURE_COLORS],
  });
  await run([
    'models',
    'add',
    'm',
    '--base-url',
    baseUrl,
    '--preset',
    'vllm',
    '--model',
    'double',
    '--key-env',
    'K',
  ]);
  const { code, stdout } = await run(['models', 'test', 'm', '--json'], { env: { K: 'sk-right-1' } });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).m).toMatchObject({
    reachable: { works: true },
    vision: { found: expect.stringMatching(/red and blue/) },
    schema: { works: false, found: expect.stringMatching(/^json_object/) },
    streaming: { works: true },
    latency: { firstPieceMs: expect.any(Number), totalMs: expect.any(Number) },
  });
  expect(requests.at(-1)!.refused).toBeUndefined();
  expect((await run(['models', 'test'], { env: { K: 'sk-right-1' } })).stdout).toMatch(
    /m: double at 127\.0\.0\.1:\d+\n {2}reachable {2}yes .*\n {2}vision .*\n {2}schema {5}no .*\n {2}streaming {2}yes .*\n {2}latency {4}yes/,
  );
});

test('models test tells of a model that cannot see, and of one that is not there', async () => {
  const { baseUrl } = await server({ kind: 'vllm', can: { images: false }, plays: [PICTURE_COLORS] });
  await run(['models', 'add', 'blind', '--base-url', baseUrl, '--preset', 'vllm', '--model', 'double']);
  await run(['models', 'add', 'gone', '--base-url', gone, '--model', 'double']);
  const { code, stdout } = await run(['models', 'test', '--json']);
  expect(code).toBe(4);
  expect(JSON.parse(stdout)).toMatchObject({
    blind: {
      reachable: { works: true },
      vision: { works: false, found: expect.stringMatching(/does not take pictures/) },
      schema: { works: true },
    },
    gone: {
      reachable: { works: false, found: expect.stringMatching(/Nothing answers at 127\.0\.0\.1:\d+/) },
      latency: null,
    },
  });
});

describe('edit with a model', () => {
  const edit = (args: string[], env: Record<string, string> = {}) =>
    run(['edit', photo, 'warmer', '--out', folder.path('out'), '--candidates', '2', ...args], { env });
  const add = (name: string, baseUrl: string) =>
    run(['models', 'add', name, '--base-url', baseUrl, '--model', 'double']);

  test('elsewhere needs an agreement, and does not wait for one without a terminal', async () => {
    await add('far', 'http://model.example.com/v1');
    const { code, stderr } = await edit(['--policy', 'far']);
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringMatching(/may not be sent to model\.example\.com yet.*retouchiq models agree far/),
    });
  });

  test('elsewhere is refused when nothing may leave this machine, agreed or not', async () => {
    await add('far', 'http://model.example.com/v1');
    await run(['models', 'agree', 'far']);
    await run(['models', 'local-only', 'on']);
    const { code, stderr } = await edit(['--policy', 'embedded,far']);
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringMatching(/Nothing may leave this machine, and "far" is at model\.example\.com/),
    });
  });

  test('that is set up as the other role is refused', async () => {
    await run(['models', 'add', 'judge', '--preset', 'vllm', '--model', 'm', '--role', 'reward']);
    expect(await edit(['--policy', 'judge'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/set up as reward, not as policy/),
    });
  });

  test('that is not there names what is', async () => {
    await add('qwen', gone);
    expect(await edit(['--reward', 'gpt'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /no reward "gpt": use embedded, qwen, or the base URL of a RetouchIQ service/,
      ),
    });
  });

  test('that fails costs no edit: the embedded policy and reward answer, and say so', async () => {
    const { baseUrl, requests } = await server({
      kind: 'compatible',
      plays: [status(500, { error: { message: 'out of memory' } }, { 'retry-after-ms': '1' })],
    });
    await add('broken', baseUrl);
    const { code, stdout } = await edit(['--policy', 'broken', '--reward', 'broken', '--json']);
    expect(code).toBe(0);
    const { candidates } = JSON.parse(stdout);
    expect(candidates.length).toBeGreaterThan(0);
    expect(JSON.stringify(candidates)).toMatch(/Made without the model: .*out of memory/);
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.map(({ refused }) => refused).filter(Boolean)).toEqual([]);
  });

  test('sends it the picture and the wish, and neither name nor place; its reading becomes the edit', async () => {
    const goal = { axis: 'warmth', direction: 'more', amount: 1, region: 'whole', words: 'warmer' };
    const reading = {
      title: 'Evening light',
      why: 'Asked for.',
      goals: [goal],
      styles: [],
      locks: [],
      unsupported: [],
    };
    const reply = answer(JSON.stringify({ reasoning: 'A cool landscape.', readings: [reading] }));
    const { baseUrl, requests } = await server({ kind: 'vllm', key: 'sk-right-1', plays: [reply] });
    await run([
      'models',
      'add',
      'm',
      '--base-url',
      baseUrl,
      '--preset',
      'vllm',
      '--model',
      'double',
      '--key-env',
      'K',
    ]);
    const secret = folder.path('secret-name.jpg');
    const place = {
      IFD0: { Artist: 'Ann Author' },
      IFD3: { GPSLatitude: '47/1 36/1 0/1', GPSLatitudeRef: 'N' },
    };
    await landscape(120, 80).withExif(place).withIccProfile('p3').jpeg().toFile(secret);
    const args = [
      'edit',
      secret,
      'warmer',
      '--out',
      folder.path('out'),
      '--candidates',
      '1',
      '--policy',
      'm',
    ];
    const { code, stdout } = await run(args, { env: { K: 'sk-right-1' } });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/Models gave 1 answer: 11 tokens in, 22 tokens out\./),
    });
    expect(requests.map(({ refused }) => refused)).toEqual([undefined]);
    const sent = JSON.stringify(requests[0]!.body);
    expect(sent).toContain('warmer');
    expect(sent).not.toMatch(/secret-name|Ann Author/);
    const [, jpeg = ''] = /data:image\/jpeg;base64,([A-Za-z0-9+/=]+)/.exec(sent) ?? [];
    const { format, width, exif, icc, xmp } = await sharp(Buffer.from(jpeg, 'base64')).metadata();
    expect({ format, width, exif, icc, xmp }).toEqual({ format: 'jpeg', width: 120 });
    expect(await readFile(folder.path('out/result.json'), 'utf8')).toContain('Evening light');
  });

  test('that fails is told of in the summary too', async () => {
    await add('gone', gone);
    const { code, stdout } = await edit(['--policy', 'gone']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\n {2}1 .*\ngone:double could not be used, so embedded\/1 made the proposals: Nothing answers at 127\.0\.0\.1:\d+: start/s,
    );
  });

  test('and the embedded one side by side ranks both', async () => {
    await add('gone', gone);
    const { code, stdout } = await edit(['--policy', 'embedded,gone', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).versions.policy).toMatch(/^embedded\S* \+ gone:double/);
  });
});

test.each([
  ['', 'may be used once you agreed'],
  ['on', 'Nothing may leave this machine'],
  ['off', 'may be used once you agreed'],
])('models local-only %s tells the state', async (state, says) => {
  expect((await run(['models', 'local-only', ...(state === '' ? [] : [state])])).stdout).toContain(says);
});
