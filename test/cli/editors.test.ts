import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { openServiceModels } from '#cli/service-models.ts';
import { openModels } from '#node/models/models.ts';
import {
  type ImageEditorServer,
  type ImageEditorServerOptions,
  sendJson,
  startImageEditorServer,
} from '../support/image-editor-server/start.ts';
import { landscape, type Run, scratch } from './retouchiq.ts';

const KEY = 'sk-right-0001';
let folder: Awaited<ReturnType<typeof scratch>>;
let photo: string;
let server: ImageEditorServer | undefined;
beforeEach(async () => {
  folder = await scratch();
  photo = folder.path('secret-name.jpg');
  await landscape(120, 80)
    .withExif({ IFD0: { Artist: 'Ann Author' } })
    .jpeg()
    .toFile(photo);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await folder.remove();
});

/** As a user without a keychain and without a terminal. */
function run(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/cli.js', ...args], {
      env: { PATH: '/nowhere', RETOUCHIQ_HOME: folder.path('home'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => (stdout += text));
    child.stderr.on('data', (text) => (stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

async function add(preset: 'openai-images' | 'flux', options: ImageEditorServerOptions = {}): Promise<Run> {
  server = await startImageEditorServer({ key: KEY, ...options });
  const model = preset === 'flux' ? 'flux-kontext-pro' : 'gpt-image-1';
  return run([
    'models',
    'add',
    'gen',
    '--preset',
    preset,
    '--base-url',
    server.origin,
    '--model',
    model,
    '--key-env',
    'K',
  ]);
}

const edit = (policy: string, ...more: string[]) =>
  run(['edit', photo, 'warmer and brighter', '--out', folder.path('out'), '--policy', policy, ...more], {
    K: KEY,
  });

test.each(['openai-images', 'flux'] as const)(
  'edit --policy takes a picture editor of kind %s',
  async (preset) => {
    expect(await add(preset)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /It is sent your sentence, and your photo as a JPEG.*\nEach sentence is one picture/,
      ),
    });
    const { code, stdout } = await edit('gen');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        / {2}1 {2}.*Like the picture of .*\nProposed like a picture that .* painted\./,
      ),
    });
    const [first] = server!.seen;
    expect(first).toMatchObject({
      key: KEY,
      fields: { prompt: expect.stringContaining('warmer and brighter') },
    });
    expect(JSON.stringify(server!.seen)).not.toMatch(/secret-name|Ann Author/);
    expect(JSON.parse(await readFile(folder.path('out/result.json'), 'utf8'))).toMatchObject({
      candidates: [{ settings: { Exposure2012: expect.any(Number) } }],
    });
  },
);

test('a picture editor is ranked beside the embedded policy', async () => {
  await add('openai-images');
  const { code, stdout } = await edit('embedded,gen', '--json');
  expect(code).toBe(0);
  const { candidates } = JSON.parse(stdout);
  expect(JSON.stringify(candidates)).toMatch(/Proposed by openai-images:gpt-image-1/);
  expect(JSON.stringify(candidates)).toMatch(/Proposed by embedded/);
});

test('a service has it too, by the same file', async () => {
  await add('flux');
  const models = openModels({
    folder: folder.path('home'),
    env: { K: KEY },
    keychain: async () => undefined,
  });
  const choice = await openServiceModels({ policy: 'embedded', reward: 'embedded' }, models);
  expect((await choice.list()).models).toContainEqual(
    expect.objectContaining({ name: 'gen', role: 'policy', reach: 'here' }),
  );
  expect((await choice.policy(['gen'])).id).toBe('flux:flux-kontext-pro/edit-1');
  await expect(choice.reward('gen')).rejects.toMatchObject({ code: 'bad-request' });
});

test('a picture editor that fails costs no edit: the embedded policy answers, and says so', async () => {
  const broken: ImageEditorServerOptions = {
    troubles: [
      ({ response, key }) =>
        sendJson(response, 500, { error: { message: `out of paint for ${key}` } }, { 'Retry-After': '0' }),
    ],
  };
  await add('openai-images', broken);
  const { code, stdout, stderr } = await edit('gen');
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      / {2}1 {2}.*openai-images:gpt-image-1 could not be used, so embedded\/1 made the proposals: .*out of paint for \[key\]/s,
    ),
    stderr: '',
  });
});

describe('a picture editor elsewhere', () => {
  beforeEach(async () => {
    await run(['models', 'add', 'gen', '--base-url', 'https://api.bfl.ai', '--model', 'flux-kontext-pro']);
  });

  test('is told of by its address, may propose, and is not sent pictures yet', async () => {
    expect((await run(['models', 'list'])).stdout).toMatch(
      /gen +flux-kontext-pro +api\.bfl\.ai +policy +picture +not yet: models agree\n/,
    );
    const { models } = JSON.parse(await readFile(folder.path('home/models.json'), 'utf8'));
    expect(models).toEqual({
      gen: { preset: 'flux', baseUrl: 'https://api.bfl.ai/v1', model: 'flux-kontext-pro' },
    });
  });

  test('is refused without an agreement', async () => {
    expect(await edit('gen')).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/may not be sent to api\.bfl\.ai yet.*retouchiq models agree gen/),
    });
  });

  test('is refused when nothing may leave this machine, agreed or not', async () => {
    await run(['models', 'agree', 'gen']);
    await run(['models', 'local-only', 'on']);
    expect(await edit('embedded,gen')).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/Nothing may leave this machine, and "gen" is at api\.bfl\.ai/),
    });
  });

  test('is not tried by models test, which tells that its key is missing', async () => {
    expect(await run(['models', 'test'])).toMatchObject({
      code: 0,
      stdout:
        'gen: flux-kontext-pro at api.bfl.ai\n  reachable  ?    not tried, as a picture editor may charge for each picture; BFL_API_KEY is not set, and it has no other key\n',
    });
  });

  test('cannot judge', async () => {
    const asked = ['models', 'add', 'judge', '--preset', 'flux', '--model', 'm', '--role', 'reward'];
    expect(await run(asked)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--role cannot be that: a picture editor proposes and cannot judge/),
    });
    expect(await edit('embedded', '--reward', 'gen')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/set up as policy, not as reward/),
    });
  });
});
