import { FRUIT, fruitColor, fruitNormal, hitFruit, type Piece } from './fruit.ts';
import { fractal, hash, mix, noise, smoothstep } from './noise.ts';
import { blurCopy, newPicture, type Picture } from './picture.ts';
import { add, dot, length, normalize, type Ray, scale, subtract, type Vector } from './vector.ts';

/** Centimetres. The table top is y = 0, the wall stands at z = −34, the camera looks down a little along −z. */
const EYE: Vector = [3, 19, 60];
const TARGET: Vector = [0.2, 7.2, -2];
const FOCAL = 2.02;
const WALL = -34;
/** The window: outside the picture on the left, high, towards the camera. */
const WINDOW: Vector = [-74, 58, 34];
const TO_WINDOW: Vector = normalize(WINDOW);

/** Fruit and a cup by window light: spheres and a turned cup, lit by one soft window, shadows in closed form. */
export function drawStillLife(width: number, height: number): Picture {
  const picture = newPicture(width, height);
  const pieces = new Uint8Array(width * height);
  const forward = normalize(subtract(TARGET, EYE));
  const right = normalize([-forward[2], 0, forward[0]]);
  const up: Vector = [
    right[1] * forward[2] - right[2] * forward[1],
    right[2] * forward[0] - right[0] * forward[2],
    right[0] * forward[1] - right[1] * forward[0],
  ];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const across = ((x + 0.5 - width / 2) / width / FOCAL) * 1.5;
      const along = ((height / 2 - y - 0.5) / width / FOCAL) * 1.5;
      const direction = normalize(add(forward, add(scale(right, across), scale(up, along))));
      const ray = { origin: EYE, direction };
      const hit = nearest(ray);
      if (hit !== null) pieces[y * width + x] = 1;
      const color = hit === null ? room(ray) : shadePiece(hit.piece, hit.point, direction);
      picture.data.set(color, (y * width + x) * 3);
    }
  }
  return soften(picture, pieces, forward, up);
}

/** Shallow focus: table and wall blur away in front of and behind the pieces, which keep their edges. */
function soften(picture: Picture, pieces: Uint8Array, forward: Vector, up: Vector): Picture {
  const { width, height, data } = picture;
  // Weighted by what is not a piece, so that no fruit colour bleeds into its surroundings.
  const ground = newPicture(width, height);
  const weight = newPicture(width, height);
  for (let at = 0; at < data.length; at += 1) {
    if (pieces[Math.floor(at / 3)] === 1) continue;
    ground.data[at] = data[at] as number;
    weight.data[at] = 1;
  }
  const blurredGround = blurCopy(ground, width / 420).data;
  const blurredWeight = blurCopy(weight, width / 420).data;
  for (let y = 0; y < height; y += 1) {
    const along = ((height / 2 - y - 0.5) / width / FOCAL) * 1.5;
    const direction = normalize(add(forward, scale(up, along)));
    const toTable = direction[1] < 0 ? -EYE[1] / direction[1] : Number.POSITIVE_INFINITY;
    const z = Math.max(WALL, EYE[2] + direction[2] * toTable);
    const share = Math.max(smoothstep(9, 19, z), smoothstep(-11, -24, z));
    if (share <= 0) continue;
    for (let at = y * width * 3; at < (y + 1) * width * 3; at += 1) {
      if (weight.data[at] === 0) continue;
      data[at] = mix(
        data[at] as number,
        (blurredGround[at] as number) / (blurredWeight[at] as number),
        share,
      );
    }
  }
  return picture;
}

/** What is seen where no piece stands. */
function room(ray: Ray): Vector {
  const toTable = ray.direction[1] < 0 ? -ray.origin[1] / ray.direction[1] : Number.POSITIVE_INFINITY;
  const toWall = (WALL - ray.origin[2]) / ray.direction[2];
  if (toTable < toWall) return shadeTable(pointAt(ray, toTable), ray.direction);
  return shadeWall(pointAt(ray, toWall));
}

function nearest(ray: Ray): { piece: Piece; point: Vector } | null {
  let best: { piece: Piece; point: Vector } | null = null;
  let nearestDistance = Number.POSITIVE_INFINITY;
  for (const piece of FRUIT) {
    const distance = hitFruit(piece, ray);
    if (distance < nearestDistance) {
      nearestDistance = distance;
      best = { piece, point: pointAt(ray, distance) };
    }
  }
  return best;
}

