/**
 * Before/after sheets to look at: every photo of a folder under each instruction, top-ranked candidate beside the original.
 *
 *   npx tsx scripts/contact-sheet.ts --photos <dir> --out <dir> ["instruction" …]
 *
 * One JPEG per instruction. Without instructions it makes the standard set, and prints how far each frame moved.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Raster } from '#image/raster.ts';
import { openPhotoFile } from '#node/photo.ts';
import { observe, previewScale } from '#retouch/observe.ts';
import { retouch } from '#retouch/retouch.ts';
import { choosePolicy, chooseReward, retouchParts } from '../src/cli/parts.ts';
import { writeSheet } from './sheet.ts';

const STANDARD = [
  'make it warmer',
  'a bit brighter',
  'less saturated',
  'more contrast',
  'black and white',
  'recover the highlights',
  'open up the shadows',
  'moody',
  'bright and airy',
  'autumn',
  'cinematic teal and orange',
  'vintage film',
  'make this photo look its best',
];
const EDGE = 300;
const COLUMNS = 6;

const { values, positionals } = parseArgs({
  options: {
    photos: { type: 'string' },
    out: { type: 'string' },
    rank: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
  allowPositionals: true,
});
if (!values.photos || !values.out)
  throw new Error('Usage: contact-sheet.ts --photos <dir> --out <dir> ["instruction" …]');
await mkdir(values.out, { recursive: true });

const files = (await readdir(values.photos)).filter((name) => /\.(jpe?g|png|tiff?|webp)$/i.test(name)).sort();
const photos = await Promise.all(
  files.map(async (name) => {
    const { raster, facts } = await openPhotoFile(join(values.photos!, name));
    return observe(raster, facts);
  }),
);
const parts = retouchParts({ policy: choosePolicy('embedded'), reward: chooseReward('embedded') });

for (const instruction of positionals.length > 0 ? positionals : STANDARD) {
  const tiles: Raster[] = [];
  const moves: string[] = [];
  for (const observation of photos) {
    const source = parts.renderer.open(observation.preview, { scale: previewScale(observation) });
    const result = await retouch(
      {
        observation,
        source,
        decodeMs: 0,
        instruction,
        candidates: 4,
        seed: Number(values.seed),
        locks: [],
        base: {},
      },
      parts,
    );
    const chosen = result.candidates[Number(values.rank) - 1];
    const after = parts.renderer.render(source, chosen?.settings ?? {});
    tiles.push(observation.preview, after);
    const moved = meanDeltaE2000(observation.lab, toLab(after));
    moves.push(
      `${observation.photo.name} ${moved.toFixed(1)} ${chosen ? `${chosen.reward.score.toFixed(1)} ${chosen.title}` : result.verdict}`,
    );
  }
  const path = join(values.out, `${instruction.replace(/\W+/g, '-').slice(0, 60)}.jpg`);
  await writeSheet(tiles, { columns: COLUMNS, edge: EDGE, path });
  console.log(`${path}\n  ${moves.join('\n  ')}`);
}
