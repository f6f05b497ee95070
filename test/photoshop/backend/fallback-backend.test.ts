import type { Fetch } from '#client/fetch.ts';
import type { RetouchEvent } from '#wire/api.ts';
import { resultSchema } from '#wire/result.ts';
import { createEmbeddedBackend } from '../../../plugin/photoshop/backend/embedded/embedded-backend.ts';
import { createFallbackBackend } from '../../../plugin/photoshop/backend/fallback-backend.ts';
import { createServiceBackend } from '../../../plugin/photoshop/backend/service-backend.ts';
import { serviceInProcess, type TestService, TOKEN } from '../../support/services.ts';
import { openedPixels, patient } from './documents.ts';

let service: TestService;
beforeAll(async () => {
  service = await serviceInProcess();
});
afterAll(() => service.close());

/** Says what a request meets: the service, or a fault in its place. */
type Weather = (url: string) => 'fine' | 'unreachable' | 'stalled' | number;

/** Both backends, real, with a line between panel and service on which things can go wrong. */
function panel(weather: Weather = () => 'fine', patienceMs = 15_000) {
  const line = { weather };
  const fetch: Fetch = async (url, init) => {
    const met = line.weather(url.slice(service.baseUrl.length));
    if (met === 'unreachable') throw new TypeError('fetch failed');
    if (met === 'stalled') return new Promise<never>(() => {});
    if (met === 'fine') return service.fetch(url, init);
    return new Response('{}', { status: met }) as never;
  };
  const clock = { time: 0 };
  const answers: string[] = [];
  const alone = createEmbeddedBackend({ version: '0', now: () => performance.now(), warmUp: false });
  const connection = { baseUrl: service.baseUrl, token: TOKEN, fetch };
  const remote = createServiceBackend({ connection, breathe: async () => {}, pollMs: 1, patienceMs });
  const backend = createFallbackBackend({
    alone,
    service: () => remote,
    now: () => clock.time,
    onAnsweredBy: (id) => answers.push(id),
  });
  return { backend, answers, clock, line, remote, alone };
}

test('the service answers while it can', async () => {
  const { backend, answers } = panel();
  const { id } = await backend.open(openedPixels(), patient);
  await backend.render(id, { Exposure2012: 1 }, 512, patient);
  expect(answers).toEqual([service.baseUrl]);
  expect(backend.id).toBe(service.baseUrl);
});

test('without a service the panel answers alone', async () => {
  const { alone } = panel();
  const answers: string[] = [];
  const backend = createFallbackBackend({
    alone,
    service: () => null,
    now: () => 0,
    onAnsweredBy: (id) => answers.push(id),
  });
  expect((await backend.about()).samples).toEqual([]);
  const { id } = await backend.open(openedPixels(), patient);
  expect((await backend.render(id, {}, 512, patient)).width).toBe(150);
  expect(answers).toEqual(['alone']);
});

test.each<[string, Weather, number]>([
  ['is unreachable', () => 'unreachable', 15_000],
  ['answers 500', () => 500, 15_000],
  ['answers 401', () => 401, 15_000],
  ['stalls', () => 'stalled', 1000],
])(
  'a service that %s in the middle of a session is replaced for the same question',
  async (_, weather, patience) => {
    const { backend, answers, line } = panel(undefined, patience);
    const { id } = await backend.open(openedPixels(), patient);
    line.weather = weather;
    const picture = await backend.render(id, { Exposure2012: 1 }, 512, patient);
    expect(picture.width).toBe(150);
    expect((await backend.read('warmer')).goals[0]!.axis).toBe('warmth');
    expect(answers).toEqual([service.baseUrl, 'alone']);
  },
);

test('a job that breaks off is carried on as one story', async () => {
  const { backend, answers, line } = panel();
  const { id } = await backend.open(openedPixels(), patient);
  let polls = 0;
  line.weather = (path) => (path.includes('?since=') && ++polls > 3 ? 'unreachable' : 'fine');
  const events: RetouchEvent[] = [];
  const wish = { photo: id, instruction: 'warmer and brighter', candidates: 3 };
  await backend.retouch(wish, (event) => events.push(event), patient);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  expect(events.some(({ type }) => type === 'job-failed')).toBe(false);
  const last = events.at(-1)!;
  expect(resultSchema.safeParse('result' in last && last.result).error).toBeUndefined();
  const told = events.flatMap((event) =>
    event.type === 'candidate-ready' ? [JSON.stringify(event.settings)] : [],
  );
  expect(new Set(told).size).toBe(told.length);
  expect(answers).toEqual([service.baseUrl, 'alone']);
});

test('the service is tried again after a while, and at once when asked to', async () => {
  const { backend, answers, clock, line } = panel(() => 'unreachable');
  await backend.read('warmer');
  line.weather = () => 'fine';
  await backend.read('warmer');
  expect(answers).toEqual(['alone']);
  clock.time += 2000;
  await backend.read('warmer');
  expect(answers).toEqual(['alone', service.baseUrl]);
  line.weather = () => 503;
  await backend.read('warmer');
  line.weather = () => 'fine';
  backend.retry();
  await backend.read('warmer');
  expect(answers).toEqual(['alone', service.baseUrl, 'alone', service.baseUrl]);
});

test('a wrong question is told, not asked again', async () => {
  const { backend, answers } = panel();
  const { id } = await backend.open(openedPixels(), patient);
  const asked = backend.render(id, { Exposure2012: 'much' }, 512, patient);
  await expect(asked).rejects.toMatchObject({ code: 'bad-settings' });
  await expect(backend.read(' ')).rejects.toMatchObject({ code: 'bad-request' });
  await expect(backend.render('other', {}, 512, patient)).rejects.toMatchObject({ code: 'not-found' });
  await backend.read('warmer');
  expect(answers).toEqual([service.baseUrl]);
});

test('a person who gives up is not answered by the other one', async () => {
  const { backend, answers } = panel();
  const { id } = await backend.open(openedPixels(), patient);
  const controller = new AbortController();
  const job = backend.retouch(
    { photo: id, instruction: 'cinematic' },
    () => controller.abort(),
    controller.signal,
  );
  await expect(job).rejects.toMatchObject({ code: 'cancelled' });
  await backend.read('warmer');
  expect(answers).toEqual([service.baseUrl]);
});

test('a document that was longest unused is opened again where it was forgotten', async () => {
  const answers: string[] = [];
  const alone = createEmbeddedBackend({
    version: '0',
    now: () => performance.now(),
    warmUp: false,
    maxBytes: 1,
  });
  const backend = createFallbackBackend({
    alone,
    service: () => null,
    now: () => 0,
    onAnsweredBy: (id) => answers.push(id),
  });
  const one = await backend.open(openedPixels({ digit: 'a' }), patient);
  const two = await backend.open(openedPixels({ digit: 'b', width: 60 }), patient);
  const widths = async (ids: readonly string[]) => {
    const found: number[] = [];
    for (const id of ids) found.push((await backend.render(id, {}, 512, patient)).width);
    return found;
  };
  expect(await widths([one.id, two.id, one.id])).toEqual([150, 60, 150]);
});

test('a failure of both is told', async () => {
  const { backend, line } = panel();
  const { id } = await backend.open(openedPixels(), patient);
  line.weather = () => 'unreachable';
  const events: RetouchEvent[] = [];
  const wish = { photo: id, instruction: 'warmer', locks: 7 as never };
  await expect(backend.retouch(wish, (event) => events.push(event), patient)).rejects.toMatchObject({
    code: 'bad-request',
  });
});
