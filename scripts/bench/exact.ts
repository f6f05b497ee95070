import sharp from 'sharp';
import { differenceOf, type Sample, sampleFile } from './check.ts';
import { runChild } from './child.ts';
import { TIMEOUT_MS } from './contenders/contender.ts';
import type { Bench } from './context.ts';
import { writeTiff16 } from './pictures.ts';
import { ROOT } from './product.ts';

/** What our own 16-bit path makes of the same pixels: the picture that an export is measured by. */
export interface Exact {
  readonly pixels: Sample;
  /** The same written as exports are: what is left of a difference is not JPEG's. */
  readonly asJpeg: Sample;
  /** Mean ΔE00 that JPEG at an export's quality takes from it: no export can be nearer. */
  readonly jpegLoss: number;
}

/** Develops the decoded pixels as a 16-bit TIFF through the command line. Leaves `exact-in.tif` and `exact.tif`. */
export async function developExactly({ files, picture }: Bench): Promise<Exact> {
  const [from, to] = [files.at('exact-in.tif'), files.at('exact.tif')];
  await writeTiff16(picture, from);
  await runChild(
    process.execPath,
    ['dist/cli.js', 'develop', from, '--settings', files.settings, '--out', to],
    { timeoutMs: TIMEOUT_MS, cwd: ROOT },
  );
  const encoded = await sharp(to)
    .toColourspace('srgb')
    .jpeg({ quality: 90, chromaSubsampling: '4:2:0', optimiseCoding: false })
    .toBuffer();
  const [pixels, asJpeg] = [await sampleFile(to), await sampleFile(encoded)];
  return { pixels, asJpeg, jpegLoss: differenceOf(asJpeg, pixels) };
}
