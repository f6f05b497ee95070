import { forest, TREES_TO, type Tree, treeAt } from './lake-trees.ts';
import { fractal, mix, noise, ridged, smoothstep } from './noise.ts';
import { newPicture, type Picture, sample } from './picture.ts';
import { skyColor } from './sky.ts';

type Rgb = [number, number, number];

/** Metres. The map is `SIDE` × `SIDE` cells; the camera stands in the middle of its near edge, above the water. */
const SIDE = 1024;
const CELL = 6;
const EYE = 5.5;
const FAR = SIDE * CELL * 0.98;
/** Focal length in picture widths, and where the horizon lies. */
const FOCAL = 1.05;
const HORIZON = 0.585;
const DEPTH: Rgb = [0.014, 0.058, 0.062];
const AIR: Rgb = [0.5, 0.6, 0.73];
const SUN: Rgb = unit([-0.62, 0.52, 0.28]);

interface Terrain {
  readonly height: Float32Array;
  /** Light of the sun that arrives, 0…1. */
  readonly lit: Float32Array;
}

/** A summer lake under hazy mountains: a height field drawn column by column, mirrored in the water. */
export function drawLake(width: number, height: number): Picture {
  const terrain = makeTerrain();
  const picture = newPicture(width, height);
  const focal = FOCAL * width;
  const horizon = HORIZON * height;
  const shores = new Int32Array(width);
  for (let x = 0; x < width; x += 1) {
    const [shore, ridge] = drawColumn(picture, terrain, x, focal, horizon);
    shores[x] = shore;
    paintSky(picture, x, horizon, ridge);
  }
  for (let x = 0; x < width; x += 1) paintWater(picture, x, focal, horizon, shores[x] as number);
  return picture;
}

function paintSky({ width, data }: Picture, x: number, horizon: number, ridge: number): void {
  for (let y = 0; y < ridge; y += 1) {
    const color = skyColor((x - width / 2) / width, (horizon - y) / width);
    data.set(color, (y * width + x) * 3);
  }
}

/** Front to back, each step painting what rises above everything nearer. Answers the rows of water's edge and ridge. */
function drawColumn(
  picture: Picture,
  terrain: Terrain,
  x: number,
  focal: number,
  horizon: number,
): [shore: number, ridge: number] {
  const { width, height, data } = picture;
  const slope = (x + 0.5 - width / 2) / focal;
  let top = Number.POSITIVE_INFINITY;
  let shore = horizon;
  for (let distance = 300; distance < FAR; distance *= 1.0024) {
    const east = slope * distance;
    const ground = heightAt(terrain, east, distance);
    if (ground <= 0) continue;
    const tree = treeAt(east, distance, ground);
    const y = horizon - ((ground + tree.rise - EYE) / distance) * focal;
    if (y >= top) continue;
    if (top === Number.POSITIVE_INFINITY) {
      shore = Math.ceil(horizon + (EYE / distance) * focal);
      top = shore;
    }
    const color = surfaceColor(terrain, east, distance, ground, tree);
    const to = Math.min(height, Math.ceil(top));
    for (let row = Math.max(0, Math.ceil(y)); row < to; row += 1) data.set(color, (row * width + x) * 3);
    top = y;
  }
  return [shore, Math.min(top, shore)];
}

function makeTerrain(): Terrain {
  const height = new Float32Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      height[row * SIDE + column] = altitude((column - SIDE / 2) * CELL, row * CELL);
    }
  }
  return { height, lit: castShadows(height) };
}

/** Metres above the lake at `east`, `north` of the camera. */
function altitude(east: number, north: number): number {
  const x = east / 1000;
  const z = north / 1000;
  const bay = 0.62 + 0.16 * Math.sin(x * 1.7 + 0.6) + 0.1 * noise(x * 3 + 5, 2);
  const inland = z - bay - Math.abs(x) * 0.1;
  const hills = fractal(x * 1.5 + 3.2, z * 1.5 + 8.1, 7);
  const shore = smoothstep(-0.05, 0.5, inland);
  const low =
    inland * 60 +
    (hills - 0.42) * 230 * shore +
    smoothstep(0.2, 1.1, Math.abs(x - 0.25)) * 190 * shore * hills;
  const crest = ridged(x * 0.5 + 1.85, z * 0.5 + 4.4, 9);
  const range = smoothstep(1.2, 4.2, z + (hills - 0.5) * 0.8);
  const peaks = range * (crest * 880 + hills * 240) * (0.75 + 0.4 * smoothstep(0.1, 1.4, Math.abs(x + 0.4)));
  return inland < -0.02 ? -10 : low + peaks;
}

