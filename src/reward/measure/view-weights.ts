import type { ColorName } from '#image/observation.ts';
import type { Frame } from './frame.ts';
import { smooth } from './smooth.ts';
import { toneOf } from './tone.ts';
import { WHOLE } from './view.ts';

/**
 * Centres of the mixer's families as CIE hue angles (degrees, D50): the hues of the sRGB colours red, #ff8000, yellow,
 * green, #00e0e0, #2080ff, #8000ff and magenta, moved a little toward what photographs hold (skin, foliage, sky).
 */
const HUE_CENTRES: Readonly<Record<ColorName, number>> = {
  red: 32,
  orange: 65,
  yellow: 95,
  green: 135,
  aqua: 200,
  blue: 265,
  purple: 305,
  magenta: 340,
};

/** Highlights are the lighter 40 % (fully from the lightest 10 %), shadows the darker 40 %, midtones what is between. */
export function toneWeights(region: 'highlights' | 'shadows' | 'midtones', before: Frame): Float32Array {
  const tone = toneOf(before, WHOLE);
  const [darkest, dark, light, lightest] = [0.1, 0.4, 0.6, 0.9].map((q) => tone.percentile(q)) as [
    number,
    number,
    number,
    number,
  ];
  const weights = new Float32Array(before.lightness.length);
  for (let pixel = 0; pixel < weights.length; pixel += 1) {
    const l = before.lightness[pixel]!;
    const high = smooth(light, lightest, l);
    const low = 1 - smooth(darkest, dark, l);
    weights[pixel] =
      region === 'highlights' ? high : region === 'shadows' ? low : Math.max(0, 1 - high - low);
  }
  return weights;
}

/** cos² of 32°. */
const NEAR = Math.cos((32 * Math.PI) / 180) ** 2;

/** Weight 1 at the family's centre, falling to 0 over 32°, and only where there is colour to speak of (C* 5…12). */
export function hueWeights(color: ColorName, before: Frame): Float32Array {
  const centre = (HUE_CENTRES[color] * Math.PI) / 180;
  const [x, y] = [Math.cos(centre), Math.sin(centre)];
  const weights = new Float32Array(before.lightness.length);
  for (let pixel = 0; pixel < weights.length; pixel += 1) {
    const a = before.a[pixel]!;
    const b = before.b[pixel]!;
    const along = a * x + b * y;
    const squares = a * a + b * b;
    if (squares < 25 || along <= 0 || along * along < NEAR * squares) continue;
    const chroma = Math.sqrt(squares);
    const distance = (Math.acos(Math.min(1, along / chroma)) * 180) / Math.PI;
    weights[pixel] = (1 - smooth(12, 32, distance)) * smooth(5, 12, chroma);
  }
  return weights;
}

/** Weight by place: x and y are 0…1 from the top left. */
export function placeWeights(weight: (x: number, y: number) => number): (before: Frame) => Float32Array {
  return ({ width, height }) => {
    const weights = new Float32Array(width * height);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1)
        weights[y * width + x] = weight((x + 0.5) / width, (y + 0.5) / height);
    }
    return weights;
  };
}
