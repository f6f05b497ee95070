import type { Fetch, FetchReply } from '#client/fetch.ts';
import { readPixels } from '#client/pixels.ts';
import { SRGB } from '#color/spaces.ts';
import { decodePhoto } from '#node/decode.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { RetouchEvent } from '#wire/api.ts';
import { type ErrorCode, RetouchError } from '#wire/error.ts';
import type { Backend } from '../../../plugin/photoshop/backend/backend.ts';
import { continueEvents } from '../../../plugin/photoshop/backend/continue-events.ts';
import { keepRenderings } from '../../../plugin/photoshop/backend/embedded/kept-renderings.ts';
import { fetchInTime } from '../../../plugin/photoshop/backend/fetch-in-time.ts';
import { nextTurn } from '../../../plugin/photoshop/backend/next-turn.ts';
import { createPictureSender } from '../../../plugin/photoshop/backend/send-picture.ts';
import { createTrust } from '../../../plugin/photoshop/backend/trust.ts';
import { writeTiff } from '../../../plugin/photoshop/backend/write-tiff.ts';
import { openedPixels } from './documents.ts';

describe('nextTurn()', () => {
  test('comes by a message where there are channels, and leaves none open', async () => {
    const closed: string[] = [];
    class Channel {
      readonly port1 = { onmessage: null as (() => void) | null, close: () => void closed.push('port1') };
      readonly port2 = { postMessage: () => queueMicrotask(() => this.port1.onmessage?.()) };
    }
    const never = () => {
      throw new Error('No timer is needed');
    };
    await nextTurn({ MessageChannel: Channel, setTimeout: never });
    expect(closed).toEqual(['port1']);
    await nextTurn(); // by a real one
  });

  test('comes by a timer where there are none', async () => {
    const waits: number[] = [];
    await nextTurn({ setTimeout: (run, milliseconds) => waits.push(milliseconds) && run() });
    expect(waits).toEqual([0]);
  });
});

describe('writeTiff()', () => {
  test.each([1, 2, 3, 150])('writes a picture %i px wide that a service reads as it was', async (width) => {
    const { raster } = openedPixels({ width });
    const photo = await decodePhoto(writeTiff(raster), 'a.tif');
    expect(photo.colorSpace).toBe('sRGB');
    expect([photo.raster.width, photo.raster.height]).toEqual([raster.width, raster.height]);
    expect(Array.from(photo.raster.data)).toEqual(Array.from(raster.data));
  });
});

describe('createPictureSender()', () => {
  test('sends a picture as base64, no larger than it is looked at', async () => {
    const { raster } = openedPixels({ width: 1024 });
    let turns = 0;
    const send = createPictureSender(async () => void turns++);
    const small = await send({ ...openedPixels({ width: 30 }).raster });
    expect(Buffer.from(small.rgb, 'base64')).toEqual(Buffer.from(openedPixels({ width: 30 }).raster.data));
    const { width, height, rgb } = await send(raster);
    expect([width, height, rgb.length]).toEqual([512, 342, 512 * 342 * 4]);
    expect(turns).toBeGreaterThan(10);
  });
});

describe('readPixels()', () => {
  test.each([
    ['nothing', []],
    ['a page', [...Buffer.from('<html></html>')]],
    ['a picture that breaks off', [2, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3]],
    ['a picture without size', [0, 0, 0, 0, 0, 0, 0, 0]],
  ])('refuses %s', (_, bytes) => {
    expect(() => readPixels(Uint8Array.from(bytes))).toThrow('something else than a picture');
  });

  test('reads size and samples', () => {
    const picture = readPixels(Uint8Array.of(2, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3, 4, 5, 6));
    expect(picture).toEqual({ width: 2, height: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6), space: SRGB });
  });
});

