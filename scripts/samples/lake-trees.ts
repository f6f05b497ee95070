import { fractal, hash, noise, smoothstep } from './noise.ts';

/** Beyond this distance (m) trees are smaller than a pixel: woods are only a colour there. */
export const TREES_TO = 3600;

export interface Tree {
  /** Height of the crown above the ground here, m. */
  readonly rise: number;
  /** 0 at the foot … 1 at the tip. */
  readonly level: number;
  /** −1 on the lee … 1 towards the sun. */
  readonly turn: number;
  readonly tint: number;
}
const NO_TREE: Tree = { rise: 0, level: 0, turn: 0, tint: 0 };

/** Crowns on a jittered lattice: cones for conifers, domes for broad-leaved trees. */
export function treeAt(east: number, north: number, ground: number): Tree {
  const growth = forest(east, north, ground);
  if (growth <= 0 || north > TREES_TO) return NO_TREE;
  const spacing = 6;
  const ci = Math.floor(east / spacing);
  const cj = Math.floor(north / spacing);
  let best = NO_TREE;
  for (let j = -1; j <= 1; j += 1) {
    for (let i = -1; i <= 1; i += 1) {
      const cx = ci + i;
      const cz = cj + j;
      const chance = hash(cx * 3 + 11, cz * 5 + 7);
      if (chance > growth) continue;
      const dx = east - (cx + 0.2 + 0.6 * hash(cx, cz + 977)) * spacing;
      const dz = north - (cz + 0.2 + 0.6 * hash(cx + 613, cz)) * spacing;
      const size = 0.45 + 0.8 * hash(cx + 71, cz + 37);
      const conifer = hash(cx + 5, cz + 3) < 0.4 + 0.5 * noise(cx / 9, cz / 9);
      const radius = (conifer ? 3 : 4.4) * size;
      const away = Math.hypot(dx, dz) / radius;
      if (away >= 1) continue;
      const tall = (conifer ? 17 : 10.5) * size;
      const level = conifer ? 1 - away : Math.sqrt(1 - away * away);
      const ragged = 1 - 0.22 * hash(Math.floor(east * 1.7), Math.floor(level * 9) + cz);
      const rise = tall * level * ragged;
      if (rise > best.rise)
        best = { rise, level, turn: -dx / radius, tint: hash(cx + 19, cz + 83) + (conifer ? 0 : 1) };
    }
  }
  return best;
}

/** How densely trees stand, 0…1: thick on the lower slopes, broken by meadows, none above the tree line. */
export function forest(east: number, north: number, ground: number): number {
  const patch = fractal(east / 260 + 9, north / 260 + 4, 4);
  const line = 1 - smoothstep(260, 430, ground + (patch - 0.5) * 300);
  const rim = smoothstep(0.6, 5, ground);
  return (
    line *
    rim *
    Math.max(
      smoothstep(0.4, 0.5, patch),
      smoothstep(0.36, 0.6, fractal(east / 60, north / 60 + 9, 3)) * 0.22,
    ) *
    0.95
  );
}