/** Sweeps each row of cells away from the sun and remembers how high the shadow reaches (rows suffice: the sun is low in the west). */
function castShadows(height: Float32Array): Float32Array {
  const lit = new Float32Array(SIDE * SIDE);
  const fall = (CELL * SUN[1]) / Math.hypot(SUN[0], SUN[2]);
  const drift = SUN[2] / -SUN[0];
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      const here = height[row * SIDE + column] as number;
      let blocked = 0;
      for (let step = 2; step < 60; step += 3) {
        const c = column - step;
        const r = Math.round(row + step * drift);
        if (c < 0 || r < 0 || r >= SIDE) break;
        const over = (height[r * SIDE + c] as number) - (here + fall * step);
        blocked = Math.max(blocked, over / (6 + step * 1.2));
        if (blocked >= 1) break;
      }
      lit[row * SIDE + column] = 1 - Math.min(1, Math.max(0, blocked));
    }
  }
  return lit;
}

function heightAt({ height }: Terrain, east: number, north: number): number {
  return bilinear(height, east / CELL + SIDE / 2, north / CELL);
}

function bilinear(map: Float32Array, x: number, y: number): number {
  const xi = Math.min(SIDE - 2, Math.max(0, Math.floor(x)));
  const yi = Math.min(SIDE - 2, Math.max(0, Math.floor(y)));
  const fx = x - xi;
  const fy = y - yi;
  const at = yi * SIDE + xi;
  const upper = (map[at] as number) * (1 - fx) + (map[at + 1] as number) * fx;
  const lower = (map[at + SIDE] as number) * (1 - fx) + (map[at + SIDE + 1] as number) * fx;
  return upper * (1 - fy) + lower * fy;
}

function surfaceColor(terrain: Terrain, east: number, north: number, ground: number, tree: Tree): Rgb {
  const step = Math.max(CELL, north * 0.004);
  const slopeX = (heightAt(terrain, east + step, north) - heightAt(terrain, east - step, north)) / (2 * step);
  const slopeZ = (heightAt(terrain, east, north + step) - heightAt(terrain, east, north - step)) / (2 * step);
  const steep = Math.hypot(slopeX, slopeZ);
  // Cells are too coarse for crags and gullies; they are carved into the normal alone.
  const crag = Math.min(1.5, steep) * 1.5;
  const bumpX = (fractal(east / 34, north / 60 + 5, 5) - 0.5) * crag;
  const bumpZ = (fractal(east / 34 + 31, north / 60, 5) - 0.5) * crag;
  const [nx, ny, nz] = unit([-slopeX + bumpX, 1, -slopeZ + bumpZ]);
  const facing = Math.max(0, nx * SUN[0] + ny * SUN[1] + nz * SUN[2]);
  const sun = bilinear(terrain.lit, east / CELL + SIDE / 2, north / CELL);
  const rough = fractal(east / 24, north / 24, 5);
  const grain = noise(east / 1.6, north / 5);
  const sward = fractal(east / 7, north / 26 + 3, 4) * 0.6 + fractal(east / 120, north / 120, 3) * 0.55;
  const grass: Rgb = blend([0.06, 0.115, 0.024], [0.2, 0.2, 0.06], (sward - 0.25) * 1.5);
  const woods: Rgb = blend([0.022, 0.05, 0.018], [0.05, 0.085, 0.026], rough);
  const rock: Rgb = blend([0.17, 0.165, 0.16], [0.31, 0.29, 0.265], rough);
  const snow: Rgb = [0.82, 0.84, 0.88];
  let color = grass;
  if (north > TREES_TO) color = blend(color, woods, forest(east, north, ground));
  color = blend(
    color,
    rock,
    smoothstep(0.55, 0.95, steep + (rough - 0.5) * 0.5) +
      smoothstep(360, 560, ground + (rough - 0.5) * 320) * 0.85,
  );
  color = blend(
    color,
    snow,
    smoothstep(560, 800, ground + (rough - 0.5) * 420) * (1 - smoothstep(0.75, 1.35, steep)),
  );
  let direct = facing * sun;
  let ambient = 0.5 + 0.5 * ny;
  if (tree.rise > 0.5) {
    const leaf: Rgb =
      tree.tint > 1
        ? blend([0.034, 0.07, 0.012], [0.1, 0.135, 0.026], tree.tint - 1)
        : blend([0.012, 0.032, 0.014], [0.032, 0.062, 0.02], tree.tint);
    const dapple = (0.5 + 0.9 * grain) * (0.75 + 0.5 * rough);
    color = [leaf[0] * dapple, leaf[1] * dapple, leaf[2] * dapple];
    direct = sun * (0.18 + 0.62 * Math.max(0, tree.turn * 0.8 + tree.level * 0.5));
    ambient = 0.22 + 0.6 * tree.level;
  }
  const bright: Rgb = [
    color[0] * (direct * 3.3 + ambient * 0.52),
    color[1] * (direct * 3.0 + ambient * 0.62),
    color[2] * (direct * 2.45 + ambient * 0.86),
  ];
  return throughAir(bright, north, ground);
}

