import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readIccProfile } from '#color/icc.ts';
import { writeIccProfile } from '#color/icc-write.ts';
import { DISPLAY_P3 } from '#color/spaces.ts';
import { decodePhoto } from '#node/decode.ts';
import { nodeRenderer } from '#node/engine.ts';
import { createRenderPool, type RenderPool, type SingleJob } from '#node/worker-pool.ts';
import { RetouchError } from '#wire/error.ts';
import { photoFile, testSamples } from '../support/photo-files.ts';
import { WORKER_FILE } from './worker-file.ts';

const space = readIccProfile(writeIccProfile(DISPLAY_P3))!;
const raster = { width: 60, height: 40, data: testSamples(60, 40, 16), space };
const job: SingleJob = { photo: { raster }, settings: { Exposure2012: 0.5 }, output: { format: 'tiff' } };

/** Workers that do something else than their work; `post` and `on` are the port's. */
const ODD_WORKERS = {
  dying: "on('message', () => process.exit(1));",
  throwing: "throw new Error('cannot start');",
  silent: "on('message', () => {});",
  once: "on('message', () => { post({ type: 'bytes', version: 0, bytes: new Uint8Array(1) }); post({ type: 'done' }); process.exit(0); });",
  // Does its work, but for a photo of that name, of whose second part it dies.
  exploding: `await import('${WORKER_FILE}'); on('message', ({ job, index }) => { if (job?.photo.name === 'explode' && index === 1) setTimeout(() => { const kept = []; for (;;) kept.push(new Array(1e5).fill(kept.length + 0.5)); }, 5); });`,
  // The second part crashes; the first stops when it is told to.
  half: "on('message', ({ type, index }) => { if (type === 'stop') post({ type: 'failed', code: 'cancelled', message: '' }); if (index === 1) setTimeout(() => { throw new RangeError('Array buffer allocation failed'); }, 20); });",
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
  const port =
    "import { parentPort } from 'node:worker_threads'; const post = (message) => parentPort.postMessage(message); const on = (name, act) => parentPort.on(name, act);";
  for (const [name, code] of Object.entries(ODD_WORKERS))
    await writeFile(join(folder, `${name}.mjs`), port + code);
}, 30_000);
afterAll(() => rm(folder, { recursive: true }));

const pools: RenderPool[] = [];
function poolOf(worker: string, workers = 1): RenderPool {
  const pool = createRenderPool({
    workers,
    heapMegabytes: 64,
    workerFile: worker === 'real' ? WORKER_FILE : pathToFileURL(join(folder, worker)),
  });
  pools.push(pool);
  return pool;
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

test('previews are what this process renders, several at once on one opened photo', async () => {
  const source = nodeRenderer.open(raster, { source: 'raw-preview', scale: 0.5 });
  const wishes = [job.settings, { Clarity2012: 40, Shadows2012: 60 }, { Sharpness: 60, GrainAmount: 30 }, {}];
  for (const pool of [poolOf('real', 2), poolOf('absent.mjs')]) {
    const pictures = await Promise.all(wishes.map((settings) => pool.preview(source, settings)));
    expect(pictures).toEqual(wishes.map((settings) => nodeRenderer.render(source, settings)));
  }
});

test.each([
  ['dies', 'dying.mjs', 'internal'],
  ['cannot start', 'throwing.mjs', 'internal'],
])('a preview whose worker %s fails with a reason', async (_, worker, code) => {
  const source = nodeRenderer.open(raster);
  await expect(poolOf(worker).preview(source, {})).rejects.toMatchObject({ code });
});

test('a preview does not wait for the jobs that all workers are busy with', async () => {
  const pool = poolOf('silent.mjs', 2);
  const busy = new AbortController();
  const endless = pool.render(job, busy.signal);
  const source = nodeRenderer.open(raster);
  expect(await pool.preview(source, job.settings)).toEqual(nodeRenderer.render(source, job.settings));
  busy.abort();
  await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
});

test('a preview that nobody waits for any more is cancelled, and the next one comes', async () => {
  const pool = poolOf('real');
  const source = nodeRenderer.open(raster);
  const gone = new AbortController();
  const first = pool.preview(source, { Exposure2012: 1 }, gone.signal);
  const waiting = pool.preview(source, { Exposure2012: 2 }, gone.signal);
  gone.abort();
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  expect((await pool.preview(source, {})).data).toEqual(raster.data);
});

test('a worker writes the same bytes as this process, profile and 16 bits included', async () => {
  const file = await poolOf('real').render(job);
  expect(Buffer.from(file).equals(Buffer.from(await poolOf('absent.mjs').render(job)))).toBe(true);
  const { raster: rendered, colorSpace, bitDepth } = await decodePhoto(file, 'a.tif');
  expect({ colorSpace, bitDepth }).toEqual({ colorSpace: 'Display P3', bitDepth: 16 });
  expect(rendered.data).toEqual(nodeRenderer.render(nodeRenderer.open(raster), job.settings).data);
});

test('neutral settings give the photo back bit for bit', async () => {
  const file = await poolOf('real').render({ ...job, settings: {} });
  expect((await decodePhoto(file, 'a.tif')).raster.data).toEqual(raster.data);
});

test('more jobs than workers all end, in whatever order', async () => {
  const pool = poolOf('real', 2);
  const files = await Promise.all(
    Array.from({ length: 5 }, (_, index) => pool.render({ ...job, settings: { Exposure2012: index / 10 } })),
  );
  expect(new Set(files.map((file) => Buffer.from(file).toString('base64'))).size).toBe(5);
});

test("a worker's own error arrives with its code", async () => {
  const bad = { ...job, photo: { bytes: new Uint8Array(3), name: 'x.jpg' } };
  for (const worker of ['real', 'absent.mjs']) {
    await expect(poolOf(worker).render(bad)).rejects.toMatchObject({ code: 'bad-photo' });
  }
});

test.each(['dying.mjs', 'throwing.mjs'])(
  'a job whose worker is %s fails alone, and the next gets a new worker',
  async (worker) => {
    const pool = poolOf(worker);
    await expect(pool.render(job)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('ran out of memory or crashed'),
    });
    await expect(pool.render(job)).rejects.toMatchObject({ code: 'internal' });
  },
);

