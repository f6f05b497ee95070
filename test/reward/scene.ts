import { SRGB } from '#color/spaces.ts';
import { toLab } from '#image/lab.ts';
import type { Observation, Region, RegionName } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { measureStatistics } from '#image/statistics.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import type { ScoreRequest } from '#reward/reward.ts';
import type { Settings } from '#settings/settings.ts';
import type { Goal, Lock, Reading } from '#wire/goal.ts';
import type { Reward } from '#wire/result.ts';

export const WIDTH = 96;
export const HEIGHT = 64;
/** Rows that the sky takes. */
export const SKY_ROWS = 22;

type Rgb = readonly [number, number, number];

/** Repeatable noise, −0.5…0.5. */
export function noiseAt(index: number): number {
  let hash = Math.imul(index ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 - 0.5;
}

/** A landscape with a person: pale sky, green hill, textured ground, a skin patch, some red, fine noise. */
export function makeScene(): Raster {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const pixel = y * WIDTH + x;
      const [r, g, b] = colorAt(x, y);
      const noise = 2.5 * noiseAt(pixel);
      data[pixel * 3] = r + noise + 0.5;
      data[pixel * 3 + 1] = g + noise + 0.5;
      data[pixel * 3 + 2] = b + noise + 0.5;
    }
  }
  return { width: WIDTH, height: HEIGHT, data, space: SRGB };
}

/** Drawn on 144 × 96 and scaled. */
function colorAt(column: number, row: number): Rgb {
  const x = column * 1.5;
  const y = row * 1.5;
  if (inSkin(column, row)) return [196 - (y - 30) * 0.8, 150 - (y - 30) * 0.8, 124 - (y - 30) * 0.8];
  if (x > 100 && x < 116 && y > 60 && y < 80) return [150, 44, 40];
  const texture = 14 * Math.sin(x * 1.3) * Math.sin(y * 1.7) + 10 * Math.sin(x * 0.35 + y * 0.2);
  if (y < 36) return [150 + y * 1.6, 178 + y * 1.3, 214 + y * 0.6];
  if (y < 62) return [62 + texture + (y - 36), 96 + texture + (y - 36), 42 + texture * 0.6];
  return [84 + texture - (y - 62), 74 + texture - (y - 62), 60 + texture * 0.8 - (y - 62) * 0.8];
}

function inSkin(column: number, row: number): boolean {
  return column > 29 && column < 46 && row > 18 && row < 47;
}

export function observe(preview: Raster = makeScene()): Observation {
  const lab = toLab(preview);
  const fits = preview.width === WIDTH && preview.height === HEIGHT;
  return {
    photo: { name: 'scene', width: preview.width, height: preview.height, source: 'rendered', sha256: '00' },
    preview,
    lab,
    statistics: measureStatistics(preview, lab),
    regions: fits ? [region('sky', (_x, y) => y < SKY_ROWS), region('skin', inSkin)] : [],
  };
}

function region(name: RegionName, inside: (x: number, y: number) => boolean): Region {
  const data = Float32Array.from({ length: WIDTH * HEIGHT }, (_, pixel) =>
    Number(inside(pixel % WIDTH, Math.floor(pixel / WIDTH))),
  );
  const area = data.reduce((sum, value) => sum + value, 0) / data.length;
  return {
    name,
    mask: { width: WIDTH, height: HEIGHT, data },
    area,
    confidence: 1,
    box: { left: 0, top: 0, right: 1, bottom: 1 },
  };
}

/** A new picture by a function on encoded channels, 0…255. */
export function mapPixels(raster: Raster, change: (rgb: Rgb, pixel: number) => Rgb): Raster {
  const data = new Uint8Array(raster.data.length);
  for (let index = 0; index < data.length; index += 3) {
    const out = change([raster.data[index]!, raster.data[index + 1]!, raster.data[index + 2]!], index / 3);
    for (const channel of [0, 1, 2] as const)
      data[index + channel] = Math.round(Math.min(255, Math.max(0, out[channel])));
  }
  return { ...raster, data };
}

export function goal(axis: Goal['axis'], direction: Goal['direction'], more: Partial<Goal> = {}): Goal {
  return { axis, direction, amount: 1, region: null, words: 'asked', ...more };
}

export function lock(what: string, kind: Lock['kind'], mode: Lock['mode'] = 'unchanged'): Lock {
  return { what, kind, mode, words: `keep ${what}` };
}

export function reading(parts: Partial<Reading>): Reading {
  return { language: 'en', goals: [], styles: [], locks: [], unsupported: [], confidence: 1, ...parts };
}

export function style(name: string): Reading['styles'][number] {
  return { name, weight: 1, words: name };
}

/** Scores pictures as edits of the scene; settings only matter for locks on parameters. */
export async function score(
  asked: Reading,
  pictures: readonly Raster[],
  more: Partial<ScoreRequest> & { settings?: readonly Settings[] } = {},
): Promise<readonly Reward[]> {
  const observation = more.observation ?? observe();
  return await createEmbeddedReward().doScore({
    observation,
    instruction: 'test',
    reading: asked,
    base: {},
    before: observation.preview,
    candidates: pictures.map((after, index) => ({ after, settings: more.settings?.[index] ?? {} })),
    ...more,
  });
}

export async function scores(
  asked: Reading,
  pictures: readonly Raster[],
  more: Parameters<typeof score>[2] = {},
): Promise<number[]> {
  return (await score(asked, pictures, more)).map((reward) => reward.score);
}
