import { fractal, mix, noise, smoothstep } from './noise.ts';

type Rgb = [number, number, number];

/** A summer sky with fair-weather clouds; `x` and `y` in picture widths from the middle of the horizon. */
export function skyColor(x: number, y: number): Rgb {
  const up = Math.max(0, y);
  const deep = 1 - Math.exp(-up * 4.2);
  const blue: Rgb = [mix(0.56, 0.12, deep), mix(0.68, 0.27, deep), mix(0.82, 0.56, deep)];
  // Clouds lie on a plane overhead: far ones are smaller and flatter.
  const plane = 0.34 / (up + 0.11);
  const [cx, cz] = [x * plane * 3.4 + 5.2, plane * 4.4 + 1.3];
  const density = cloud(cx, cz);
  const towards = cloud(cx - 0.16, cz + 0.05);
  const cover = smoothstep(0.47, 0.6, density);
  const shade = smoothstep(-0.12, 0.14, density - towards);
  const thick = smoothstep(0.54, 0.72, density);
  const bright: Rgb = [1.02, 1.0, 0.97];
  const dull: Rgb = [0.52, 0.57, 0.66];
  const light = Math.min(1, 0.35 + 0.75 * shade) * (1 - 0.35 * thick * (1 - shade));
  const fade = smoothstep(0.0, 0.1, up);
  const amount = cover * (0.35 + 0.6 * fade);
  const wisps = smoothstep(0.48, 0.9, fractal(x * 3.1 + y * 5 + 20, y * 15 + 3, 5)) * 0.22 * fade;
  return [
    mix(mix(blue[0], 0.92, wisps), mix(dull[0], bright[0], light), amount),
    mix(mix(blue[1], 0.93, wisps), mix(dull[1], bright[1], light), amount),
    mix(mix(blue[2], 0.95, wisps), mix(dull[2], bright[2], light), amount),
  ];
}

function cloud(x: number, z: number): number {
  const warp = noise(x * 0.9 + 3, z * 0.9);
  return fractal(x * 0.62 + warp * 0.5, z * 0.5 + warp * 0.4, 7);
}
