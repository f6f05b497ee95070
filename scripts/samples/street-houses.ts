import { fractal, hash, mix, noise, smoothstep } from './noise.ts';
import { HALF, LAMP, lampLight } from './street-light.ts';
import type { Vector } from './vector.ts';

export interface House {
  readonly side: -1 | 1;
  readonly key: number;
  readonly start: number;
  readonly wide: number;
  readonly height: number;
  readonly storey: number;
  readonly color: Vector;
}

/** Houses between 8 and 13 m wide, one after the other. */
export function houseAt(side: -1 | 1, z: number): House {
  const lane = side === 1 ? 100 : 300;
  const nominal = 10.5;
  let index = Math.floor(z / nominal);
  const edge = (i: number) => (i + (hash(i, lane) - 0.5) * 0.5) * nominal;
  if (z < edge(index)) index -= 1;
  else if (z >= edge(index + 1)) index += 1;
  const key = index + lane;
  const storey = 3.2 + hash(key, 2) * 0.6;
  const floors = 3 + Math.floor(hash(key, 3) * 2.6);
  const paint = PAINTS[Math.floor(hash(key, 5) * PAINTS.length)] as Vector;
  return {
    side,
    key,
    start: edge(index),
    wide: edge(index + 1) - edge(index),
    height: 1 + storey * floors + 0.6,
    storey,
    color: paint,
  };
}

const PAINTS: readonly Vector[] = [
  [0.42, 0.34, 0.24],
  [0.36, 0.2, 0.13],
  [0.46, 0.42, 0.35],
  [0.3, 0.26, 0.22],
  [0.44, 0.28, 0.17],
  [0.26, 0.28, 0.27],
];

export function roofRise(house: House, z: number): number {
  const along = (z - house.start) / house.wide;
  const gable = hash(house.key, 8) < 0.4 ? (1 - Math.abs(2 * along - 1)) * 2.6 : 0;
  const chimneyAt = 0.2 + hash(house.key, 9) * 0.6;
  return Math.max(gable, Math.abs(along - chimneyAt) * house.wide < 0.5 ? 1.7 : 0);
}

/** The front of a house at height y: wall, windows with people at home, a shop at street level. */
export function front(house: House, y: number, z: number, fine: boolean): Vector {
  const along = z - house.start;
  const floor = Math.floor((y - 1) / house.storey);
  const level = y - 1 - floor * house.storey;
  const axes = Math.max(2, Math.round(house.wide / 2.6));
  const pitch = house.wide / axes;
  const axis = Math.min(axes - 1, Math.floor(along / pitch));
  const across = along - axis * pitch - pitch / 2;
  const shop = floor <= 0 && hash(house.key, 11) < 0.62;
  if (shop && y < 3.1) return shopFront(house, y, along, z);
  const wide = 0.56;
  const low = floor <= 0 ? 0.9 : 0.75;
  const top = house.storey - 0.55;
  const inside = Math.abs(across) < wide && level > low && level < top && y > 1.2;
  const wall = wallColor(house, y, z, across, level, low, top, fine);
  if (!inside) return wall;
  return windowColor(house, floor, axis, across / wide, (level - low) / (top - low));
}

function wallColor(
  house: House,
  y: number,
  z: number,
  across: number,
  level: number,
  low: number,
  top: number,
  fine: boolean,
): Vector {
  const stone = fine ? fractal(z * 1.7 + house.key, y * 1.7, 4) : 0.5;
  const stain = fine ? fractal(z * 0.5 + 3, y * 0.22 + house.key, 3) : 0.5;
  const course = smoothstep(0.02, 0.05, Math.abs(level)) * 0.25 + 0.75;
  const frame = Math.abs(across) < 0.7 && level > low - 0.14 && level < top + 0.14 ? 1.5 : 1;
  const tone = (0.72 + 0.4 * stone) * (0.7 + 0.5 * stain) * course * frame;
  const [r, g, b] = house.color;
  const light = lampLight(house.side * HALF, y, z, -house.side);
  const skylight = 0.1 + 0.16 * smoothstep(0, house.height, y);
  const cornice = y > house.height - 0.45 ? 1.35 : 1;
  return [
    r * tone * cornice * (skylight * 0.5 + light * LAMP[0]),
    g * tone * cornice * (skylight * 0.66 + light * LAMP[1]),
    b * tone * cornice * (skylight * 1.15 + light * LAMP[2]),
  ];
}

