import type { RgbSpace } from '#color/space.ts';
import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';

/** A picture with something of everything: hues, greys, edges, fine grain, dark and light corners. */
export function testPicture(width = 48, height = 36, depth: 8 | 16 = 8, space: RgbSpace = SRGB): Raster {
  const top = depth === 8 ? 255 : 65535;
  const data = depth === 8 ? new Uint8Array(width * height * 3) : new Uint16Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const hue = (x / width) * 2 * Math.PI;
      const level = 0.08 + (0.84 * y) / height;
      const chroma = x % 7 === 0 ? 0 : 0.3 * Math.sin((Math.PI * y) / height);
      const grain = (((x * 7919 + y * 104729) % 17) - 8) / 400;
      const edge = x > width / 2 ? 0.06 : -0.06;
      [0, 2, 4].forEach((offset, c) => {
        const value = level + edge + grain + chroma * Math.cos(hue - (offset * Math.PI) / 3);
        data[(y * width + x) * 3 + c] = Math.round(Math.min(1, Math.max(0, value)) * top);
      });
    }
  return { width, height, data, space };
}

/** A row of pixels given as coded 0…1. */
export function pixels(
  colors: readonly (readonly [number, number, number])[],
  depth: 8 | 16 = 16,
  space: RgbSpace = SRGB,
): Raster {
  const top = depth === 8 ? 255 : 65535;
  const flat = colors.flat().map((value) => Math.round(value * top));
  return {
    width: colors.length,
    height: 1,
    data: depth === 8 ? Uint8Array.from(flat) : Uint16Array.from(flat),
    space,
  };
}

/** A neutral ramp of `steps` levels from black to white. */
export function greyRamp(steps: number): Raster {
  return pixels(
    Array.from({ length: steps }, (_, i) => [i / (steps - 1), i / (steps - 1), i / (steps - 1)] as const),
  );
}
