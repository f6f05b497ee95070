import { createRenderPool, type RenderPool } from '#node/worker-pool.ts';

/** A pool for the time of `work`; its workers start at once, while files are still read, and this process takes part. */
export async function withRenderPool<T>(work: (pool: RenderPool) => Promise<T>): Promise<T> {
  const pool = createRenderPool({ takesPart: true });
  pool.warm();
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}