describe('fetchInTime()', () => {
  const never = () => new Promise<never>(() => {});
  const reply: FetchReply = {
    ok: true,
    status: 200,
    headers: { get: () => 'x' },
    json: async () => ({ said: 'yes' }),
    arrayBuffer: async () => new ArrayBuffer(3),
  };

  test('hands on replies', async () => {
    const answer = await fetchInTime(
      async () => reply,
      () => 1000,
    )('/', { method: 'GET', headers: {} });
    expect([answer.ok, answer.status, answer.headers.get('a'), await answer.json()]).toEqual([
      true,
      200,
      'x',
      { said: 'yes' },
    ]);
    expect((await answer.arrayBuffer()).byteLength).toBe(3);
  });

  test.each<[string, Fetch]>([
    ['a reply', never],
    ['its body', async () => ({ ...reply, json: never })],
  ])('does not wait for %s for ever, even where the host would', async (_, fetch) => {
    const inTime = fetchInTime(fetch, () => 5);
    const whole = inTime('/', { method: 'GET', headers: {} }).then((answer) => answer.json());
    await expect(whole).rejects.toMatchObject({ code: 'timeout' });
  });

  test('ends when the person gives up, and tells the host', async () => {
    const controller = new AbortController();
    let given: AbortSignal | undefined;
    const fetch: Fetch = (_, { signal }) => {
      given = signal;
      return never();
    };
    const request = fetchInTime(fetch, () => 60_000)('/', {
      method: 'GET',
      headers: {},
      signal: controller.signal,
    });
    controller.abort();
    await expect(request).rejects.toMatchObject({ code: 'cancelled' });
    expect(given!.aborted).toBe(true);
  });
});

describe('createTrust()', () => {
  const service = {} as Backend;
  const failure = new RetouchError('model-failed', 'gone');

  test('pauses longer with every failure in a row, and forgets them with an answer', () => {
    let time = 0;
    const trust = createTrust(() => time);
    const pauses = Array.from({ length: 8 }, () => {
      trust.lost(service, failure);
      const from = time;
      while (!trust.in(service)) time += 500;
      return time - from;
    });
    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    trust.kept(service);
    trust.lost(service, failure);
    time += 2000;
    expect(trust.in(service)).toBe(true);
  });

  test('tries at once when asked to', () => {
    const trust = createTrust(() => 0);
    trust.lost(service, failure);
    trust.reset();
    expect(trust.in(service)).toBe(true);
  });

  test.each<[ErrorCode, boolean]>([
    ['model-failed', true],
    ['internal', true],
    ['timeout', true],
    ['busy', true],
    ['unauthorized', true],
    ['not-found', true],
    ['bad-settings', false],
    ['bad-request', false],
    ['cancelled', false],
  ])('takes %s for a failure of the service: %s', (code, lost) => {
    const trust = createTrust(() => 0);
    expect(trust.lost(service, new RetouchError(code, '?'))).toBe(lost);
    expect(trust.in(service)).toBe(!lost);
  });
});

describe('continueEvents()', () => {
  const candidate = (exposure: number, sequence: number): RetouchEvent => ({
    type: 'candidate-ready',
    sequence,
    title: '?',
    settings: { Exposure2012: exposure },
  });
  const failed: RetouchEvent = { type: 'job-failed', sequence: 3, code: 'timeout', message: '…' };

  test('numbers through, tells a candidate once, and holds a failure back', () => {
    const told: RetouchEvent[] = [];
    const events = continueEvents((event) => told.push(event));
    for (const event of [candidate(1, 1), candidate(2, 2), failed, candidate(1, 1), candidate(3, 2)])
      events.tell(event);
    expect(
      told.map((event) => [event.sequence, 'settings' in event && event.settings['Exposure2012']]),
    ).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test('tells the failure when nobody else could help', () => {
    const told: RetouchEvent[] = [];
    const events = continueEvents((event) => told.push(event));
    events.tell(failed);
    events.fail();
    expect(told).toEqual([{ ...failed, sequence: 1 }]);
  });
});

describe('keepRenderings()', () => {
  test('renders the same settings once, whatever their order, and forgets the oldest', () => {
    const renderer = keepRenderings(embeddedRenderer);
    const source = renderer.open(openedPixels({ width: 30 }).raster);
    const one = renderer.render(source, { Exposure2012: 1, Contrast2012: 20 });
    expect(one.data).toEqual(embeddedRenderer.render(source, { Exposure2012: 1, Contrast2012: 20 }).data);
    expect(renderer.render(source, { Contrast2012: 20, Exposure2012: 1 })).toBe(one);
    for (let step = 0; step < 25; step++) renderer.render(source, { Contrast2012: step });
    expect(renderer.render(source, { Exposure2012: 1, Contrast2012: 20 })).not.toBe(one);
  });

  test('keeps photos apart', () => {
    const renderer = keepRenderings(embeddedRenderer);
    const [one, two] = [30, 60].map((width) => renderer.open(openedPixels({ width }).raster));
    expect(renderer.render(one!, {}).width).toBe(30);
    expect(renderer.render(two!, {}).width).toBe(60);
  });
});
