import fc from 'fast-check';
import { decodePhoto } from '#node/decode.ts';
import { ROUTES } from '#service/routes/index.ts';
import { LIMITS } from '#wire/api.ts';
import { readingSchema } from '#wire/goal.ts';
import { photoFile } from '../support/photo-files.ts';
import { serviceParts } from '../support/service-parts.ts';
import { json, serviceInProcess, serviceOverHttp, type TestService } from '../support/services.ts';

let service: TestService;
let photo: string;
beforeAll(async () => {
  service = await serviceInProcess();
  photo = (await service.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'a.jpg')).id;
});
afterAll(() => service.close());

async function refusal(reply: Response) {
  return {
    status: reply.status,
    ...((await reply.json()) as { error: { code: string; message: string } }).error,
  };
}

test.each<[string, string, unknown, object]>([
  [
    'an empty instruction',
    '/v1/read',
    { instruction: '' },
    { status: 400, code: 'bad-request', message: expect.stringContaining('Write what you want changed') },
  ],
  ['an instruction of blanks', '/v1/read', { instruction: ' \n\t ' }, { status: 400, code: 'bad-request' }],
  [
    'an instruction of 10 000 characters',
    '/v1/read',
    { instruction: 'warm '.repeat(2000) },
    { status: 400, message: expect.stringContaining(`${LIMITS.instructionCharacters}`) },
  ],
  ['no instruction', '/v1/read', {}, { status: 400, code: 'bad-request' }],
  ['a list', '/v1/read', [], { status: 400, code: 'bad-request' }],
  ['an unknown key', '/v1/read', { instruction: 'warmer', extra: 1 }, { status: 400, code: 'bad-request' }],
  [
    '17 candidates',
    '/v1/retouches',
    { photo: 'x', instruction: 'warmer', candidates: 17 },
    { status: 400, code: 'bad-request' },
  ],
  [
    'no candidates',
    '/v1/retouches',
    { photo: 'x', instruction: 'warmer', candidates: 0 },
    { status: 400, code: 'bad-request' },
  ],
  [
    'a broken seed',
    '/v1/retouches',
    { photo: 'x', instruction: 'warmer', seed: 1.5 },
    { status: 400, code: 'bad-request' },
  ],
  [
    'unknown settings',
    '/v1/retouches',
    { photo: 'x', instruction: 'warmer', base: { Brightness9: 1 } },
    { status: 400, code: 'bad-settings' },
  ],
  [
    'settings out of range',
    '/v1/retouches',
    { photo: 'x', instruction: 'warmer', base: { Exposure2012: 99 } },
    { status: 400, code: 'bad-settings' },
  ],
  [
    'a photo that is not open',
    '/v1/retouches',
    { photo: 'x', instruction: 'warmer' },
    { status: 404, code: 'not-found' },
  ],
  [
    'an edge of 5000 px',
    '/v1/photos/x/render',
    { settings: {}, edge: 5000 },
    { status: 400, code: 'bad-request' },
  ],
  [
    'an unknown export',
    '/v1/photos/x/export',
    { settings: {}, kind: 'psd' },
    { status: 400, code: 'bad-request' },
  ],
])('%s is refused', async (_, path, body, expected) => {
  expect(await refusal(await service.ask('POST', path, json(body)))).toMatchObject(expected);
});