function pointAt(ray: Ray, distance: number): Vector {
  return add(ray.origin, scale(ray.direction, distance));
}

/** How much of the window a point sees past the pieces, 0…1: soft shadow of spheres (after I. Quilez, 2014). */
function windowSeen(point: Vector, except: Piece | null): number {
  const towards = normalize(subtract(WINDOW, point));
  let seen = 1;
  for (const piece of FRUIT) {
    if (piece === except) continue;
    for (const ball of piece.proxies) {
      const offset = subtract(ball.center, point);
      const along = dot(offset, towards);
      if (along <= 0) continue;
      const miss = Math.sqrt(Math.max(0, dot(offset, offset) - along * along)) - ball.radius;
      // The window is about 0.36 as wide as it is far.
      seen = Math.min(seen, smoothstep(-1, 1, miss / (along * 0.2)));
    }
  }
  return seen;
}

/** Light of the room that is not blocked by the pieces near by, 0…1. */
function roomSeen(point: Vector, normal: Vector, except: Piece | null): number {
  let seen = 1;
  for (const piece of FRUIT) {
    if (piece === except) continue;
    for (const ball of piece.proxies) {
      const offset = subtract(ball.center, point);
      const distance = length(offset);
      const share = (ball.radius / distance) ** 2;
      const facing = Math.max(0, dot(normal, offset) / distance + 0.35) / 1.35;
      seen *= 1 - Math.min(0.92, share * facing);
    }
  }
  return seen;
}

function light(
  point: Vector,
  normal: Vector,
  except: Piece | null,
  wrap: number,
): { direct: number; room: number } {
  const towards = normalize(subtract(WINDOW, point));
  const facing = Math.max(0, (dot(normal, towards) + wrap) / (1 + wrap));
  const fall = 9000 / (dot(subtract(WINDOW, point), subtract(WINDOW, point)) + 500);
  return { direct: facing * fall * windowSeen(point, except), room: roomSeen(point, normal, except) };
}

/** Daylight from the window, and the warm room that fills the shadows. */
function lit(color: Vector, direct: number, room: number): Vector {
  return [
    color[0] * (direct * 1.86 + room * 0.135),
    color[1] * (direct * 1.82 + room * 0.118),
    color[2] * (direct * 1.8 + room * 0.105),
  ];
}

function shadeWall(point: Vector): Vector {
  const [x, y] = point;
  const plaster = fractal(x / 7 + 4, y / 7 + 9, 4);
  const blotch = fractal(x / 46 + 2, y / 46 + 7, 2);
  const { direct, room } = light(point, [0, 0, 1], null, 0.1);
  const fade = 0.35 + 0.65 * smoothstep(78, -30, x + (y - 14) * 0.15);
  const tone = 0.3 + (plaster - 0.5) * 0.05 + (blotch - 0.5) * 0.16;
  const color: Vector = [tone * 0.92, tone * 0.9, tone * 0.83];
  // Where wall and table meet, little light gets in.
  const corner = 0.55 + 0.45 * smoothstep(0, 16, y);
  const patch = sunPatch(x, y) * 0.62;
  const base = lit(color, direct * 0.8 * fade * corner, room * 0.8 * corner);
  return [base[0] + color[0] * patch * 1.12, base[1] + color[1] * patch, base[2] + color[2] * patch * 0.82];
}

/** Low sun through a window with two bars, thrown slanting onto the wall; its edges are as soft as the sun is wide. */
function sunPatch(x: number, y: number): number {
  const across = (x - 1 + y * 0.3) / 9;
  const along = (y - 10.5 - x * 0.2) / 9;
  const leaf =
    smoothstep(-0.02, 0.1, across) *
    smoothstep(3.02, 2.9, across) *
    smoothstep(-0.1, 0.03, along) *
    smoothstep(2.05, 1.9, along);
  const bar = (at: number, width: number) => smoothstep(width, width + 0.06, Math.abs(at - Math.round(at)));
  if (leaf === 0) return 0;
  const leaves = smoothstep(0.3, 0.62, fractal(x / 6 + 3, y / 6 + 1, 3));
  return leaf * bar(across, 0.035) * bar(along, 0.03) * (0.55 + 0.45 * leaves);
}

