import sharp from 'sharp';

export interface PhotoWish {
  readonly width: number;
  readonly height: number;
  readonly format?: 'jpeg' | 'png' | 'tiff' | 'webp';
  /** 8 or 16 bits; JPEG and WebP have 8. */
  readonly depth?: 8 | 16;
}

/** A small picture with light, shade and colour everywhere: a landscape of gradients. The same bytes each time. */
export async function photoFile({
  width,
  height,
  format = 'jpeg',
  depth = 8,
}: PhotoWish): Promise<Uint8Array> {
  const image = sharp(testSamples(width, height, depth), { raw: { width, height, channels: 3 } });
  const deep = depth === 16 ? image.toColourspace('rgb16') : image;
  return new Uint8Array(await deep[format](format === 'tiff' ? { compression: 'deflate' } : {}).toBuffer());
}

export function testSamples(width: number, height: number, depth: 8 | 16): Uint8Array | Uint16Array {
  const full = depth === 8 ? 255 : 65535;
  const samples = depth === 8 ? new Uint8Array(width * height * 3) : new Uint16Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const across = x / Math.max(1, width - 1);
      const down = y / Math.max(1, height - 1);
      const at = (y * width + x) * 3;
      samples[at] = full * (0.15 + 0.7 * across);
      samples[at + 1] = full * (0.2 + 0.5 * across * (1 - down) + 0.2 * down);
      samples[at + 2] = full * (0.85 - 0.65 * down);
    }
  }
  return samples;
}