test('a worker that ends right after its answer leaves no later job waiting', async () => {
  const pool = poolOf('once.mjs');
  expect(await pool.render(job)).toEqual(Uint8Array.of(0));
  for (let again = 0; again < 5; again++) {
    const [outcome] = await Promise.allSettled([pool.render(job)]);
    expect(outcome).toMatchObject(
      outcome!.status === 'fulfilled' ? { value: Uint8Array.of(0) } : { reason: { code: 'internal' } },
    );
  }
});

test('closing ends a job that runs', async () => {
  const pool = poolOf('silent.mjs');
  const asked = expect(pool.render(job)).rejects.toMatchObject({ code: 'internal' });
  await new Promise((resolve) => setImmediate(resolve));
  await pool.close();
  await asked;
});

test('cancelling ends the running job and one that waits', async () => {
  const pool = poolOf('silent.mjs');
  const [running, waiting] = [new AbortController(), new AbortController()];
  const jobs = [pool.render(job, running.signal), pool.render(job, waiting.signal)];
  waiting.abort();
  setImmediate(() => running.abort());
  const outcomes = await Promise.allSettled(jobs);
  expect(outcomes).toEqual(
    [0, 1].map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'cancelled' }) })),
  );
});

test('of a job whose one worker crashes the other is stopped, and both serve the next', async () => {
  const pool = poolOf('half.mjs', 2);
  for (let again = 0; again < 2; again++) {
    await expect(pool.render(job)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('not enough memory'),
    });
  }
});

test('a worker that runs out of memory in the middle of a photo fails its job alone', async () => {
  const pool = poolOf('exploding.mjs', 2);
  const bytes = new Uint8Array(await photoFile({ width: 1600, height: 1100 }));
  const jobOf = (name: string): SingleJob => ({
    photo: { bytes, name },
    settings: { Exposure2012: 1 },
    output: { format: 'jpeg' },
  });
  const outcomes = await Promise.allSettled(
    ['good', 'explode', 'good'].map((name) => pool.render(jobOf(name))),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({
    reason: { code: 'internal', message: expect.stringContaining('memory') },
  });
  const files = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [Buffer.from(one.value)] : []));
  expect(files[0]!.equals(files[1]!)).toBe(true);
});

test.each([5, 60, 200])('cancelled after %d ms, a job leaves its workers to the next', async (ms) => {
  const pool = poolOf('real', 2);
  const bytes = new Uint8Array(await photoFile({ width: 1600, height: 1100 }));
  const large: SingleJob = {
    photo: { bytes, name: 'a.jpg' },
    settings: { Clarity2012: 40 },
    output: { format: 'jpeg' },
  };
  await pool.render(job);
  const cancelled = pool.render(large, AbortSignal.timeout(ms)).catch((error) => error);
  const next = pool.render(job);
  const outcome = await cancelled;
  if (!(outcome instanceof Uint8Array)) expect(outcome).toMatchObject({ code: 'cancelled' });
  expect(await next).toBeInstanceOf(Uint8Array);
});

test('a version that cannot be written ends the job', async () => {
  const pool = poolOf('real', 2);
  const { photo, settings, output } = job;
  const written: number[] = [];
  const write = async (version: number) => {
    if (version === 1) throw new RetouchError('cannot-write', 'The disk is full');
    written.push(version);
  };
  const versions = Array.from({ length: 4 }, () => ({ settings, output }));
  await expect(pool.renderVersions({ photo, versions }, write)).rejects.toMatchObject({
    code: 'cannot-write',
  });
  expect(written).not.toContain(3);
  expect(await pool.render(job)).toBeInstanceOf(Uint8Array);
});
