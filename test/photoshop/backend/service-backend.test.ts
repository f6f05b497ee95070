import type { Fetch } from '#client/fetch.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Settings } from '#settings/settings.ts';
import type { RetouchEvent } from '#wire/api.ts';
import { createEmbeddedBackend } from '../../../plugin/photoshop/backend/embedded/embedded-backend.ts';
import { createServiceBackend } from '../../../plugin/photoshop/backend/service-backend.ts';
import { serviceOverHttp, type TestService, TOKEN } from '../../support/services.ts';
import { openedPixels, patient } from './documents.ts';

let service: TestService;
beforeAll(async () => {
  service = await serviceOverHttp();
});
afterAll(() => service.close());

const breathe = async () => {};

/** The real service, by a `fetch` that remembers the paths asked for. */
function connected(fetch: Fetch = service.fetch) {
  const asked: string[] = [];
  const watched: Fetch = (url, init) => {
    asked.push(`${init.method} ${url.slice(service.baseUrl.length).replace(/\?.*/, '')}`);
    return fetch(url, init);
  };
  const connection = { baseUrl: service.baseUrl, token: TOKEN, fetch: watched };
  return { asked, backend: createServiceBackend({ connection, breathe, pollMs: 5 }) };
}

test('a document is opened as what it is: its name, its size, its notes', async () => {
  const { backend } = connected();
  const pixels = openedPixels({ name: 'hügel \ud83d.psd' });
  const reply = await backend.open(pixels, patient);
  expect(reply).toMatchObject({ photo: pixels.facts, notes: pixels.notes, bitDepth: 16, canEmbed: false });
  expect(backend.id).toBe(service.baseUrl);
  const kept = await service.client.photo(reply.id);
  expect(kept.photo).toMatchObject({ name: 'hügel \ufffd.psd', width: 3000, height: 2000 });
});

test('a job is followed by polling alone, and its result is about the document', async () => {
  const { backend, asked } = connected();
  const pixels = openedPixels();
  const { id } = await backend.open(pixels, patient);
  const events: RetouchEvent[] = [];
  await backend.retouch(
    { photo: id, instruction: 'warmer', candidates: 2 },
    (event) => events.push(event),
    patient,
  );
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)).toMatchObject({ type: 'result-ready', result: { photo: pixels.facts } });
  expect(asked.some((path) => path.endsWith('/events'))).toBe(false);
});

test('a picture comes as pixels, like the one that the panel renders alone', async () => {
  const { backend } = connected();
  const alone = createEmbeddedBackend({ version: '0', now: () => performance.now(), warmUp: false });
  const settings = { Exposure2012: 0.6, Shadows2012: 30, Sharpness: 40 };
  const ids = [await backend.open(openedPixels(), patient), await alone.open(openedPixels(), patient)];
  const theirs = await backend.render(ids[0]!.id, settings, 512, patient);
  const ours = await alone.render(ids[1]!.id, settings, 512, patient);
  expect([theirs.width, theirs.height]).toEqual([150, 100]);
  expect(meanDeltaE2000(toLab(theirs), toLab(ours))).toBeLessThan(0.3);
  expect((await backend.render(ids[0]!.id, settings, 60, patient)).width).toBe(60);
});

test('what the host rendered is ranked by its own pixels', async () => {
  const { backend } = connected();
  const { id: photo } = await backend.open(openedPixels(), patient);
  const dark = { Exposure2012: -0.7 };
  const light = { Exposure2012: 0.7 };
  const candidates = [
    { id: 'a', settings: light },
    { id: 'b', settings: dark },
  ];
  const asked = { photo, instruction: 'brighter', candidates };
  const picture = (settings: Settings) => backend.render(photo, settings, 512, patient);
  const [before, a, b] = [await picture({}), await picture(light), await picture(dark)];
  const ranks = ({ candidates }: Awaited<ReturnType<typeof backend.rank>>) =>
    Object.fromEntries(candidates.map(({ id, rank }) => [id, rank]));
  expect(ranks(await backend.rank(asked, patient))).toEqual({ a: 1, b: 2 });
  expect(ranks(await backend.rankRendered(asked, { a, b }, before, patient))).toEqual({ a: 1, b: 2 });
  expect(ranks(await backend.rankRendered(asked, { a: b, b: a }, before, patient))).toEqual({ a: 2, b: 1 });
  await expect(backend.rankRendered(asked, { a }, before, patient)).rejects.toMatchObject({
    code: 'bad-request',
  });
});

test('a service that lost the document is given it again', async () => {
  const { backend, asked } = connected();
  const { id } = await backend.open(openedPixels({ digit: '7', width: 90 }), patient);
  const restarted = await serviceOverHttp();
  try {
    const moved = connected((url, init) =>
      service.fetch(url.replace(service.baseUrl, restarted.baseUrl), init),
    );
    await moved.backend.open(openedPixels({ width: 30 }), patient);
    // The same backend, another process at its address.
    const swapped: Fetch = (url, init) =>
      restarted.fetch(url.replace(service.baseUrl, restarted.baseUrl), init);
    let now: Fetch = service.fetch;
    const connection = {
      baseUrl: service.baseUrl,
      token: TOKEN,
      fetch: (...args: Parameters<Fetch>) => now(...args),
    };
    const one = createServiceBackend({ connection, breathe, pollMs: 5 });
    const opened = await one.open(openedPixels({ digit: '7', width: 90 }), patient);
    expect(opened.id).toBe(id);
    now = swapped;
    expect((await one.render(id, {}, 512, patient)).width).toBe(90);
    const events: RetouchEvent[] = [];
    await one.retouch(
      { photo: id, instruction: 'cooler', candidates: 1 },
      (event) => events.push(event),
      patient,
    );
    expect(events.at(-1)!.type).toBe('result-ready');
  } finally {
    await restarted.close();
  }
  expect(asked).toContain('POST /v1/photos');
});

test('a service that stalls is not waited for', async () => {
  const connection = { baseUrl: service.baseUrl, token: TOKEN, fetch: () => new Promise<never>(() => {}) };
  const backend = createServiceBackend({ connection, breathe, patienceMs: 5 });
  await expect(backend.read('warmer')).rejects.toMatchObject({ code: 'timeout' });
});

test('giving up ends the job on the service, too', async () => {
  const { backend, asked } = connected();
  const { id } = await backend.open(openedPixels(), patient);
  const controller = new AbortController();
  const job = backend.retouch(
    { photo: id, instruction: 'cinematic', candidates: 12 },
    () => controller.abort(),
    controller.signal,
  );
  await expect(job).rejects.toMatchObject({ code: 'cancelled' });
  expect(asked.some((path) => path.startsWith('DELETE /v1/retouches/'))).toBe(true);
});
