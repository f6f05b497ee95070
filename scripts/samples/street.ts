import { fractal, hash, mix, noise, smoothstep } from './noise.ts';
import { addBloom, newPicture, type Picture } from './picture.ts';
import type { Vector } from './vector.ts';

/** Metres. The street runs along +z from the camera; its houses stand at x = ±HALF, the pavement edge at ±KERB. */
const HALF = 7.2;
const KERB = 4.3;
const EYE: Vector = [0.9, 1.7, 0];
const FOCAL = 0.86;
const HORIZON = 0.57;
const FAR = 260;
const LAMP_EVERY = 17;
const LAMP_HEIGHT = 5.2;
const LAMP: Vector = [1.0, 0.62, 0.26];

/** A wet street at the blue hour: house fronts, lit windows and lamps, mirrored in the road. */
export function drawStreet(width: number, height: number): Picture {
  const picture = newPicture(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const right = (x + 0.5 - width / 2) / width / FOCAL;
      const up = (HORIZON * height - y - 0.5) / width / FOCAL;
      picture.data.set(trace(EYE, right, up, true), (y * width + x) * 3);
    }
  }
  paintLamps(picture);
  addBloom(picture, 0.85, 0.2, width / 120);
  addBloom(picture, 1.2, 0.07, width / 26);
  return picture;
}

/** Light along (right, up, 1) from a point. */
function trace(from: Vector, right: number, up: number, wet: boolean): Vector {
  const toGround = up < 0 ? -from[1] / up : Number.POSITIVE_INFINITY;
  const toLeft = right < 0 ? (-HALF - from[0]) / right : Number.POSITIVE_INFINITY;
  const toRight = right > 0 ? (HALF - from[0]) / right : Number.POSITIVE_INFINITY;
  const toFront = Math.min(toLeft, toRight);
  const side = toLeft < toRight ? -1 : 1;
  if (toGround < toFront && toGround < FAR) {
    const point: Vector = [from[0] + right * toGround, 0, from[2] + toGround];
    return haze(wet ? ground(point, right, up) : [0.02, 0.02, 0.025], toGround);
  }
  if (toFront < FAR) {
    const y = from[1] + up * toFront;
    const z = from[2] + toFront;
    const house = houseAt(side, z);
    if (y < house.height) return haze(front(house, y, z, wet), toFront);
    if (y < house.height + roofRise(house, z)) return haze([0.018, 0.02, 0.03], toFront);
  }
  return sky(right, up);
}

interface House {
  readonly side: -1 | 1;
  readonly key: number;
  readonly start: number;
  readonly wide: number;
  readonly height: number;
  readonly storey: number;
  readonly color: Vector;
}

