import { fractal, hash, mix, smoothstep } from './noise.ts';
import { addBloom, newPicture, type Picture } from './picture.ts';
import { front, houseAt, roofRise } from './street-houses.ts';
import { HALF, KERB, LAMP, LAMP_EVERY, LAMP_HEIGHT, lampLight } from './street-light.ts';
import type { Vector } from './vector.ts';

/** Metres. The street runs along +z from the camera; its houses stand at x = ±HALF, the pavement edge at ±KERB. */
const EYE: Vector = [0.9, 1.7, 0];
const FOCAL = 0.86;
const HORIZON = 0.57;
const FAR = 260;

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
