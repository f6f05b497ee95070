import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { RetouchError } from '#wire/error.ts';

/** Pixels as the imaging API gives them, interleaved. */
export interface HostPixels {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 2 grey + alpha, 3 RGB, 4 RGB + alpha. */
  readonly components: number;
  readonly componentSize: 8 | 16 | 32;
  readonly hasAlpha: boolean;
  /** Name of the profile that the values are in; a linear one is encoded here. */
  readonly colorProfile: string;
  readonly data: Uint8Array | Uint16Array | Float32Array;
}

/** Photoshop's 16-bit white. Shifting it like 0…65535 would show everything at half brightness. */
const WHITE_16 = 32768;
const WHITE = 255;

/**
 * 8-bit sRGB picture without alpha: deeper values are scaled, grey is spread over the channels, what is transparent
 * stands on white as Photoshop flattens it.
 *
 * @throws RetouchError `bad-photo` when the numbers do not fit the size
 */
export function toRaster(pixels: HostPixels): Raster {
  const { width, height, components, data, hasAlpha } = pixels;
  const count = width * height;
  if (count === 0 || ![1, 2, 3, 4].includes(components) || data.length < count * components)
    throw new RetouchError('bad-photo', 'Photoshop gave no usable pixels: is there anything visible?');
  const level = levelOf(pixels);
  const colours = hasAlpha ? components - 1 : components;
  const out = new Uint8Array(count * 3);
  for (let pixel = 0; pixel < count; pixel++) {
    const from = pixel * components;
    const alpha = hasAlpha ? opacityOf(pixels, data[from + components - 1]!) : 1;
    for (let channel = 0; channel < 3; channel++) {
      const value = level(data[from + (colours >= 3 ? channel : 0)]!);
      out[pixel * 3 + channel] = value * alpha + WHITE * (1 - alpha) + 0.5;
    }
  }
  return { width, height, data: out, space: SRGB };
}

/** Host value → level 0…255. */
function levelOf({ componentSize, colorProfile }: HostPixels): (value: number) => number {
  if (componentSize === 8) return (value) => value;
  if (componentSize === 16) return (value) => Math.min(WHITE, (value * WHITE) / WHITE_16);
  const linear = /linear/i.test(colorProfile);
  return (value) => {
    // 32-bit documents hold light beyond white; NaN would be one of the rare broken files.
    const bounded = value > 0 ? Math.min(1, value) : 0;
    return (linear ? SRGB.encode(bounded) : bounded) * WHITE;
  };
}

function opacityOf({ componentSize }: HostPixels, value: number): number {
  const full = componentSize === 8 ? WHITE : componentSize === 16 ? WHITE_16 : 1;
  return Math.min(1, Math.max(0, value / full));
}
