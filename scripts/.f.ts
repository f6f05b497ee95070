import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { createRenderPool } from '#node/worker-pool.ts';
import { FULL_CHAIN } from './bench/settings.ts';

const file = new Uint8Array(readFileSync(process.argv[2]!));
const med = (a: number[]) => [...a].sort((x, y) => x - y)[a.length >> 1]!;
const enc = (d: Uint8Array, w: number, h: number) =>
  sharp(d, { raw: { width: w, height: h, channels: 3 } })
    .jpeg({ quality: 90, chromaSubsampling: '4:2:0', optimiseCoding: false })
    .toBuffer();
const floor = async () => {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const u = 16 * Math.round(info.height / 32);
  await Promise.all([
    enc(data.subarray(0, u * info.width * 3), info.width, u),
    enc(data.subarray(u * info.width * 3), info.width, info.height - u),
  ]);
};
const pool = createRenderPool({ workerFile: new URL('../dist/render-worker.js', import.meta.url) });
let i = 0;
const ours = (set: any) => () =>
  pool.render({
    photo: { bytes: file, name: 'a.jpg' },
    settings: { ...set, ...(set.Exposure2012 !== undefined ? { Exposure2012: 0.3 + (i++ % 50) / 500 } : {}) },
    output: { format: 'jpeg', quality: 90 },
  } as any);
const jobs: any = process.argv[3]
  ? { full: ours(FULL_CHAIN) }
  : { floor, full: ours(FULL_CHAIN), exposure: ours({ Exposure2012: 0.3 }), identity: ours({}) };
const t: any = {},
  c: any = {};
for (const n in jobs) {
  t[n] = [];
  c[n] = [];
}
for (let r = 0; r < 9; r++)
  for (const n in jobs) {
    const u = process.cpuUsage(),
      s = performance.now();
    await jobs[n]();
    const w = performance.now() - s,
      d = process.cpuUsage(u);
    if (r > 1) {
      t[n].push(w);
      c[n].push((d.user + d.system) / 1000);
    }
  }
for (const n in jobs)
  console.log(
    n.padEnd(10),
    'wall',
    med(t[n]).toFixed(0),
    'min',
    Math.min(...t[n]).toFixed(0),
    'cpu',
    med(c[n]).toFixed(0),
  );
if (jobs.floor)
  console.log(
    'full/floor',
    (med(t.full) / med(t.floor)).toFixed(2),
    'min/min',
    (Math.min(...t.full) / Math.min(...t.floor)).toFixed(2),
  );
await pool.close();
