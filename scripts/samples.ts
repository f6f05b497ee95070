/**
 * Draws the sample scenes: `tsx scripts/samples.ts <folder>`.
 * Each becomes `<name>.jpg` (1500 × 1000) and `small/<name>.jpg` for the page's first screen.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { develop } from './samples/develop.ts';
import { SCENES } from './samples/scenes.ts';

const WIDTH = 1500;
const HEIGHT = 1000;
/** Drawn larger and reduced, which smooths the edges. */
const OVERSIZE = 1.2;
const SMALL_WIDTH = 640;

/** One scene as a JPEG. @throws RangeError for a name that is not in `SCENES` */
export async function renderSample(name: string): Promise<Buffer> {
  const scene = SCENES.find((each) => each.name === name);
  if (scene === undefined)
    throw new RangeError(`Cannot draw the sample scene '${name}': there is none of that name`);
  const width = Math.round(WIDTH * OVERSIZE);
  const height = Math.round(HEIGHT * OVERSIZE);
  const pixels = develop(scene.draw(width, height), { exposure: 1, grain: 2.4 });
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(WIDTH, HEIGHT, { kernel: 'lanczos3' })
    .jpeg({ quality: 93, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** Writes every scene and its small picture into the folder. */
export async function writeSamples(folder: string): Promise<void> {
  mkdirSync(join(folder, 'small'), { recursive: true });
  for (const { name } of SCENES) {
    const jpeg = await renderSample(name);
    writeFileSync(join(folder, `${name}.jpg`), jpeg);
    await sharp(jpeg)
      .resize(SMALL_WIDTH)
      .jpeg({ quality: 88 })
      .toFile(join(folder, 'small', `${name}.jpg`));
  }
}

const [, script, folder] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  if (folder === undefined) {
    console.error('Say where to: tsx scripts/samples.ts <folder>');
    process.exitCode = 2;
  } else {
    await writeSamples(folder);
  }
}
