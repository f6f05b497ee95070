import { fractal, hash, mix, noise, smoothstep } from './noise.ts';
import { add, dot, length, normalize, type Ray, scale, subtract, type Vector } from './vector.ts';

interface Ball {
  readonly center: Vector;
  readonly radius: number;
}

/** A thing on the table. `proxies` stand for it where it throws shadows. */
export interface Piece {
  readonly kind: 'apple' | 'orange' | 'pear' | 'cup' | 'lemon';
  readonly center: Vector;
  /** Half of its width, cm. */
  readonly radius: number;
  /** The way its stem points. */
  readonly axis: Vector;
  readonly proxies: readonly Ball[];
  readonly bound: Ball;
  /** How far light reaches around into the shadow (flesh scatters it), 0…1. */
  readonly soft: number;
  readonly gloss: number;
  /** Sharpness of the highlight. */
  readonly polish: number;
}

/** From left to right as they stand. */
export const FRUIT: readonly Piece[] = [
  piece('cup', [-13.2, 0, -5.5], 4.7, [0, 1, 0], 0.16, 0.3, 22, [
    [2.8, 4.5],
    [6.2, 4.6],
    [9.2, 4.7],
  ]),
  piece('pear', [-2.6, 0, -6.2], 4.5, [0.16, 1, 0.05], 0.22, 0.2, 9, [
    [4.2, 4.4],
    [8.2, 3.2],
    [11, 2.1],
  ]),
  piece('apple', [5.0, 2.5, -0.6], 4.4, [0.2, 1, 0.3], 0.16, 0.42, 17, [[0.2, 3.9]]),
  piece('orange', [14.2, 4.15, -6], 4.2, [0.3, 0.8, 0.5], 0.24, 0.16, 7, [[0, 4.2]]),
  piece('lemon', [-6.0, 2.75, 6.4], 3.0, [0.86, 0.1, 0.5], 0.26, 0.2, 8, [[0, 2.9]]),
];

function piece(
  kind: Piece['kind'],
  center: Vector,
  radius: number,
  axis: Vector,
  soft: number,
  gloss: number,
  polish: number,
  balls: readonly (readonly [rise: number, radius: number])[],
): Piece {
  const up = normalize(axis);
  const proxies = balls.map(([rise, size]) => ({ center: add(center, scale(up, rise)), radius: size }));
  const middle = kind === 'cup' || kind === 'pear' ? add(center, scale(up, 6.6)) : center;
  const reach = kind === 'cup' || kind === 'pear' ? 9 : radius * 1.55;
  return {
    kind,
    center,
    radius,
    axis: up,
    soft,
    gloss,
    polish,
    proxies,
    bound: { center: middle, radius: reach },
  };
}

/** Distance along the ray to the piece, or infinity: sphere tracing inside the bounding sphere only. */
export function hitFruit(one: Piece, { origin, direction }: Ray): number {
  const offset = subtract(one.bound.center, origin);
  const middle = dot(offset, direction);
  const half = one.bound.radius ** 2 - (dot(offset, offset) - middle * middle);
  if (half <= 0) return Number.POSITIVE_INFINITY;
  const end = middle + Math.sqrt(half);
  let distance = middle - Math.sqrt(half);
  for (let step = 0; step < 70 && distance < end; step += 1) {
    const gap = fruitDistance(one, add(origin, scale(direction, distance)));
    if (gap < 0.004) return distance;
    distance += gap * 0.75;
  }
  return Number.POSITIVE_INFINITY;
}

/** Height along the axis and distance from it. */
function profile(one: Piece, point: Vector): [rise: number, away: number] {
  const offset = subtract(point, one.center);
  const rise = dot(offset, one.axis);
  return [rise, length(subtract(offset, scale(one.axis, rise)))];
}

function fruitDistance(one: Piece, point: Vector): number {
  const [rise, away] = profile(one, point);
  switch (one.kind) {
    case 'orange':
      return length(subtract(point, one.center)) - one.radius * (1 - 0.03 * (rise / one.radius) ** 2);
    case 'lemon': {
      const along = rise / (one.radius * 1.3);
      const body = Math.hypot(rise / 1.24, away) - one.radius * (1 - 0.05 * along * along);
      const nipple = Math.hypot(Math.abs(rise) - one.radius * 1.3, away) - 0.5;
      return smoothMinimum(body, nipple, 1.1);
    }
    case 'apple': {
      // A circle turned around an axis beside its middle: dimples above and below.
      const ring =
        Math.hypot(away - one.radius * 0.44, rise * 0.98 - 0.06 * away) - one.radius * 0.58 - 0.07 * rise;
      return Math.min(ring, stem(rise - one.radius * 0.35, away, 2.3, 0.16));
    }
    case 'pear': {
      const belly = Math.hypot(away, rise - 4.3) - 4.4;
      const neck = Math.hypot(away, rise - 9.6) - 2.15;
      return Math.min(smoothMinimum(belly, neck, 3.4), stem(rise - 11.4, away - 0.1, 2.2, 0.17));
    }
    case 'cup': {
      const wall = 4.0 + 0.075 * rise - 0.5 * Math.exp(-rise * 1.4);
      const outer = Math.max(away - wall, rise - 9.6, -rise);
      const inner = Math.max(away - (wall - 0.5), 0.6 - rise);
      return Math.max(outer, -inner) * 0.9 - 0.14;
    }
  }
}

