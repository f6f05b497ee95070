import { createClient } from '#client/client.ts';
import type { Fetch } from '#client/fetch.ts';
import { remotePolicy } from '#client/remote-policy.ts';
import { remoteReward } from '#client/remote-reward.ts';
import { readInstruction } from '#instruction/read.ts';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto } from '#node/encode.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { observe } from '#retouch/observe.ts';
import { type RetouchRequest, retouch } from '#retouch/retouch.ts';
import { photoFile } from '../support/photo-files.ts';
import { serviceParts } from '../support/service-parts.ts';
import { serviceInProcess, type TestService, TOKEN } from '../support/services.ts';

const local = serviceParts();
let service: TestService;
let request: RetouchRequest;
beforeAll(async () => {
  service = await serviceInProcess();
  const { raster, facts } = await decodePhoto(
    await photoFile({ width: 96, height: 64, format: 'png' }),
    'a.png',
  );
  const observation = observe(raster, facts);
  request = {
    observation,
    source: embeddedRenderer.open(observation.preview),
    decodeMs: 0,
    instruction: 'a bit warmer',
    candidates: 2,
    seed: 3,
    locks: [],
    base: {},
  };
});
afterAll(() => service.close());

const encodePreview = (preview: Parameters<typeof encodePhoto>[0]) => encodePhoto(preview, { format: 'png' });

/** A remote model's options, with its requests counted by path. */
function remote(fetch: Fetch = service.fetch) {
  const paths: string[] = [];
  const counting: Fetch = (url, init) => {
    paths.push(url.replace(/^.*?(?=\/v1)/, '').replace(/\?.*/, ''));
    return fetch(url, init);
  };
  const client = createClient({ baseUrl: service.baseUrl, token: TOKEN, fetch: counting });
  return { paths, options: { client, encodePreview, name: 'http://127.0.0.1' } };
}

test('a retouch through a remote policy and reward gives what the embedded ones give', async () => {
  const { paths, options } = remote();
  const strip = async (parts: { policy: typeof local.policy; reward: typeof local.reward }) => {
    const { candidates, verdict } = await retouch(request, { ...local, ...parts });
    return {
      verdict,
      candidates: candidates.map(({ settings, reward, reasoning }) => ({ settings, reasoning, reward })),
    };
  };
  const reward = remoteReward(options);
  expect(await strip({ policy: remotePolicy(options), reward })).toEqual(await strip(local));
  expect(paths).toEqual(['/v1/photos', '/v1/policy/propose', '/v1/photos', '/v1/reward/rank']);
});

test('the preview is sent once, and again when the service has forgotten it', async () => {
  const { paths, options } = remote();
  const policy = remotePolicy(options);
  const ask = () => policy.doPropose({ ...request, reading: readInstruction(request.instruction) });
  await ask();
  await ask();
  expect(paths).toEqual(['/v1/photos', '/v1/policy/propose', '/v1/policy/propose']);
  const forgetful = await serviceInProcess({ limits: { keptBytes: 1 } });
  const moved = remote(forgetful.fetch);
  const other = remotePolicy(moved.options);
  const askOther = () => other.doPropose({ ...request, reading: readInstruction(request.instruction) });
  await askOther();
  await forgetful.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'b.jpg'); // takes its place
  await askOther();
  expect(moved.paths).toEqual([
    '/v1/photos',
    '/v1/policy/propose',
    '/v1/policy/propose',
    '/v1/photos',
    '/v1/policy/propose',
  ]);
  await forgetful.close();
});

const replying =
  (path: string, body: unknown): Fetch =>
  async (url, init) => {
    if (!url.includes(path)) return service.fetch(url, init);
    return {
      ok: true,
      status: 200,
      headers: { get: () => null },
      json: async () => body,
      arrayBuffer: async () => new ArrayBuffer(0),
    };
  };

test.each<[string, Fetch, RegExp]>([
  [
    'cannot be reached',
    () => Promise.reject(new TypeError('fetch failed')),
    /did not answer: .*cannot be reached/,
  ],
  [
    'refuses the token',
    (url, init) => service.fetch(url, { ...init, headers: { ...init.headers, Authorization: 'Bearer x' } }),
    /did not answer: .*pair again/,
  ],
  [
    'answers something else',
    replying('/policy/propose', { proposals: 'many' }),
    /something else than version 1/,
  ],
  [
    'answers settings out of range',
    replying('/policy/propose', {
      policy: 'p',
      reading: readInstruction('warmer'),
      proposals: [{ title: '', settings: { Exposure2012: 40 }, reasoning: [] }],
    }),
    /proposals\.0\.settings/,
  ],
])('a remote policy that %s fails as a model', async (_, fetch, message) => {
  const policy = remotePolicy(remote(fetch).options);
  await expect(policy.doPropose({ ...request, reading: readInstruction('warmer') })).rejects.toMatchObject({
    code: 'model-failed',
    message: expect.stringMatching(message),
  });
});

test('a remote reward that leaves out a candidate fails as a model', async () => {
  const reward = remoteReward(
    remote(replying('/reward/rank', { reward: 'r', noise: 0, candidates: [], verdict: 'clear' })).options,
  );
  const candidates = [{ settings: {}, after: request.observation.preview }];
  const asked = reward.doScore({
    ...request,
    reading: readInstruction('warmer'),
    before: request.observation.preview,
    candidates,
  });
  await expect(asked).rejects.toMatchObject({
    code: 'model-failed',
    message: expect.stringContaining('without a score'),
  });
});

test('cancelling reaches the remote request', async () => {
  const controller = new AbortController();
  const hanging: Fetch = (_url, init) =>
    new Promise((_, reject) => {
      init.signal!.addEventListener('abort', () => reject(new Error('aborted')));
      controller.abort();
    });
  const policy = remotePolicy(remote(hanging).options);
  const asked = policy.doPropose({
    ...request,
    reading: readInstruction('warmer'),
    signal: controller.signal,
  });
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
});
