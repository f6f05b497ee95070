import sharp from 'sharp';
import { createFlux } from '#policy/generative/flux.ts';
import type { ImageEditor } from '#policy/generative/image-editor.ts';
import type { Net } from '#policy/generative/net.ts';
import { createOpenAiImages } from '#policy/generative/open-ai-images.ts';
import { webNet } from '#policy/generative/web-net.ts';
import { RetouchError } from '#wire/error.ts';
import {
  type ImageEditorServer,
  type ImageEditorServerOptions,
  sendJson,
  startImageEditorServer,
  type Trouble,
} from '../../support/image-editor-server/start.ts';

const KEY = 'sk-test-0123456789';
const photo = new Uint8Array(
  await sharp({ create: { width: 24, height: 16, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer(),
);

/** Real requests; pauses are only counted. */
function countingNet(): Net & { readonly waits: number[] } {
  const waits: number[] = [];
  return { ...webNet(), waits, wait: async (ms) => void waits.push(ms) };
}

type Make = (origin: string, net: Net) => ImageEditor;
const APIS: readonly (readonly [string, Make])[] = [
  [
    'OpenAI images',
    (origin, net) =>
      createOpenAiImages({ baseUrl: `${origin}/v1`, model: 'gpt-image-1', key: KEY, net, permit: () => {} }),
  ],
  [
    'Flux',
    (origin, net) =>
      createFlux({ baseUrl: origin, model: 'flux-kontext-pro', key: KEY, net, permit: () => {} }),
  ],
];

async function withServer<T>(
  options: ImageEditorServerOptions,
  test: (server: ImageEditorServer, net: ReturnType<typeof countingNet>) => Promise<T>,
): Promise<T> {
  const server = await startImageEditorServer({ key: KEY, ...options });
  try {
    return await test(server, countingNet());
  } finally {
    await server.close();
  }
}

const order = { image: photo, prompt: 'Wärmer — "golden" 🌅', seed: 7 };

function fail(status: number, body: unknown, headers: Record<string, string> = {}): Trouble {
  return ({ response }) => sendJson(response, status, body, headers);
}

describe.each(APIS)('%s', (_, make) => {
  test('gives back the picture that was painted', () =>
    withServer({}, async (server, net) => {
      const picture = await make(server.origin, net).edit(order);
      const { width, height, format } = await sharp(picture).metadata();
      expect({ width, height, format }).toEqual({ width: 24, height: 16, format: 'png' });
      expect(server.seen[0]!.fields['prompt']).toBe(order.prompt);
      expect(server.seen[0]!.key).toBe(KEY);
    }));

  test('asks again when the server is busy, after the pause it names', () =>
    withServer(
      { troubles: [fail(429, {}, { 'Retry-After': '3' }), fail(500, {}), undefined] },
      async (server, net) => {
        await make(server.origin, net).edit(order);
        expect(net.waits.slice(0, 2)).toEqual([3000, 2000]);
      },
    ));

  test('does not sit out a pause of minutes', () =>
    withServer({ troubles: [fail(429, {}, { 'Retry-After': '600' })] }, async (server, net) => {
      await expect(make(server.origin, net).edit(order)).rejects.toMatchObject({ code: 'busy' });
      expect(net.waits).toEqual([]);
    }));

  test.each<[string, Trouble, string, RegExp]>([
    [
      'a wrong key, without repeating it',
      fail(401, { error: { message: `No such key ${KEY}` } }),
      'unauthorized',
      /No such key \[key\]/,
    ],
    ['no credit', fail(402, { detail: 'Insufficient credits' }), 'model-failed', /credit/],
    ['an unknown model', fail(404, {}), 'model-failed', /model/],
    ['a picture that is too large', fail(413, {}), 'too-large', /smaller/],
    [
      'a refusal',
      fail(400, { error: { message: 'Rejected by\nthe safety system' } }),
      'model-failed',
      /Rejected by the safety system/,
    ],
    ['an endless outage', fail(503, {}), 'model-failed', /out of order \(503\)/],
    [
      'a page of a proxy',
      ({ response }) => void response.writeHead(502).end('<html>'),
      'model-failed',
      /a web page/,
    ],
    ['an answer without a picture', fail(200, { data: [] }), 'model-failed', /./],
    ['an answer that is not JSON', ({ response }) => void response.end('\u0000ok'), 'model-failed', /./],
    [
      'a cut connection',
      ({ response }) => void response.socket?.resetAndDestroy(),
      'model-failed',
      /cannot be reached/,
    ],
    [
      'a redirection',
      ({ response }) => void response.writeHead(302, { Location: 'http://example.com/' }).end(),
      'model-failed',
      /302/,
    ],
    [
      'a reply that says it is endless',
      ({ response }) => void response.writeHead(200, { 'Content-Length': String(2 ** 40) }).write('x'),
      'model-failed',
      /more than \d+ MB/,
    ],
  ])('tells of %s', (__, trouble, code, words) =>
    withServer({ troubles: [trouble] }, async (server, net) => {
      const error: unknown = await make(server.origin, net)
        .edit(order)
        .catch((failure: unknown) => failure);
      expect(error).toMatchObject({ code });
      expect((error as Error).message).toMatch(words);
      expect((error as Error).message).not.toContain(KEY);
    }),
  );

  test('a server that never answers is left when time is up', () =>
    withServer({ troubles: [() => {}] }, async (server, net) => {
      const soon: Net['until'] = (_ms, signal) => net.until(30, signal);
      const edit = make(server.origin, { ...net, until: soon }).edit(order);
      await expect(edit).rejects.toMatchObject({ code: 'timeout' });
    }));

  test('is stopped by the person', () => {
    const controller = new AbortController();
    const stop: Trouble = () => controller.abort();
    return withServer({ troubles: [stop] }, async (server, net) => {
      const edit = make(server.origin, net).edit({ ...order, signal: controller.signal });
      await expect(edit).rejects.toMatchObject({ code: 'cancelled' });
    });
  });
});

describe('createOpenAiImages()', () => {
  test('sends a form with the photo as a file, and nothing that was not asked for', () =>
    withServer({}, async (server, net) => {
      await APIS[0]![1](server.origin, net).edit(order);
      expect(server.seen).toEqual([
        {
          path: '/v1/images/edits',
          key: KEY,
          fields: { model: 'gpt-image-1', prompt: order.prompt, n: '1', size: 'auto', image: 'image/jpeg' },
        },
      ]);
    }));
});

describe('createFlux()', () => {
  const flux = APIS[1]![1];

  test('asks until the picture is ready, and fetches it without the key', () =>
    withServer({ states: ['Pending', 'Queued', 'Generating'] }, async (server, net) => {
      await flux(server.origin, net).edit(order);
      expect(server.seen.map(({ path }) => path.split('?')[0])).toEqual([
        '/v1/flux-kontext-pro',
        ...Array<string>(4).fill('/v1/get_result'),
        '/picture/1',
      ]);
      expect(server.seen.at(-1)!.key).toBe('');
      expect(net.waits).toEqual([1000, 1300, 1690]);
    }));

  test.each(['Request Moderated', 'Content Moderated', 'Task not found', 'Error'])('tells of "%s"', (state) =>
    withServer({ states: [state] }, async (server, net) => {
      await expect(flux(server.origin, net).edit(order)).rejects.toMatchObject({ code: 'model-failed' });
    }),
  );

  test('does not take the key to an address of somebody else', () =>
    withServer({ pollingUrl: () => 'http://evil.example/v1/get_result?id=1' }, async (server, net) => {
      await flux(server.origin, net).edit(order);
      expect(server.seen.filter(({ path }) => path.startsWith('/v1/get_result'))).toHaveLength(2);
    }));

  test.each([
    'http://169.254.169.254/latest',
    'https://10.0.0.1/x',
    'http://cdn.example/x',
    'file:///etc/passwd',
    'https://localhost/x',
  ])('does not fetch a picture from %s', (address) =>
    withServer({ sampleUrl: () => address }, async (server, net) => {
      await expect(flux(server.origin, net).edit(order)).rejects.toMatchObject({
        message: expect.stringContaining('not safe'),
      });
    }),
  );

  test('sends nothing that was not agreed to', () =>
    withServer({}, async (server, net) => {
      const permit = () => {
        throw new RetouchError('forbidden', 'Nothing may leave this machine');
      };
      const editor = createFlux({ baseUrl: server.origin, model: 'flux-kontext-pro', key: KEY, net, permit });
      await expect(editor.edit(order)).rejects.toMatchObject({ code: 'forbidden' });
      expect(server.seen).toEqual([]);
    }));
});
