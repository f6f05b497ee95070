import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fitWithin } from '#image/resample.ts';
import { createRenderPool } from '#node/worker-pool.ts';
import { open } from '#render/pipeline.ts';
import type { Bench } from './context.ts';
import { roundsOf } from './context.ts';
import { interleave } from './interleave.ts';
import { timesOf } from './median.ts';
import { ROOT } from './product.ts';
import type { CandidateResults } from './results.ts';
import { FULL_CHAIN, varied } from './settings.ts';

/** Long edge of the pictures that candidates are rendered at, px. */
const EDGE = 1024;
/** Six is what the goal speaks of. */
const COUNTS = [1, 2, 4, 6, 8, 16, 32, 64];
/** The engine's code is compiled by the second picture, its tables' by the tenth. */
const WARM_UPS = 3;

/** What candidates cost on an open photo: the engine alone, on the workers of a service, before anything is encoded. */
export async function benchCandidates(bench: Bench): Promise<CandidateResults> {
  const { picture, say } = bench;
  say(`candidates at ${EDGE} px`);
  const raster = fitWithin(picture, EDGE);
  const source = open(raster, { scale: raster.width / picture.width });
  const pool = createRenderPool({ workerFile: pathToFileURL(join(ROOT, 'dist/render-worker.js')) });
  pool.warm();
  let index = 0;
  const times = await interleave(
    COUNTS.map((count) => ({
      id: String(count),
      warmUps: WARM_UPS,
      async run() {
        // Never the same settings twice in a row: what an engine keeps of one candidate serves no other.
        await Promise.all(
          Array.from({ length: count }, () => pool.preview(source, varied(FULL_CHAIN, index++))),
        );
      },
    })),
    roundsOf(bench),
    (_, error) => {
      throw error;
    },
  );
  await pool.close();
  return {
    width: raster.width,
    height: raster.height,
    points: COUNTS.map((amount) => ({ amount, times: timesOf(times.get(String(amount))!) })),
  };
}
