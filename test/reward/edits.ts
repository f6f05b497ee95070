import { boxBlur } from '#image/box-blur.ts';
import type { Raster } from '#image/raster.ts';
import type { Axis } from '#wire/goal.ts';
import { HEIGHT, mapPixels, noiseAt, WIDTH } from './scene.ts';

/** Plain edits, independent of the render engine: `strength` 1 is an ordinary change toward "more", −1 toward "less". */
export const EDITS: Readonly<Record<Axis, (raster: Raster, strength: number) => Raster>> = {
  brightness: (raster, s) => curve(raster, (v) => v ** (0.8 ** s)),
  contrast: (raster, s) => curve(raster, (v) => 0.5 + (v - 0.5) * 1.15 ** s),
  warmth: (raster, s) => mapPixels(raster, ([r, g, b]) => [r * 1.035 ** s, g, b * 0.93 ** s]),
  tint: (raster, s) => mapPixels(raster, ([r, g, b]) => [r * 1.012 ** s, g * 0.968 ** s, b * 1.012 ** s]),
  saturation: (raster, s) => saturate(raster, () => 1.22 ** s),
  vibrance: (raster, s) =>
    saturate(raster, (chroma) => 1 + ((s > 0 ? 1.26 : 1.45) ** s - 1) * Math.max(0, 1 - chroma / 120)),
  hue: (raster, s) => rotateGreens(raster, 19 * s),
  highlights: (raster, s) =>
    curve(raster, (v) => v + s * 0.06 * rise(0.5, 0.85, v) * (1 - rise(0.9, 1.05, v))),
  shadows: (raster, s) => curve(raster, (v) => v + s * 0.06 * (1 - rise(0.15, 0.5, v)) * rise(-0.1, 0.12, v)),
  whites: (raster, s) => curve(raster, (v) => v + s * 0.045 * rise(0.55, 1, v)),
  blacks: (raster, s) => curve(raster, (v) => v + s * 0.045 * (1 - rise(0, 0.3, v))),
  clarity: (raster, s) => unsharp(raster, 6, 0.1 * s),
  texture: (raster, s) => unsharp(raster, 1, 0.075 * s),
  sharpness: (raster, s) => unsharp(raster, 1, (s > 0 ? 0.3 : 0.075) * s),
  dehaze: (raster, s) => veil(raster, (s > 0 ? 0.1 : 0.2) * s),
  noise: (raster, s) => (s < 0 ? denoise(raster, Math.min(1, -0.5 * s)) : addNoise(raster, 2.1 * s)),
  grain: (raster, s) => (s < 0 ? denoise(raster, Math.min(1, -0.5 * s)) : addNoise(raster, 2.4 * s)),
  vignette: (raster, s) =>
    mapPixels(raster, (rgb, pixel) => {
      const x = ((pixel % WIDTH) + 0.5) / WIDTH - 0.5;
      const y = (Math.floor(pixel / WIDTH) + 0.5) / HEIGHT - 0.5;
      const factor = 1 - (s > 0 ? 0.18 : 0.1) * s * rise(0.35, 1, Math.hypot(x, y) / Math.SQRT1_2);
      return [rgb[0] * factor, rgb[1] * factor, rgb[2] * factor];
    }),
  fade: (raster, s) => curve(raster, (v) => v + s * 0.055 * (1 - v) ** 3 - s * 0.02 * v ** 3),
};

export function curve(raster: Raster, map: (value: number) => number): Raster {
  const table = Array.from({ length: 256 }, (_, code) => 255 * map(code / 255));
  return mapPixels(raster, ([r, g, b]) => [table[r]!, table[g]!, table[b]!]);
}

/** Takes so much of an even white veil away (1 would be all light); negative adds it. */
function veil(raster: Raster, amount: number): Raster {
  return curve(raster, (v) => (v - amount) / (1 - amount));
}

function saturate(raster: Raster, gain: (chroma: number) => number): Raster {
  return mapPixels(raster, (rgb) => {
    const luma = 0.25 * rgb[0] + 0.66 * rgb[1] + 0.09 * rgb[2];
    const factor = gain(Math.max(...rgb) - Math.min(...rgb));
    return [
      luma + (rgb[0] - luma) * factor,
      luma + (rgb[1] - luma) * factor,
      luma + (rgb[2] - luma) * factor,
    ];
  });
}

/** Turns the hue of greens about the grey axis (Rodrigues' rotation about (1, 1, 1)). */
function rotateGreens(raster: Raster, degrees: number): Raster {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180) / Math.sqrt(3);
  return mapPixels(raster, ([r, g, b]) => {
    if (g < r + 5 || g < b + 5) return [r, g, b];
    const mean = ((r + g + b) / 3) * (1 - cos);
    return [r * cos + (b - g) * sin + mean, g * cos + (r - b) * sin + mean, b * cos + (g - r) * sin + mean];
  });
}

function unsharp(raster: Raster, radius: number, amount: number): Raster {
  const { width, height } = raster;
  const luma = { width, height, data: new Float32Array(width * height) };
  for (let pixel = 0; pixel < luma.data.length; pixel += 1) luma.data[pixel] = raster.data[pixel * 3 + 1]!;
  const wide = boxBlur(luma, radius);
  return mapPixels(raster, (rgb, pixel) => {
    const add = amount * (luma.data[pixel]! - wide.data[pixel]!);
    return [rgb[0] + add, rgb[1] + add, rgb[2] + add];
  });
}

/** Only where nothing but noise is: large differences from the surroundings stay. */
function denoise(raster: Raster, amount: number): Raster {
  const { width, height } = raster;
  const planes = [0, 1, 2].map((channel) =>
    boxBlur(
      {
        width,
        height,
        data: Float32Array.from({ length: width * height }, (_, pixel) => raster.data[pixel * 3 + channel]!),
      },
      1,
    ),
  );
  return mapPixels(raster, (rgb, pixel) => {
    const near = planes.map((plane) => plane.data[pixel]!) as [number, number, number];
    const factor = Math.abs(near[1] - rgb[1]) < 4 ? amount : 0;
    return [
      rgb[0] + factor * (near[0] - rgb[0]),
      rgb[1] + factor * (near[1] - rgb[1]),
      rgb[2] + factor * (near[2] - rgb[2]),
    ];
  });
}

function addNoise(raster: Raster, codes: number): Raster {
  return mapPixels(raster, (rgb, pixel) => {
    const noise = codes * 2 * noiseAt(pixel + 77777);
    return [rgb[0] + noise, rgb[1] + noise, rgb[2] + noise];
  });
}

function rise(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