/** Every window is somebody's: dark, lit behind curtains, or bright; `across` −1…1, `level` 0…1. */
function windowColor(house: House, floor: number, axis: number, across: number, level: number): Vector {
  const chance = hash(house.key * 31 + floor * 7, axis * 13 + 5);
  const bar = Math.abs(across) < 0.06 || Math.abs(level - 0.64) < 0.022 || Math.abs(across) > 0.92;
  if (bar) return [0.03, 0.027, 0.028];
  if (chance > 0.56) {
    // Dark glass mirrors the sky and a little of the house across.
    const sheen = 0.1 + 0.2 * level;
    return [0.2 * sheen, 0.3 * sheen, 0.56 * sheen];
  }
  const warm = hash(house.key + floor * 3, axis + 77);
  const curtain = smoothstep(0.35 + warm * 0.5, 0.9, Math.abs(across));
  const fold = 0.8 + 0.2 * Math.sin(across * 26 + warm * 9);
  const lamp = Math.exp(-((across - (warm - 0.5)) ** 2) * 2.5 - (level - 0.62) ** 2 * 5);
  const bright = (0.34 + 1.25 * lamp) * mix(1, 0.5 * fold, curtain) * (0.55 + 0.75 * chance);
  return [bright, bright * mix(0.56, 0.72, warm), bright * mix(0.2, 0.42, warm)];
}

function shopFront(house: House, y: number, along: number, z: number): Vector {
  const edge = Math.min(along, house.wide - along);
  const sign = y > 2.62;
  const hue = hash(house.key, 21);
  const paint: Vector =
    hue < 0.33 ? [0.11, 0.03, 0.025] : hue < 0.66 ? [0.02, 0.06, 0.055] : [0.03, 0.04, 0.09];
  const light = lampLight(house.side * HALF, y, z, -house.side) + 0.08;
  if (edge < 0.35 || sign || y < 0.5) {
    const letter =
      sign && edge > 1.2 && y > 2.74 && y < 2.98 && noise(along * 5.5, house.key) > 0.52 ? 0.55 : 0;
    return [
      paint[0] * light * 3 + letter,
      paint[1] * light * 3 + letter * 0.72,
      paint[2] * light * 3 + letter * 0.4,
    ];
  }
  const mullion = Math.abs(((along * 0.8) % 1) - 0.5) > 0.475;
  if (mullion) return [0.02, 0.018, 0.018];
  // Goods on shelves: boxes of many heights before a bright back wall, brighter towards the lamps above.
  const board = Math.floor(y / 0.52);
  const box = Math.floor(along / 0.21 + hash(board, house.key) * 5);
  const tall = 0.1 + 0.34 * hash(box, board + house.key);
  const stands = y - board * 0.52 < tall && y < 2.1 && hash(box + 3, board) > 0.3;
  const shelf = stands ? 0.3 + 0.4 * hash(box, board + 9) : y - board * 0.52 < 0.03 && y < 2.3 ? 0.4 : 1;
  const spot = 0.75 + 0.25 * Math.cos(along * 4.2);
  const bright = (0.3 + 0.95 * smoothstep(0.4, 2.7, y)) * shelf * spot * 0.85;
  const tone = stands ? hash(box + 7, board + 1) : 0.5;
  return [bright, bright * (0.5 + 0.24 * hue + 0.12 * tone), bright * (0.16 + 0.2 * hue + 0.2 * tone)];
}
