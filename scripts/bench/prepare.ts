import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import type { Bench } from './context.ts';
import { cameraJpeg, mosaic } from './pictures.ts';
import { buildProduct, ROOT } from './product.ts';
import { startBenchService } from './service.ts';
import { FULL_CHAIN } from './settings.ts';

/** Builds the product, makes the picture and the settings in `folder`, starts the service. */
export async function prepare(folder: string, { quick, say }: Pick<Bench, 'quick' | 'say'>): Promise<Bench> {
  say('building');
  await buildProduct();
  say('drawing the 24 MP picture');
  const at = (name: string) => join(folder, name);
  const [jpeg, settings] = [at('bench.jpg'), at('settings.json')];
  await writeFile(jpeg, await cameraJpeg(await mosaic(join(ROOT, 'dist/samples'))));
  await writeFile(settings, JSON.stringify(FULL_CHAIN));
  const jpegBytes = new Uint8Array(await readFile(jpeg));
  const { data, info } = await sharp(jpegBytes).raw().toBuffer({ resolveWithObject: true });
  const picture = { width: info.width, height: info.height, data: new Uint8Array(data), space: SRGB };
  return {
    files: { jpeg, jpegBytes, settings, at },
    picture,
    service: await startBenchService(),
    quick,
    say,
  };
}