test.each<[string, { body?: string; headers?: Record<string, string> }]>([
  ['broken JSON', { body: '{"instruction": "war', headers: { 'Content-Type': 'application/json' } }],
  ['no body', { headers: { 'Content-Type': 'application/json' } }],
  [
    'a form',
    { body: 'instruction=warmer', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  ],
  [
    'JSON that does not say so',
    { body: '{"instruction":"warmer"}', headers: { 'Content-Type': 'text/plain' } },
  ],
])('%s is a bad request', async (_, init) => {
  expect(await refusal(await service.ask('POST', '/v1/read', init))).toMatchObject({
    status: 400,
    code: 'bad-request',
  });
});

const PIXEL = { width: 1, height: 1, rgb: 'AAAA' };
test.each<[string, object]>([
  ['a picture whose pixels are too few', { before: { ...PIXEL, width: 2 } }],
  ['a picture that is no base64', { before: { ...PIXEL, rgb: 'AA%A' } }],
  ['a picture that is too large', { before: { width: 513, height: 512, rgb: 'A'.repeat(4 * 513 * 512) } }],
  ['a picture of the original alone', { before: PIXEL }],
  [
    'pictures of some candidates',
    {
      before: PIXEL,
      candidates: [
        { id: 'a', settings: {}, rendered: PIXEL },
        { id: 'b', settings: {} },
      ],
    },
  ],
  ['pictures without the original', { candidates: [{ id: 'a', settings: {}, rendered: PIXEL }] }],
])('%s is not ranked', async (_, more) => {
  const body = { photo, instruction: 'warmer', candidates: [{ id: 'a', settings: {} }], ...more };
  expect(await refusal(await service.ask('POST', '/v1/reward/rank', json(body)))).toMatchObject({
    status: 400,
    code: 'bad-request',
  });
});

test.each(['', '6000', '0x10', '-1x5', '1e3x10', '6000x4000x3'])(
  'a reduced copy of a picture of %j px is refused',
  async (of) => {
    const body = (await photoFile({ width: 24, height: 16 })) as Uint8Array<ArrayBuffer>;
    const reply = await service.ask('POST', `/v1/photos?name=a.jpg&of=${of}`, { body });
    expect(await refusal(reply)).toMatchObject({ status: 400, code: 'bad-request' });
  },
);

test.each(['etwas wärmer, bitte', 'もっと暖かく', '🌅🌅🌅', 'a'.repeat(2000), '\u0000\ud800'])(
  'the instruction %j gets a reading',
  async (instruction) => {
    expect(readingSchema.safeParse(await service.client.read(instruction))).toMatchObject({ success: true });
  },
);

test.each<[string, Uint8Array, object]>([
  ['not an image', new TextEncoder().encode('hello'), { status: 422, code: 'bad-photo' }],
  [
    '0 bytes',
    new Uint8Array(),
    { status: 422, code: 'bad-photo', message: expect.stringContaining('is empty') },
  ],
])('a photo that is %s is refused', async (_, file, expected) => {
  expect(
    await refusal(
      await service.ask('POST', '/v1/photos?name=a.jpg', { body: file as Uint8Array<ArrayBuffer> }),
    ),
  ).toMatchObject(expected);
});

test.each([
  [1, 1],
  [3, 700],
  [2000, 1],
])('a photo of %i × %i px goes all the way', async (width, height) => {
  const { id, photo: facts } = await service.client.openPhoto(
    await photoFile({ width, height, format: 'png' }),
    'a.png',
  );
  expect([facts.width, facts.height]).toEqual([width, height]);
  const { candidates } = await service.client.retouch({ photo: id, instruction: 'brighter', candidates: 1 });
  const settings = candidates[0]?.settings ?? {};
  expect((await service.client.render(id, { settings })).length).toBeGreaterThan(0);
  const { content } = await service.client.exportFile(id, { settings, kind: 'image', format: 'png' });
  expect((await decodePhoto(content, 'a.png')).facts).toMatchObject({ width, height });
});

test("a file's name is only a label", async () => {
  const file = await photoFile({ width: 24, height: 16 });
  for (const [name, kept] of [
    ['../../etc/passwd', 'passwd'],
    ['C:\\photos\\a.jpg', 'a.jpg'],
    ['', 'photo'],
    ['a\0\r\nb', 'ab'],
    ['/', 'photo'],
    ['n'.repeat(500), 'n'.repeat(200)],
    [`a${'😀'.repeat(300)}`, `a${'😀'.repeat(199)}`],
  ]) {
    const opened = await service.client.openPhoto(file, name!);
    expect(opened.photo.name).toBe(kept);
    const exported = await service.client.exportFile(opened.id, { settings: {}, kind: 'xmp' });
    expect(exported.name).toBe(`${kept!.replace(/\.jpg$/, '')}-retouched.xmp`);
  }
});

test.each(['', '-1', '1.5', 'abc', '1e9', 'Infinity'])(
  'since=%s is taken or refused, never fails',
  async (since) => {
    const id = await service.client.startRetouch({ photo, instruction: 'warmer', candidates: 1 });
    const reply = await service.ask('GET', `/v1/retouches/${id}?since=${since}`);
    expect([200, 400]).toContain(reply.status);
    await service.client.cancelRetouch(id);
  },
);

describe.each([
  ['in process', serviceInProcess],
  ['over http', serviceOverHttp],
])('bodies over the limit, %s', (_, start) => {
  let small: TestService;
  beforeAll(async () => {
    small = await start({ limits: { photoBytes: 1000, jsonBytes: 200 } });
  });
  afterAll(() => small.close());

  test.each([
    ['/v1/photos?name=a.jpg', 'application/octet-stream', 1001],
    ['/v1/photos?name=a.jpg', 'application/octet-stream', 200_000],
    ['/v1/read', 'application/json', 201],
  ])('%s refuses %s of %i bytes', async (path, type, length) => {
    const reply = await small.ask('POST', path, {
      body: new Uint8Array(length),
      headers: { 'Content-Type': type },
    });
    // The rest of a far larger body is not read, so the connection must not be used again.
    expect(reply.headers.get('Connection')).toBe('close');
    expect(await refusal(reply)).toMatchObject({ status: 413, code: 'too-large' });
  });

  test('a body whose length is not told is refused once it is over the limit', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 10_000) controller.close();
        else controller.enqueue(new Uint8Array(100));
      },
    });
    const reply = await small.ask('POST', '/v1/photos?name=a.jpg', { body, duplex: 'half' });
    expect(await refusal(reply)).toMatchObject({ status: 413, code: 'too-large' });
  });

  test('the service goes on answering', async () => {
    expect((await small.client.health()).status).toBe('ok');
  });
});

