import { clamp } from '../curve.ts';

export interface GrainLook {
  /** 0…1. */
  readonly amount: number;
  /** Grain diameter in px of the rendered picture. */
  readonly size: number;
  /** 0 even … 1 clumpy. */
  readonly roughness: number;
}

/** Largest change of coded luma at amount 1 in the midtones. */
const STRENGTH = 0.13;

/** Noise −1…1 of a lattice cell: always the same for the same cell, whatever the strip or the machine. */
function cell(x: number, y: number, seed: number): number {
  let h = (Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 1274126177)) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h = Math.imul(h ^ (h >>> 16), 2246822519);
  return ((h ^ (h >>> 15)) >>> 0) / 2147483648 - 1;
}

/** Smooth value noise over a lattice of unit cells. */
function noise(x: number, y: number, seed: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const fx = x - i;
  const fy = y - j;
  const u = fx * fx * (3 - 2 * fx);
  const v = fy * fy * (3 - 2 * fy);
  const top = cell(i, j, seed) * (1 - u) + cell(i + 1, j, seed) * u;
  const bottom = cell(i, j + 1, seed) * (1 - u) + cell(i + 1, j + 1, seed) * u;
  return top * (1 - v) + bottom * v;
}

/** Size in px of the full picture that GrainSize 0…100 stands for. */
export function grainSize(slider: number): number {
  return 0.8 + (slider / 100) * 3.2;
}

/**
 * Film grain on coded luma: strongest in the midtones, none at black and white. Grains smaller than a pixel of the
 * rendered picture average out.
 *
 * @returns change of coded luma at pixel (x, y)
 */
export function grainAt(look: GrainLook, x: number, y: number, luma: number): number {
  const size = Math.max(look.size, 1);
  const fade = Math.min(1, look.size);
  const fine = size <= 1 ? cell(x, y, 1) : noise(x / size, y / size, 1) * 1.4;
  const clumps = noise(x / (size * 2), y / (size * 2), 2) * 1.2;
  const grain = fine * (1 - 0.35 * look.roughness) + clumps * 0.5 * look.roughness;
  const level = clamp(luma, 0, 1);
  return grain * look.amount * STRENGTH * fade * Math.sqrt(4 * level * (1 - level)) * 0.6;
}