function stem(rise: number, away: number, tall: number, thick: number): number {
  return Math.max(Math.abs(rise - tall / 2) - tall / 2, away - thick);
}

function smoothMinimum(a: number, b: number, reach: number): number {
  const h = Math.max(reach - Math.abs(a - b), 0) / reach;
  return Math.min(a, b) - (h * h * reach) / 4;
}

export function fruitNormal(one: Piece, point: Vector): Vector {
  const step = 0.02;
  const [x, y, z] = point;
  const normal: Vector = [
    fruitDistance(one, [x + step, y, z]) - fruitDistance(one, [x - step, y, z]),
    fruitDistance(one, [x, y + step, z]) - fruitDistance(one, [x, y - step, z]),
    fruitDistance(one, [x, y, z + step]) - fruitDistance(one, [x, y, z - step]),
  ];
  const smooth = normalize(normal);
  const depth =
    one.kind === 'orange' ? 0.16 : one.kind === 'lemon' ? 0.12 : one.kind === 'cup' ? 0.02 : 0.025;
  const fine = one.kind === 'orange' || one.kind === 'lemon' ? 3.6 : 2;
  const bump: Vector = [
    noise(x * fine + z * 0.7, y * fine) - 0.5,
    noise(y * fine + 40, z * fine + x * 0.7) - 0.5,
    noise(z * fine + 80, x * fine + y * 0.7) - 0.5,
  ];
  return normalize(add(smooth, scale(bump, depth)));
}

/** Reflectance of the skin, linear. */
export function fruitColor(one: Piece, point: Vector, normal: Vector): Vector {
  const [rise, away] = profile(one, point);
  const offset = subtract(point, one.center);
  const turn = Math.atan2(offset[2], offset[0]);
  const mottle = fractal(point[0] * 0.5 + 7, point[1] * 0.5 + point[2] * 0.4, 5);
  const fine = fractal(point[0] * 2.2, point[1] * 2.2 + point[2] * 1.7, 3);
  switch (one.kind) {
    case 'orange':
      return tint([0.78, 0.29, 0.03], 0.9 + mottle * 0.2);
    case 'lemon':
      return blend([0.78, 0.56, 0.06], [0.7, 0.58, 0.1], mottle);
    case 'apple': {
      if (away < 0.24 && rise > one.radius * 0.3) return [0.1, 0.06, 0.035];
      const streak = fractal(turn * 5, rise * 0.35, 4);
      const blush = smoothstep(0.3, 0.62, streak * 0.5 + mottle * 0.45 + normal[0] * 0.06);
      const red = blend([0.36, 0.03, 0.02], [0.5, 0.07, 0.03], fine);
      const yellow: Vector = [0.62, 0.42, 0.09];
      const dimple = smoothstep(1.5, 0.4, away) * (rise > 0 ? 0.7 : 0.3);
      const speck = hash(Math.floor(turn * 26), Math.floor(rise * 5)) > 0.93 ? 0.14 : 0;
      return blend(blend(yellow, red, 0.22 + 0.78 * blush), yellow, Math.min(1, dimple + speck));
    }
    case 'pear': {
      if (rise > 11.5 && away < 0.35) return [0.09, 0.055, 0.03];
      const russet = smoothstep(0.5, 0.75, mottle + (fine - 0.5) * 0.5);
      const green = blend([0.42, 0.43, 0.07], [0.52, 0.45, 0.1], smoothstep(2, 10, rise));
      const blush = smoothstep(0.2, 0.9, normal[2] * 0.7 - normal[0] * 0.2) * 0.35;
      return blend(blend(green, [0.42, 0.24, 0.07], russet * 0.4), [0.56, 0.24, 0.08], blush * mottle);
    }
    case 'cup': {
      const glaze = tint([0.56, 0.58, 0.57], 0.94 + mottle * 0.1);
      const foot = smoothstep(2.6, 2.2, rise + (fine - 0.5) * 0.5);
      const clay: Vector = [0.34, 0.23, 0.15];
      const speckle = hash(Math.floor(turn * 60), Math.floor(rise * 11)) > 0.985 ? 0.5 : 0;
      return blend(blend(glaze, clay, foot), [0.16, 0.12, 0.09], speckle * (1 - foot));
    }
  }
}

function tint(color: Vector, by: number): Vector {
  return scale(color, by);
}

function blend(from: Vector, to: Vector, share: number): Vector {
  return [mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share)];
}
