/** The worker as it was built: what a user runs. */
export const WORKER_FILE = new URL('../../dist/render-worker.js', import.meta.url);
