import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import { depthOf, samplesOf } from '#image/depth.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { LabImage, Raster } from '#image/raster.ts';

/** Every so many pixels one is compared: a million of 24 MP, at all places of an 8 × 8 block. */
const STEP = 23;

/** A picture's size and a part of its pixels, for comparing. */
export interface Sample {
  readonly width: number;
  readonly height: number;
  readonly lab: LabImage;
}

/** Decodes a file (its path or its bytes), 8 or 16 bits, as sRGB. */
export async function sampleFile(file: string | Uint8Array): Promise<Sample> {
  const image = sharp(file, { limitInputPixels: false });
  const deep = (await image.metadata()).depth === 'ushort';
  const { data, info } = await image
    .toColourspace(deep ? 'rgb16' : 'srgb')
    .removeAlpha()
    .raw({ depth: deep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const samples = deep ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
  return sampleRaster({ width: info.width, height: info.height, data: samples, space: SRGB });
}

export function sampleRaster({ width, height, data, space }: Raster): Sample {
  const count = Math.ceil((width * height) / STEP);
  const some = samplesOf(depthOf(data), count * 3);
  for (let i = 0; i < count; i++)
    for (let channel = 0; channel < 3; channel++) some[i * 3 + channel] = data[i * STEP * 3 + channel]!;
  return { width, height, lab: toLab({ width: count, height: 1, data: some, space }) };
}

/** Mean CIEDE2000 difference. @throws Error when the sizes differ */
export function differenceOf(a: Sample, b: Sample): number {
  if (a.width !== b.width || a.height !== b.height)
    throw new Error(`It is ${a.width} × ${a.height} px instead of ${b.width} × ${b.height}`);
  return meanDeltaE2000(a.lab, b.lab);
}
