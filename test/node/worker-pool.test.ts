import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readIccProfile } from '#color/icc.ts';
import { writeIccProfile } from '#color/icc-write.ts';
import { DISPLAY_P3 } from '#color/spaces.ts';
import { decodePhoto } from '#node/decode.ts';
import type { RenderJob } from '#node/render-job.ts';
import { createRenderPool, type RenderPool } from '#node/worker-pool.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { testSamples } from '../support/photo-files.ts';

const space = readIccProfile(writeIccProfile(DISPLAY_P3))!;
const raster = { width: 60, height: 40, data: testSamples(60, 40, 16), space };
const job: RenderJob = { photo: { raster }, settings: { Exposure2012: 0.5 }, output: { format: 'tiff' } };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
  await bundleWorker(join(folder, 'worker.mjs'));
  await writeFile(
    join(folder, 'dying.mjs'),
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));",
  );
  await writeFile(join(folder, 'throwing.mjs'), "throw new Error('cannot start');");
  await writeFile(
    join(folder, 'once.mjs'),
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { parentPort.postMessage({ file: new Uint8Array(1) }); process.exit(0); });",
  );
  await writeFile(
    join(folder, 'silent.mjs'),
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});",
  );
}, 30_000);
afterAll(() => rm(folder, { recursive: true }));

const pools: RenderPool[] = [];
function poolOf(worker: string, workers = 1): RenderPool {
  const pool = createRenderPool({
    renderer: embeddedRenderer,
    workers,
    workerFile: pathToFileURL(join(folder, worker)),
  });
  pools.push(pool);
  return pool;
}
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

test('a worker writes the same bytes as this process, profile and 16 bits included', async () => {
  const file = await poolOf('worker.mjs').render(job);
  expect(Buffer.from(file).equals(Buffer.from(await poolOf('absent.mjs').render(job)))).toBe(true);
  const { raster: rendered, colorSpace, bitDepth } = await decodePhoto(file, 'a.tif');
  expect({ colorSpace, bitDepth }).toEqual({ colorSpace: 'Display P3', bitDepth: 16 });
  expect(rendered.data).toEqual(embeddedRenderer.render(embeddedRenderer.open(raster), job.settings).data);
});

test('neutral settings give the photo back bit for bit', async () => {
  const file = await poolOf('worker.mjs').render({ ...job, settings: {} });
  expect((await decodePhoto(file, 'a.tif')).raster.data).toEqual(raster.data);
});

test('more jobs than workers all end, in whatever order', async () => {
  const pool = poolOf('worker.mjs', 2);
  const files = await Promise.all(
    Array.from({ length: 5 }, (_, index) => pool.render({ ...job, settings: { Exposure2012: index / 10 } })),
  );
  expect(new Set(files.map((file) => Buffer.from(file).toString('base64'))).size).toBe(5);
});

test("a worker's own error arrives with its code", async () => {
  const bad = { ...job, photo: { bytes: new Uint8Array(3), name: 'x.jpg' } };
  for (const worker of ['worker.mjs', 'absent.mjs']) {
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
  expect(await pool.render(job)).toHaveLength(1);
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

/** Bundles the worker as the build does. */
async function bundleWorker(outfile: string): Promise<void> {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [new URL('../../src/node/render-worker.ts', import.meta.url).pathname],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Outside of the project nothing is installed: sharp is taken from where it is.
    plugins: [
      {
        name: 'sharp',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^sharp$/ }, () => ({ path: import.meta.resolve('sharp'), external: true })),
      },
    ],
    logLevel: 'error',
  });
}