/** Houses between 8 and 13 m wide, one after the other. */
function houseAt(side: -1 | 1, z: number): House {
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

function roofRise(house: House, z: number): number {
  const along = (z - house.start) / house.wide;
  const gable = hash(house.key, 8) < 0.4 ? (1 - Math.abs(2 * along - 1)) * 2.6 : 0;
  const chimneyAt = 0.2 + hash(house.key, 9) * 0.6;
  return Math.max(gable, Math.abs(along - chimneyAt) * house.wide < 0.5 ? 1.7 : 0);
}

/** The front of a house at height y: wall, windows with people at home, a shop at street level. */
function front(house: House, y: number, z: number, fine: boolean): Vector {
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

/** Light of the street lamps at a point whose surface faces −side. */
function lampLight(x: number, y: number, z: number, facing: number): number {
  let light = 0;
  const nearest = Math.round(z / LAMP_EVERY);
  for (let index = nearest - 1; index <= nearest + 1; index += 1) {
    const side = index % 2 === 0 ? 1 : -1;
    const [dx, dy, dz] = [side * (KERB + 0.5) - x, LAMP_HEIGHT - y, index * LAMP_EVERY + 5 - z];
    const square = dx * dx + dy * dy + dz * dz + 0.6;
    const cosine = facing === 0 ? Math.max(0, dy) : Math.max(0, dx * facing + 0.4);
    light += (7.5 * cosine) / (square * Math.sqrt(square));
  }
  return light;
}

function ground([x, , z]: Vector, right: number, up: number): Vector {
  const pavement = Math.abs(x) > KERB;
  const kerb = smoothstep(0.0, 0.12, Math.abs(Math.abs(x) - KERB));
  const stone = pavement ? slabs(x, z) : setts(x, z);
  const light = lampLight(x, 0, z, 0) * 1.4;
  const glow = shopGlow(x, z);
  const tone = (0.05 + 0.05 * stone) * (0.4 + 0.6 * kerb);
  const base: Vector = [
    tone * (0.13 + light * LAMP[0] + glow),
    tone * (0.18 + light * LAMP[1] + glow * 0.68),
    tone * (0.34 + light * LAMP[2] + glow * 0.34),
  ];
  // Puddles mirror sharply, damp stone in long streaks.
  const puddle = smoothstep(0.5, 0.64, fractal(x * 0.35 + 11, z * 0.12 + 4, 4)) * (pavement ? 0.5 : 1);
  const rough = mix(pavement ? 0.075 : 0.06, 0.006, puddle);
  const grazing = Math.min(1, -up / Math.hypot(right, up, 1));
  const shine = (0.05 + 0.95 * (1 - grazing) ** 5) * mix(0.42 + 0.3 * stone, 1, puddle) * 0.8;
  const from: Vector = [x, 0.01, z];
  let [r, g, b] = [0, 0, 0];
  const rays = rough < 0.02 ? 1 : 2;
  for (let index = 0; index < rays; index += 1) {
    const turn = hash(Math.floor(x * 190) + index * 71, Math.floor(z * 160) + index * 37) - 0.5;
    const lean = (index + hash(Math.floor(x * 170) + 5, Math.floor(z * 210) + index)) / rays - 0.5;
    const seen = trace(from, right + turn * rough * 0.5, Math.max(0.004, -up + lean * rough * 2.6), false);
    r += seen[0] / rays;
    g += seen[1] / rays;
    b += seen[2] / rays;
  }
  return [base[0] + r * shine, base[1] + g * shine, base[2] + b * shine];
}

/** Cobbles: rounded stones with dark joints, 0…1. */
function setts(x: number, z: number): number {
  const row = Math.floor(z / 0.16);
  const u = x / 0.13 + (row % 2) * 0.5;
  const fx = Math.abs(u - Math.floor(u) - 0.5);
  const fz = Math.abs(z / 0.16 - row - 0.5);
  const joint = smoothstep(0.5, 0.34, Math.max(fx, fz));
  // Far away the stones are finer than a pixel.
  return mix(joint * (0.55 + 0.6 * hash(Math.floor(u), row)), 0.6, smoothstep(9, 22, z));
}

function slabs(x: number, z: number): number {
  const fx = Math.abs(x / 0.7 - Math.floor(x / 0.7) - 0.5);
  const fz = Math.abs(z / 0.9 - Math.floor(z / 0.9) - 0.5);
  const joint = smoothstep(0.5, 0.47, Math.max(fx, fz));
  return mix(
    joint * (0.8 + 0.3 * hash(Math.floor(x / 0.7), Math.floor(z / 0.9))),
    0.8,
    smoothstep(14, 30, z),
  );
}

/** What shop windows throw on the stones before them. */
function shopGlow(x: number, z: number): number {
  const side = x > 0 ? 1 : -1;
  const house = houseAt(side, z);
  const shop = hash(house.key, 11) < 0.62;
  const away = HALF - Math.abs(x);
  const edge = smoothstep(-0.2, 1.2, Math.min(z - house.start, house.start + house.wide - z));
  return shop ? (1.5 * edge) / (1 + away * away * 0.35) : 0;
}

function sky(right: number, up: number): Vector {
  const rise = Math.max(0, up);
  const glow = Math.exp(-rise * 5.5) * Math.exp(-right * right * 2.2);
  const deep = 1 - Math.exp(-rise * 2.3);
  const clouds =
    smoothstep(0.42, 0.75, fractal(right * 3 + 7, rise * 9 + right * 0.8, 5)) * 0.55 * Math.exp(-rise * 1.6);
  const clear: Vector = [mix(0.2, 0.03, deep), mix(0.3, 0.075, deep), mix(0.52, 0.235, deep)];
  return [
    clear[0] + glow * 0.62 + clouds * (0.1 + 0.4 * glow),
    clear[1] + glow * 0.3 + clouds * (0.085 + 0.16 * glow),
    clear[2] + glow * 0.13 + clouds * 0.1,
  ];
}

/** Damp air between the houses, lit by the sky at the end of the street. */
function haze(color: Vector, distance: number): Vector {
  const clear = Math.exp(-distance / 260);
  const air: Vector = [0.33, 0.235, 0.27];
  return [mix(air[0], color[0], clear), mix(air[1], color[1], clear), mix(air[2], color[2], clear)];
}

/** Lamps on posts, nearest last. */
function paintLamps(picture: Picture): void {
  const { width, height } = picture;
  for (let index = 12; index >= 0; index -= 1) {
    const z = index * LAMP_EVERY + 5;
    const side = index % 2 === 0 ? 1 : -1;
    const x = side * (KERB + 0.5) - EYE[0];
    const scale = (FOCAL * width) / z;
    const column = width / 2 + x * scale;
    const head = HORIZON * height - (LAMP_HEIGHT - EYE[1]) * scale;
    const foot = HORIZON * height + EYE[1] * scale;
    fill(
      picture,
      column - 0.06 * scale,
      head,
      column + 0.06 * scale,
      foot,
      haze([0.012, 0.012, 0.014], z),
      false,
    );
    fill(
      picture,
      column - 0.17 * scale,
      head - 0.5 * scale,
      column + 0.17 * scale,
      head,
      [7.5, 5.2, 2.6],
      true,
    );
    fill(
      picture,
      column - 0.2 * scale,
      head - 0.58 * scale,
      column + 0.2 * scale,
      head - 0.48 * scale,
      [0.012, 0.012, 0.014],
      false,
    );
  }
}

function fill(
  picture: Picture,
  left: number,
  top: number,
  right: number,
  bottom: number,
  color: Vector,
  round: boolean,
): void {
  const { width, height, data } = picture;
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += 1) {
      const away = round
        ? ((x + 0.5 - cx) / (right - left)) ** 2 + ((y + 0.5 - cy) / (bottom - top)) ** 2
        : 0;
      if (away < 0.25) data.set(color, (y * width + x) * 3);
    }
  }
}