test('a request over its time is answered as such', async () => {
  const samples = { list: () => new Promise<never>(() => {}), open: () => new Promise<never>(() => {}) };
  const slow = await serviceInProcess({ parts: serviceParts({ samples }), limits: { requestMs: 1 } });
  expect(await refusal(await slow.ask('GET', '/v1/about'))).toMatchObject({ status: 504, code: 'timeout' });
  await slow.close();
});

test('any JSON at any route is answered without an internal error', async () => {
  const routes = ROUTES.filter(({ body }) => body?.kind === 'json');
  const wish = fc.record(
    {
      photo: fc.oneof(fc.constant(photo), fc.string()),
      instruction: fc.oneof(fc.string(), fc.constant('warmer')),
      settings: fc.object({ maxDepth: 2 }),
      base: fc.object({ maxDepth: 1 }),
      locks: fc.array(fc.string()),
      candidates: fc.oneof(fc.integer(), fc.array(fc.anything())),
      code: fc.string(),
      kind: fc.constantFrom('image', 'xmp', 'embedded', ''),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), fc.oneof(fc.jsonValue(), wish), async (route, body) => {
      const reply = await service.ask('POST', route.path.replace('{id}', photo), json(body));
      expect(reply.status).toBeLessThan(500);
      if (reply.status === 202)
        await service.client.cancelRetouch(((await reply.json()) as { id: string }).id);
    }),
    { numRuns: 80 },
  );
}, 60_000);

test('any bytes as a photo are answered without an internal error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), async (body, name) => {
      const reply = await service.ask('POST', `/v1/photos?name=${encodeURIComponent(name)}`, {
        body: body as Uint8Array<ArrayBuffer>,
      });
      expect(reply.status).toBe(422);
    }),
    { numRuns: 60 },
  );
});