function shadeTable(point: Vector, view: Vector): Vector {
  const [x, , z] = point;
  const plank = Math.floor((z + 200) / 9.5);
  const within = (z + 200) / 9.5 - plank;
  const shift = hash(plank, 3) * 90;
  const rings =
    noise((x + shift) / 26, plank * 7.3 + within * 1.4) * 9 +
    fractal((x + shift) / 60, z / 1.3 + plank * 11, 4) * 5;
  const fibre = fractal((x + shift) / 9, z / 0.18, 4);
  const band = 0.5 + 0.5 * Math.sin(rings * 2.6);
  const tone = 0.62 + 0.3 * band + (fibre - 0.5) * 0.55 + (hash(plank, 9) - 0.5) * 0.3;
  const seam = smoothstep(0, 0.035, Math.min(within, 1 - within));
  const color: Vector = [0.24 * tone * seam, 0.132 * tone * seam, 0.066 * tone * seam];
  const normal: Vector = [(fibre - 0.5) * 0.08, 1, (band - 0.5) * 0.03];
  const { direct, room } = light(point, normalize(normal), null, 0);
  const gleam = sheen(point, normal, view, 26);
  const shine = gleam === 0 ? 0 : gleam * 0.16 * (0.5 + fibre) * windowSeen(point, null);
  const back = 0.55 + 0.45 * smoothstep(WALL, WALL + 22, z);
  const base = lit(color, direct * back, room * back);
  // Polished wood mirrors the wall when one looks along it.
  const grazing = (1 + view[1]) ** 4 * 0.16;
  return [
    base[0] + shine + grazing * 0.3,
    base[1] + shine + grazing * 0.29,
    base[2] + shine * 1.02 + grazing * 0.27,
  ];
}

function shadePiece(piece: Piece, point: Vector, view: Vector): Vector {
  const normal = fruitNormal(piece, point);
  const color = fruitColor(piece, point, normal);
  const { direct, room } = light(point, normal, piece, piece.soft);
  // Close to the table it is darker, and what is left comes back brown from the wood.
  const low = smoothstep(-0.2, 4.5, point[1]);
  const under = Math.max(0, -normal[1]);
  const ambient = room * (0.35 + 0.65 * low) * (1 - 0.45 * under);
  const base = lit(color, direct, ambient);
  const bounce = (0.1 + 0.9 * under) * low * 0.16;
  const shine = sheen(point, normal, view, piece.polish) * piece.gloss * windowSeen(point, piece);
  const rim = (1 - Math.max(0, -dot(view, normal))) ** 4 * 0.1 * room * piece.gloss;
  return [
    base[0] + color[0] * bounce * 1.0 + shine + rim,
    base[1] + color[1] * bounce * 0.62 + shine + rim,
    base[2] + color[2] * bounce * 0.4 + shine * 1.02 + rim,
  ];
}

/** The window in the polish: a soft-edged rectangle with one bar across rather than a dot. */
function sheen(point: Vector, normal: Vector, view: Vector, polish: number): number {
  const unitNormal = normalize(normal);
  const mirrored = subtract(view, scale(unitNormal, 2 * dot(view, unitNormal)));
  const towards = normalize(subtract(WINDOW, point));
  const side = normalize([-TO_WINDOW[2], 0, TO_WINDOW[0]]);
  const offset = subtract(normalize(mirrored), towards);
  if (dot(normalize(mirrored), towards) < 0.3) return 0;
  const across = Math.abs(dot(offset, side));
  const along = Math.abs(offset[1] * 1.1);
  const edge = 1 / polish;
  const pane = smoothstep(0.2 + edge, 0.2 - edge, across) * smoothstep(0.27 + edge, 0.27 - edge, along);
  const bars = Math.min(
    smoothstep(0.0, 0.02 + edge * 0.5, across),
    smoothstep(0.0, 0.02 + edge * 0.5, along),
  );
  return pane * mix(1, bars, Math.min(1, polish / 30));
}
