import { readFileSync } from 'node:fs';
import { startBenchService } from './bench/service.ts';
import { FULL_CHAIN, varied } from './bench/settings.ts';

const s = await startBenchService();
const bytes = new Uint8Array(readFileSync('/tmp/b.jpg'));
const { id } = await s.client.openPhoto(bytes, 'b.jpg');
const t: number[] = [];
for (let i = 0; i < 12; i++) {
  const a = performance.now();
  const r = await s.client.exportFile(id, {
    kind: 'image',
    format: 'jpeg',
    quality: 90,
    settings: varied(FULL_CHAIN, i),
  } as any);
  t.push(performance.now() - a);
}
console.log(t.map((x) => x.toFixed(0)).join(' '));
await s.close();
