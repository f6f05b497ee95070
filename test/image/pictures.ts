import type { RgbSpace } from '#color/space.ts';
import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';

type Rgb = readonly [number, number, number];

/** An 8-bit picture painted by a function of pixel coordinates. */
export function paint(
  width: number,
  height: number,
  color: (x: number, y: number) => Rgb,
  space: RgbSpace = SRGB,
): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(color(x, y).map(Math.round), (y * width + x) * 3);
  }
  return { width, height, data, space };
}

/** The same picture in 16 bits. */
export function deepen(raster: Raster): Raster {
  return { ...raster, data: Uint16Array.from(raster.data, (value) => value * 257) };
}

/** Deterministic noise: about Gaussian, mean 0, deviation 1. */
export function gaussian(seed: number): () => number {
  let state = seed >>> 0 || 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum - 6;
  };
}

export function mix(a: Rgb, b: Rgb, f: number): Rgb {
  return [a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f, a[2] + (b[2] - a[2]) * f];
}