/** Aerial perspective: thicker near the ground, warmer towards the sun. */
function throughAir(color: Rgb, distance: number, ground: number): Rgb {
  const thickness = (distance / 7600) * (0.55 + 0.75 * Math.exp(-ground / 420));
  const clear: Rgb = [Math.exp(-thickness * 0.78), Math.exp(-thickness * 0.98), Math.exp(-thickness * 1.3)];
  return [mix(AIR[0], color[0], clear[0]), mix(AIR[1], color[1], clear[1]), mix(AIR[2], color[2], clear[2])];
}

/** Water: the mirror image, stretched by ripples, over a green depth that shows where one looks down. */
function paintWater(picture: Picture, x: number, focal: number, horizon: number, shore: number): void {
  const { width, height, data } = picture;
  for (let y = height - 1; y >= shore; y -= 1) {
    const distance = (EYE * focal) / (y + 0.5 - horizon);
    const east = ((x - width / 2) / focal) * distance;
    const wind = smoothstep(0.4, 0.68, fractal(east / 70 + 3, distance / 190 + 2, 3));
    const swell = fractal(east / 3.4, distance / 1.2, 4) - 0.5;
    const fine = noise(east / 0.7, distance / 0.2) - 0.5;
    const reach = Math.min(1, 24 / distance) * focal * (0.25 + 0.6 * wind);
    const shiftY = (swell * 0.07 + fine * 0.02) * reach;
    const mirrorX = x + swell * 0.014 * reach;
    const mirrorY = 2 * shore - y + shiftY;
    const grazing = 1 - Math.min(1, (EYE / distance) * 1.5 + Math.abs(swell) * 0.12);
    const shine = 0.04 + 0.9 * grazing ** 3;
    const above = mirrorY >= 0 ? null : skyColor((x - width / 2) / width, (horizon - mirrorY) / width);
    const breeze = wind * 0.3 * smoothstep(80, 420, distance);
    for (let channel = 0; channel < 3; channel += 1) {
      const seen =
        above === null
          ? sample(picture, mirrorX, Math.min(shore - 1, mirrorY) + 0.5, channel)
          : (above[channel] as number);
      const water = (DEPTH[channel] as number) * (1 - shine) + seen * shine;
      data[(y * width + x) * 3 + channel] = mix(water, (AIR[channel] as number) * 0.8, breeze);
    }
  }
}

function blend(from: Rgb, to: Rgb, share: number): Rgb {
  const t = Math.min(1, Math.max(0, share));
  return [mix(from[0], to[0], t), mix(from[1], to[1], t), mix(from[2], to[2], t)];
}

function unit([x, y, z]: Rgb): Rgb {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
