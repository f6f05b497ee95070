/**
 * How long the main job takes: `npm run bench`. A 2 MP photo (a sample scene), the parts that a running service holds,
 * from Enter to four ranked candidates; medians of 9 after 2 warm-ups. Writes docs/performance.md.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import sharp from 'sharp';
import { decodePhoto } from '#node/decode.ts';
import { observe, previewScale } from '#retouch/observe.ts';
import { retouch } from '#retouch/retouch.ts';
import { choosePolicy, chooseReward, retouchParts } from '../src/cli/parts.ts';
import { SCENES } from './samples/scenes.ts';
import { renderSample } from './samples.ts';

const INSTRUCTIONS = [
  'make it feel like fall, keep the skin natural',
  'a bit brighter',
  'darken the sky',
  'cinematic teal and orange',
  'make this photo look its best',
];
const RUNS = 9;
const WARM_UPS = 2;

const file = await sharp(await renderSample(SCENES[0]!.name))
  .resize(1740, 1160)
  .jpeg({ quality: 93 })
  .toBuffer();
const parts = retouchParts({ policy: choosePolicy('embedded'), reward: chooseReward('embedded') });

const decoded = await decodePhoto(file, 'bench.jpg');
const decodeMs = await medianMs(() => decodePhoto(file, 'bench.jpg'));
const observeMs = await medianMs(() => observe(decoded.raster, decoded.facts));
const observation = observe(decoded.raster, decoded.facts);
const source = parts.renderer.open(observation.preview, { scale: previewScale(observation) });

const rows: string[] = [];
for (const instruction of INSTRUCTIONS) {
  const job = () =>
    retouch(
      { observation, source, decodeMs: 0, instruction, candidates: 4, seed: 1, locks: [], base: {} },
      parts,
    );
  const total = await medianMs(job);
  const { timings, candidates } = await job();
  const stages = [timings.proposeMs, timings.renderMs, timings.scoreMs].map((ms) => ms.toFixed(0));
  rows.push(`| ${instruction} | ${candidates.length} | ${stages.join(' | ')} | **${total.toFixed(0)}** |`);
}

const report = `# Performance

Written by \`npm run bench\`. Machine: ${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.versions.node}. Medians of ${RUNS}
after ${WARM_UPS} warm-ups, one process, milliseconds; stages from one run.

A ${decoded.raster.width} × ${decoded.raster.height} JPEG: decoding ${decodeMs.toFixed(0)} ms, looking at it once (preview, statistics, regions)
${observeMs.toFixed(0)} ms. Then, from Enter to the ranked candidates:

| instruction | candidates | propose | render | score | Enter to ranked |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
await writeFile('docs/performance.md', report);
console.log(report);

async function medianMs(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = -WARM_UPS; run < RUNS; run++) {
    const started = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
