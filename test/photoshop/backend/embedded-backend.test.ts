import { resize } from '#image/resample.ts';
import { readInstruction } from '#instruction/read.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { observe, previewScale } from '#retouch/observe.ts';
import { retouch } from '#retouch/retouch.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import type { Settings } from '#settings/settings.ts';
import { aboutSchema, photoReplySchema, type RetouchEvent, retouchEventSchema } from '#wire/api.ts';
import type { RetouchResult } from '#wire/result.ts';
import type { Backend } from '../../../plugin/photoshop/backend/backend.ts';
import {
  createEmbeddedBackend,
  type EmbeddedOptions,
} from '../../../plugin/photoshop/backend/embedded/embedded-backend.ts';
import { openedPixels, patient } from './documents.ts';

const now = () => performance.now();

function backendOf(options: Partial<EmbeddedOptions> = {}): Backend {
  return createEmbeddedBackend({ version: '1.2.3', now, warmUp: false, ...options });
}

async function ask(backend: Backend, photo: string, more: object = {}, signal = patient) {
  const events: RetouchEvent[] = [];
  const wish = { photo, instruction: 'warmer and a bit brighter', candidates: 3, ...more };
  await backend.retouch(wish, (event) => events.push(event), signal);
  return events;
}

function resultOf(events: readonly RetouchEvent[]): RetouchResult {
  const last = events.at(-1)!;
  if (last.type !== 'result-ready') throw new Error(`Expected a result, received ${last.type}`);
  return last.result;
}

const backend = backendOf();
const { id: photo } = await backend.open(openedPixels(), patient);
const events = await ask(backend, photo);
const result = resultOf(events);
const [best] = result.candidates;

