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
import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import { openPhotoFile } from '#node/photo.ts';
import { observe, previewScale } from '#retouch/observe.ts';
import { retouch } from '#retouch/retouch.ts';
import { choosePolicy, chooseReward, retouchParts } from '../src/cli/parts.ts';

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
    tiles.push(thumbnail(observation.preview), thumbnail(after));
    const moved = meanDeltaE2000(observation.lab, toLab(after));
    moves.push(
      `${observation.photo.name} ${moved.toFixed(1)} ${chosen ? `${chosen.reward.score.toFixed(1)} ${chosen.title}` : result.verdict}`,
    );
  }
  const path = join(values.out, `${instruction.replace(/\W+/g, '-').slice(0, 60)}.jpg`);
  await writeSheet(tiles, path);
  console.log(`${path}\n  ${moves.join('\n  ')}`);
}

function thumbnail(raster: Raster): Raster {
  return convertRaster(fitWithin(raster, EDGE), SRGB, 8);
}

async function writeSheet(tiles: readonly Raster[], path: string): Promise<void> {
  const rows = Math.ceil(tiles.length / COLUMNS);
  const composites = tiles.map(({ data, width, height }, i) => ({
    input: Buffer.from(data),
    raw: { width, height, channels: 3 as const },
    left: (i % COLUMNS) * (EDGE + 6),
    top: Math.floor(i / COLUMNS) * (EDGE + 6),
  }));
  const create = {
    width: COLUMNS * (EDGE + 6),
    height: rows * (EDGE + 6),
    channels: 3 as const,
    background: '#777777',
  };
  await sharp({ create }).composite(composites).jpeg({ quality: 88 }).toFile(path);
}
