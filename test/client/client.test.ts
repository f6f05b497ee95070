import { createClient } from '#client/client.ts';
import type { Fetch, FetchReply } from '#client/fetch.ts';
import { ROUTES } from '#service/routes/index.ts';
import { RetouchError } from '#wire/error.ts';

interface Sent {
  readonly url: string;
  readonly init: Parameters<Fetch>[1];
}

/** A `fetch` that answers with what it is given, in turn, and remembers what it was asked. */
function scripted(...replies: (Partial<Omit<FetchReply, 'json'>> & { json?: unknown })[]) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, init });
    const { status = 200, json = {}, ...rest } = replies[Math.min(sent.length, replies.length) - 1] ?? {};
    return {
      ok: status < 400,
      status,
      headers: { get: () => null },
      json: async () => (typeof json === 'function' ? json() : json),
      arrayBuffer: async () => new ArrayBuffer(0),
      ...rest,
    };
  };
  return { fetch, sent };
}

test('a client sends the token and JSON to the address it was given', async () => {
  const { fetch, sent } = scripted();
  await createClient({ baseUrl: 'http://one:1/', token: 'secret', fetch }).read('wärmer');
  expect(sent).toEqual([
    {
      url: 'http://one:1/v1/read',
      init: {
        method: 'POST',
        headers: { Authorization: 'Bearer secret', 'Content-Type': 'application/json' },
        body: '{"instruction":"wärmer"}',
      },
    },
  ]);
});

test('a photo is sent as it is, its name in the address', async () => {
  const { fetch, sent } = scripted();
  const file = Uint8Array.of(1, 2, 3);
  await createClient({ baseUrl: '', fetch }).openPhoto(file, 'a&b ö.jpg');
  expect(sent[0]!.url).toBe('/v1/photos?name=a%26b%20%C3%B6.jpg');
  expect(sent[0]!.init).toEqual({
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
});

test('a reduced copy is sent with the size of its picture', async () => {
  const { fetch, sent } = scripted();
  const of = { width: 6000, height: 4000 };
  await createClient({ baseUrl: '', fetch }).openPhoto(Uint8Array.of(1), 'a.tif', undefined, of);
  expect(sent[0]!.url).toBe('/v1/photos?name=a.tif&of=6000x4000');
});

test('what a fetch with a mind of its own throws is passed on', async () => {
  const late = new RetouchError('timeout', 'The service did not answer within 15 s');
  const fetch: Fetch = () => Promise.reject(late);
  await expect(createClient({ baseUrl: '', fetch }).read('warmer')).rejects.toBe(late);
  const { fetch: broken } = scripted({ json: () => Promise.reject(late) });
  await expect(createClient({ baseUrl: '', fetch: broken }).read('warmer')).rejects.toBe(late);
});

test('there is a method for every route', async () => {
  const { fetch, sent } = scripted({ json: { status: 'done', events: [] } });
  const client = createClient({ baseUrl: '', fetch });
  await client.health();
  await client.pair('1');
  await client.about();
  await client.models();
  await client.agree({ model: 'm', host: 'h', agreed: true });
  await client.setLocalOnly(true);
  await client.openPhoto(new Uint8Array(), 'n');
  await client.openSample('{name}');
  await client.photo('{id}');
  await client.render('{id}', { settings: {} });
  await client.exportFile('{id}', { settings: {}, kind: 'xmp' });
  await client.read('a');
  await client.propose({ photo: '', instruction: 'a' });
  await client.rank({ photo: '', instruction: 'a', candidates: [] });
  await client.startRetouch({ photo: '', instruction: 'a' });
  await client.retouchStatus('{id}', 0);
  await client.watchRetouch('{id}', { onEvent: () => {} });
  await client.cancelRetouch('{id}');
  const asked = new Set(
    sent.map(({ url, init }) => `${init.method} ${decodeURIComponent(url.replace(/\?.*/, ''))}`),
  );
  expect([...asked].sort()).toEqual(
    ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort(),
  );
});

test.each([
  [
    { status: 404, json: { error: { code: 'not-found', message: 'Not open any more' } } },
    'not-found',
    /Not open any more/,
  ],
  [{ status: 502, json: '<html>' }, 'model-failed', /status 502 and no explanation/],
  [{ status: 500, json: () => Promise.reject(new Error('not json')) }, 'model-failed', /status 500/],
  [{ status: 200, json: () => Promise.reject(new Error('not json')) }, 'model-failed', /is not JSON/],
])('the reply %j becomes a RetouchError', async (reply, code, message) => {
  const { fetch } = scripted(reply);
  await expect(createClient({ baseUrl: 'http://one', fetch }).about()).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  });
});

test('a service that cannot be reached is named', async () => {
  const fetch: Fetch = () => Promise.reject(new TypeError('fetch failed'));
  await expect(createClient({ baseUrl: 'http://one:1', fetch }).health()).rejects.toMatchObject({
    code: 'model-failed',
    message: 'The service at http://one:1 cannot be reached: is it running?',
  });
});

test('an aborted request is a cancellation, not a failure', async () => {
  const controller = new AbortController();
  controller.abort();
  const fetch: Fetch = () => Promise.reject(new Error('aborted'));
  await expect(createClient({ baseUrl: '', fetch }).health(controller.signal)).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test.each([
  [`attachment; filename="a_-b.jpg"; filename*=UTF-8''%C3%B6-b.jpg`, 'ö-b.jpg'],
  ['attachment; filename="plain.jpg"', 'plain.jpg'],
  [null, 'photo'],
])('the name of an exported file is read from %j', async (disposition, name) => {
  const { fetch } = scripted({
    headers: { get: (header) => (header === 'Content-Disposition' ? disposition : 'image/jpeg') },
  });
  const file = await createClient({ baseUrl: '', fetch }).exportFile('id', { settings: {}, kind: 'image' });
  expect(file).toMatchObject({ name, contentType: 'image/jpeg' });
});