describe('an embedded backend', () => {
  test('tells of itself and of a document in the words of the API', async () => {
    expect(aboutSchema.parse(await backend.about())).toMatchObject({ version: '1.2.3', samples: [] });
    const reply = photoReplySchema.parse(await backend.open(openedPixels(), patient));
    const { facts, notes, raster } = openedPixels();
    expect(reply).toMatchObject({ photo: facts, notes, bitDepth: 16, colorSpace: 'sRGB', canEmbed: false });
    expect(reply.regions).toEqual(observe(raster, facts).regions.map(({ name, area }) => ({ name, area })));
    expect(reply.examples).toHaveLength(3);
  });

  test('tells every event of a job as the API does, candidates before their ranking', () => {
    for (const event of events) expect(retouchEventSchema.safeParse(event).error).toBeUndefined();
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const types = events.map((event) => (event.type === 'stage-start' ? event.stage : event.type));
    expect(types.slice(0, 4)).toEqual(['observe', 'read', 'reading-ready', 'propose']);
    expect(types.filter((type) => type === 'candidate-ready')).toHaveLength(3);
    expect(types.slice(-3)).toEqual(['score', 'rank', 'result-ready']);
  });

  test('answers as the engine does at once, and the same again', async () => {
    const { raster, facts } = openedPixels();
    const observation = observe(raster, facts);
    const source = embeddedRenderer.open(observation.preview, { scale: previewScale(observation) });
    const wish = { instruction: result.instruction, candidates: 3, seed: 1, locks: [], base: {} };
    const parts = {
      read: readInstruction,
      policy: createEmbeddedPolicy({ renderer: embeddedRenderer }),
      reward: createEmbeddedReward(),
      renderer: embeddedRenderer,
      now,
    };
    const atOnce = await retouch({ ...wish, observation, source, decodeMs: 0 }, parts);
    const again = backendOf({ budgetMs: 0 });
    const { id } = await again.open(openedPixels(), patient);
    const timings = null;
    expect({ ...result, timings }).toEqual({ ...atOnce, timings });
    expect({ ...resultOf(await ask(again, id)), timings }).toEqual({ ...atOnce, timings });
  });

  test('gives the host a turn between hundreds of pieces of work', async () => {
    let turns = 0;
    const yieldTo = async () => void turns++;
    const cut = backendOf({ budgetMs: 0, yieldTo });
    const { id } = await cut.open(openedPixels(), patient);
    expect(turns).toBeGreaterThan(20);
    turns = 0;
    await ask(cut, id);
    expect(turns).toBeGreaterThan(100);
  });

  test('gives no turn away while time is left', async () => {
    let turns = 0;
    const quick = backendOf({ now: () => 0, yieldTo: async () => void turns++ });
    await quick.open(openedPixels(), patient);
    expect(turns).toBe(0);
  });

  test('ends a job between two pieces when the person gave it up, and says so', async () => {
    const controller = new AbortController();
    const told: RetouchEvent[] = [];
    const job = backend.retouch(
      { photo, instruction: 'cinematic' },
      (event) => {
        told.push(event);
        if (event.type === 'candidate-ready') controller.abort();
      },
      controller.signal,
    );
    await expect(job).rejects.toMatchObject({ code: 'cancelled' });
    expect(told.at(-1)).toMatchObject({ type: 'job-failed', code: 'cancelled' });
    expect(told.filter(({ type }) => type === 'candidate-ready')).toHaveLength(1);
  });

  test.each<[string, (signal: AbortSignal) => Promise<unknown>]>([
    ['opening', (signal) => backend.open(openedPixels({ digit: '9' }), signal)],
    ['rendering', (signal) => backend.render(photo, { Exposure2012: 0.77 }, 512, signal)],
    [
      'ranking',
      (signal) =>
        backend.rank({ photo, instruction: 'warmer', candidates: [{ id: 'a', settings: {} }] }, signal),
    ],
  ])('%s that was given up throws cancelled', async (_, work) => {
    const controller = new AbortController();
    controller.abort();
    await expect(work(controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('shows a candidate that a job rendered without rendering it again', async () => {
    const once = await backend.render(photo, best!.settings, 512, patient);
    expect([once.width, once.height]).toEqual([150, 100]);
    expect(await backend.render(photo, best!.settings, 150, patient)).toBe(once);
    const thumbnail = await backend.render(photo, best!.settings, 60, patient);
    expect([thumbnail.width, thumbnail.height]).toEqual([60, 40]);
  });

  test('renders a large document at its own edge, with detail as the full size has it', async () => {
    const large = openedPixels({ width: 900, digit: '5' });
    const { id } = await backend.open(large, patient);
    const settings = { Exposure2012: 0.5, Sharpness: 80 };
    const picture = await backend.render(id, settings, 4000, patient);
    expect(picture.width).toBe(900);
    const source = embeddedRenderer.open(large.raster, { scale: 900 / 3000 });
    expect(
      Buffer.from(picture.data).equals(Buffer.from(embeddedRenderer.render(source, settings).data)),
    ).toBe(true);
    expect((await backend.render(id, settings, 700, patient)).width).toBe(700);
  });

  test('ranks given settings as the job ranked them, and anew by the weights of the person', async () => {
    const candidates = result.candidates.map(({ id, settings }) => ({ id, settings }));
    const asked = { photo, instruction: result.instruction, reading: result.reading, candidates };
    const reply = await backend.rank(asked, patient);
    expect(reply.candidates.map(({ reward }) => reward)).toEqual(
      result.candidates.map(({ reward }) => reward),
    );
    const [first] = best!.reward.metrics;
    const weighed = await backend.rank({ ...asked, weights: { [first!.name]: 1 } }, patient);
    expect(weighed.candidates[0]!.reward.metrics[0]!.weight).toBeGreaterThan(first!.weight);
  });

  test('scores what a host rendered instead of its own renderings, whatever their size', async () => {
    const [one, two] = result.candidates;
    const candidates = [one!, two!].map(({ id, settings }) => ({ id, settings }));
    const asked = { photo, instruction: result.instruction, candidates };
    const shown = async (settings: Settings) =>
      resize(await backend.render(photo, settings, 512, patient), 300, 200);
    const before = await shown({});
    const [a, b] = [await shown(one!.settings), await shown(two!.settings)];
    const own = await backend.rankRendered(asked, { [one!.id]: a, [two!.id]: b }, before, patient);
    const swapped = await backend.rankRendered(asked, { [one!.id]: b, [two!.id]: a }, before, patient);
    expect(own.candidates.map(({ reward }) => reward)).toEqual([one!.reward, two!.reward]);
    expect(swapped.candidates.map(({ reward }) => reward)).toEqual([two!.reward, one!.reward]);
    await expect(backend.rankRendered(asked, { [one!.id]: a }, before, patient)).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  test('keeps documents apart, and forgets the one longest unused when memory is short', async () => {
    const small = backendOf({ maxBytes: 1 });
    const one = await small.open(openedPixels({ digit: 'a' }), patient);
    const two = await small.open(openedPixels({ digit: 'b', width: 60 }), patient);
    expect((await small.render(two.id, {}, 512, patient)).width).toBe(60);
    await expect(small.render(one.id, {}, 512, patient)).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each<[string, object, string]>([
    ['settings that are none', { base: { Exposure2012: 'much' } }, 'bad-settings'],
    ['an empty instruction', { instruction: ' ' }, 'bad-request'],
    ['a document that is not open', { photo: 'other' }, 'not-found'],
  ])('refuses %s', async (_, more, code) => {
    await expect(ask(backend, photo, more)).rejects.toMatchObject({ code });
  });

  test('answers while it tries an opened document out, and the same', async () => {
    const warm = backendOf({ warmUp: true, budgetMs: 0 });
    const { id } = await warm.open(openedPixels(), patient);
    const timings = null;
    expect({ ...resultOf(await ask(warm, id)), timings }).toEqual({ ...result, timings });
  });
});
