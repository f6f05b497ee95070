import { SRGB } from '#color/spaces.ts';
import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { observe } from '#retouch/observe.ts';

const WIDTH = 192;
const HEIGHT = 128;

type Rgb = readonly [number, number, number];

interface PictureOptions {
  /** Factor on the encoded samples. */
  readonly light?: number;
  /** Added to red and taken from blue, encoded. */
  readonly warmth?: number;
  /** Whether the sky is burnt out. */
  readonly burnt?: boolean;
}

/** A small outdoor scene: blue sky over grass with a grey road and a red barn, with texture but no chance in it. */
export function landscape({ light = 1, warmth = 0, burnt = false }: PictureOptions = {}): Raster {
  return paint((x, y) => {
    const ripple = 8 * Math.sin(x / 3) * Math.cos(y / 4);
    const shade = light * (1 + ripple / 120);
    const base = colourAt(x / WIDTH, y / HEIGHT, burnt);
    return [base[0] * shade + warmth, base[1] * shade, base[2] * shade - warmth];
  });
}

function colourAt(x: number, y: number, burnt: boolean): Rgb {
  if (y < 0.42) return burnt ? [262, 262, 262] : [120 + 90 * y, 160 + 80 * y, 205 + 40 * y];
  if (x > 0.12 && x < 0.34 && y < 0.7) return [150, 52, 44];
  if (Math.abs(x - 0.62) < 0.06 + 0.3 * (y - 0.42)) return [112 + 60 * y, 112 + 60 * y, 112 + 60 * y];
  return [62 + 60 * (y - 0.42), 96 + 70 * (y - 0.42), 48];
}

/** A picture with nothing wrong: the full range of tones, neutral greys, moderate colour. */
export function balanced(): Raster {
  return paint((x, y) => {
    const grey = 12 + 216 * (x / WIDTH);
    const hue = [0.09 * Math.sin(y / 9), 0.09 * Math.sin(y / 9 + 2.1), 0.09 * Math.sin(y / 9 + 4.2)] as const;
    const colour = y % 32 < 16 ? 0 : 1;
    return [grey * (1 + colour * hue[0]), grey * (1 + colour * hue[1]), grey * (1 + colour * hue[2])];
  });
}

function paint(at: (x: number, y: number) => Rgb): Raster {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const rgb = at(x, y);
      for (let c = 0; c < 3; c++)
        data[3 * (y * WIDTH + x) + c] = Math.round(Math.min(255, Math.max(0, rgb[c]!)));
    }
  }
  return { width: WIDTH, height: HEIGHT, data, space: SRGB };
}

export function observationOf(raster: Raster): Observation {
  const { width, height } = raster;
  return observe(raster, { name: 'test.png', width, height, source: 'rendered', sha256: '0'.repeat(64) });
}
