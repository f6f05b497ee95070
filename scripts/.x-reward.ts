import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import { openPhotoFile } from '#node/photo.ts';
import { observe } from '#retouch/observe.ts';
import { choosePolicy, chooseReward, retouchParts } from '../src/cli/parts.ts';
const EDGE = 300;
const { values, positionals } = parseArgs({ options: { photos: { type: 'string', default: '02,04,08,13,14,15,18,19,22,23' }, dir: { type: 'string', default: '/work/shared/photos/kodak' }, out: { type: 'string', default: '/tmp/rw/out' }, sheet: { type: 'boolean', default: false }, full: { type: 'boolean', default: false }, fresh: { type: 'boolean', default: false }, ext: { type: 'string', default: 'png' } }, allowPositionals: true });
await mkdir(values.out, { recursive: true });
const parts = retouchParts({ policy: choosePolicy('embedded'), reward: chooseReward('embedded') });
const names = values.photos.split(',');
let scoreMs = 0, n = 0;
for (const instruction of positionals) {
  const key = instruction.replace(/\W+/g, '-').slice(0, 60);
  const rows: { r: Raster; t: string }[][] = [];
  console.log(`== ${instruction}`);
  for (const name of names) {
    const { raster, facts } = await openPhotoFile(join(values.dir, `${name}.${values.ext}`));
    const observation = observe(raster, facts);
    const source = parts.renderer.open(observation.preview);
    const reading = parts.read(instruction);
    const cache = `/tmp/rw/cache/${name}-${key}.json`;
    let proposals: any[];
    if (existsSync(cache) && !values.fresh) proposals = JSON.parse(await readFile(cache, 'utf8'));
    else { proposals = [...await parts.policy.doPropose({ observation, instruction, reading, candidates: 4, seed: 1, locks: [], base: {} } as any)]; await writeFile(cache, JSON.stringify(proposals)); }
    const before = parts.renderer.render(source, {});
    const candidates = proposals.map((p) => ({ settings: p.settings, after: parts.renderer.render(source, p.settings) }));
    const t0 = performance.now();
    const rewards = await parts.reward.doScore({ observation, instruction, reading, base: {}, before, candidates } as any);
    scoreMs += performance.now() - t0; n++;
    const order = proposals.map((p, i) => ({ p, r: rewards[i]!, a: candidates[i]!.after, i })).sort((x, y) => y.r.score - x.r.score);
    console.log(`${name} ${(performance.now() - t0).toFixed(0)}ms`);
    for (const { p, r, i } of order) {
      const bite = r.guards.filter((g) => g.score < g.limit).map((g) => `!${g.name} ${g.score} ${g.evidence}`);
      console.log(`   ${r.score.toFixed(1)} #${i} ${p.title} ${bite.join(' ')}`);
      if (values.full) for (const m of r.metrics) console.log(`        ${m.score.toFixed(1)} ×${m.weight.toFixed(2)} ${m.name} | ${m.evidence}`);
    }
    rows.push([{ r: observation.preview, t: name }, ...order.map(({ p, r, a, i }) => ({ r: a, t: `${r.score.toFixed(1)} #${i} ${p.title}` }))]);
  }
  if (values.sheet) {
    const comps: any[] = []; let top = 0;
    for (const row of rows) {
      let h = 0;
      for (const [i, { r, t }] of row.entries()) {
        const s = convertRaster(fitWithin(r, EDGE), SRGB, 8);
        comps.push({ input: Buffer.from(s.data), raw: { width: s.width, height: s.height, channels: 3 }, left: i * (EDGE + 6), top: top + 16 });
        comps.push({ input: Buffer.from(`<svg width="${EDGE}" height="16"><text x="2" y="12" font-size="11" font-family="sans-serif">${t.slice(0, 56).replace(/&/g, '+')}</text></svg>`), left: i * (EDGE + 6), top });
        h = Math.max(h, s.height);
      }
      top += h + 22;
    }
    await sharp({ create: { width: 5 * (EDGE + 6), height: top, channels: 3, background: '#999' } }).composite(comps).jpeg({ quality: 85 }).toFile(join(values.out, `${key}.jpg`));
  }
}
console.log(`score mean ${(scoreMs / n).toFixed(0)} ms`);
