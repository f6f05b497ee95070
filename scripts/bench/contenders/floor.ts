import sharp from 'sharp';
import type { BenchFiles, Contender } from './contender.ts';

/**
 * What no program of this kind can do without: the file decoded, two strips encoded at once, with fixed Huffman tables;
 * nothing in between, in a warm process. Joining the strips costs nothing that could be measured, so it is left out: the
 * picture is checked strip by strip.
 */
export function floor({ jpegBytes }: BenchFiles): Contender {
  return {
    id: 'floor',
    name: 'the floor: decode, encode in two strips',
    role: 'floor',
    start: 'warm',
    edit: '',
    async run() {
      const { data, info } = await sharp(jpegBytes).raw().toBuffer({ resolveWithObject: true });
      const { width, height } = info;
      // A strip's rows are whole blocks of 16, as they must be to be joined.
      const upper = 16 * Math.round(height / 32);
      const [first] = await Promise.all([
        encode(data.subarray(0, upper * width * 3), width, upper),
        encode(data.subarray(upper * width * 3), width, height - upper),
      ]);
      return first;
    },
  };
}

function encode(data: Uint8Array, width: number, height: number): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90, chromaSubsampling: '4:2:0', optimiseCoding: false })
    .toBuffer();
}
