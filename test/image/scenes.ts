import type { Raster } from '#image/raster.ts';
import { gaussian, mix, paint } from './pictures.ts';

type Rgb = readonly [number, number, number];

/** A landscape: sky above the given line, rough ground below. */
export function landscape(sky: (down: number) => Rgb, horizon = 0.45, ground: Rgb = [92, 84, 60]): Raster {
  const next = gaussian(2);
  return paint(240, 160, (_, y) => {
    const down = (y + 0.5) / 160;
    if (down < horizon) return grain(sky(down / horizon), 0.6 * next());
    return grain(ground, 22 * next());
  });
}

export const SKIES: readonly { name: string; sky: (down: number) => Rgb }[] = [
  { name: 'clear blue', sky: (down) => mix([70, 120, 200], [170, 200, 230], down) },
  { name: 'overcast', sky: (down) => mix([190, 192, 195], [225, 226, 228], down) },
  { name: 'blown out', sky: () => [253, 253, 253] },
  { name: 'dusk', sky: (down) => mix([90, 100, 150], [240, 160, 90], down) },
];

/** Skin in good light, from light to dark. */
export const SKIN_TONES: readonly { name: string; skin: Rgb }[] = [
  { name: 'light', skin: [232, 190, 168] },
  { name: 'medium', skin: [198, 148, 118] },
  { name: 'tan', skin: [166, 116, 84] },
  { name: 'dark', skin: [106, 70, 52] },
];

/** A head and shoulders before a plain wall: eyes, mouth, hair, shading. */
export function portrait(skin: Rgb): Raster {
  const next = gaussian(4);
  const [cx, cy, rx, ry] = [120, 110, 42, 56];
  return paint(240, 320, (x, y) => {
    const [dx, dy] = [(x - cx) / rx, (y - cy) / ry];
    const noise = 1.2 * next();
    const inFace = dx * dx + dy * dy < 1;
    if (inFace && dy > -0.62) {
      const eye = Math.min(
        ellipse(dx - 0.42, dy + 0.22, 0.2, 0.09),
        ellipse(dx + 0.42, dy + 0.22, 0.2, 0.09),
      );
      if (eye < 1) return grain(eye < 0.35 ? [25, 20, 18] : mix(skin, [240, 240, 240], 0.5), noise);
      const brow = Math.min(
        ellipse(dx - 0.42, dy + 0.42, 0.26, 0.06),
        ellipse(dx + 0.42, dy + 0.42, 0.26, 0.06),
      );
      if (brow < 1) return grain(mix(skin, [20, 15, 10], 0.75), noise);
      if (ellipse(dx, dy - 0.55, 0.34, 0.1) < 1) return grain(mix(skin, [170, 40, 50], 0.6), noise);
      const shade = 1.05 - 0.25 * (dx * dx + dy * dy) - 0.08 * dx;
      return grain([skin[0] * shade, skin[1] * shade, skin[2] * shade], noise);
    }
    if (ellipse(x - cx, y - cy + 12, rx * 1.25, ry * 1.2) < 1 && dy < 0.4)
      return grain([38, 28, 24], 4 * next());
    if (y > 175 && Math.abs(x - cx) < 30 + (y - 175) * 1.2) return grain([50, 70, 110], 3 * next());
    return grain([150, 158, 156], noise);
  });
}

/** Courses of bricks with mortar, rough all over. */
export function brickWall(): Raster {
  const next = gaussian(6);
  return paint(240, 160, (x, y) => {
    const row = Math.floor(y / 10);
    const joint = y % 10 < 2 || (x + (row % 2) * 12) % 24 < 2;
    return grain(joint ? [190, 180, 170] : [165, 92, 70], 14 * next());
  });
}

/** A red ball in the middle of a grey floor. */
export function redBall(): Raster {
  return paint(240, 160, (x, y) =>
    ellipse(x - 120, y - 85, 30, 30) < 1 ? [200, 40, 35] : [128 + (x % 7), 126, 124],
  );
}

function ellipse(dx: number, dy: number, rx: number, ry: number): number {
  return (dx / rx) ** 2 + (dy / ry) ** 2;
}

function grain(color: Rgb, noise: number): Rgb {
  return [clamp(color[0] + noise), clamp(color[1] + noise), clamp(color[2] + noise)];
}

function clamp(value: number): number {
  return Math.min(255, Math.max(0, value));
}
