import { labResponse } from '#color/lab.ts';
import type { RgbSpace } from '#color/space.ts';
import { decodeTableFor } from '#color/transfer.ts';
import { PCS_WHITE } from '#color/white.ts';
import { depthOf } from './depth.ts';
import type { LabImage, Raster } from './raster.ts';
import { runNow, type Steps } from './steps.ts';

/** Table of the L*a*b* response over 0…1; interpolated, within 0.001 ΔE of the exact function. */
const STEPS = 4096;
const RESPONSE = Float32Array.from({ length: STEPS + 2 }, (_, i) => labResponse(i / STEPS));

/** Samples that are converted in a piece of work. */
const PIECE = 3 << 15;

/** L*a*b* (D50) of every pixel. */
export function toLab(raster: Raster): LabImage {
  return runNow(labSteps(raster));
}

/** The same in pieces. */
export function* labSteps(raster: Raster): Steps<LabImage> {
  const { width, height, data } = raster;
  const tables = xyzTables(raster);
  const out = new Float32Array(width * height * 3);
  for (let from = 0; from < out.length; from += PIECE) {
    convert(data, tables, out, from, Math.min(out.length, from + PIECE));
    yield;
  }
  return { width, height, data: out };
}

/** Samples `from … to − 1`. */
function convert(
  data: Raster['data'],
  [xr, xg, xb, yr, yg, yb, zr, zg, zb]: Nine<Float32Array>,
  out: Float32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i += 3) {
    const r = data[i]!;
    const g = data[i + 1]!;
    const b = data[i + 2]!;
    const fx = response(xr[r]! + xg[g]! + xb[b]!);
    const fy = response(yr[r]! + yg[g]! + yb[b]!);
    const fz = response(zr[r]! + zg[g]! + zb[b]!);
    out[i] = 116 * fy - 16;
    out[i + 1] = 500 * (fx - fy);
    out[i + 2] = 200 * (fy - fz);
  }
}

/** L*, a* and b* of a picture apart, row-major. */
export interface LabPlanes {
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/**
 * L* of every pixel, a* and b* of every `step`-th one in reading order and 0 elsewhere: means and shares need no more, and
 * lightness alone costs a third. In pieces.
 */
export function* toLabPlanes(raster: Raster, step: number): Steps<LabPlanes> {
  const { width, height, data } = raster;
  const tables = xyzTables(raster);
  const size = width * height;
  const lightness = new Float32Array(size);
  const a = new Float32Array(size);
  const b = new Float32Array(size);
  for (let from = 0; from < size; from += PLANE_PIECE) {
    lightnesses(data, tables, lightness, from, Math.min(size, from + PLANE_PIECE));
    yield;
  }
  const few = PLANE_PIECE - (PLANE_PIECE % step) || step;
  for (let from = 0; from < size; from += few) {
    const planes = { lightness, a, b };
    chromaticities(data, tables, planes, step, from, Math.min(size, from + few));
    yield;
  }
  return { lightness, a, b };
}

/** Pixels whose planes are filled in a piece of work. */
const PLANE_PIECE = 1 << 16;

/** Pixels `from … to − 1`. */
function lightnesses(
  data: Raster['data'],
  [, , , yr, yg, yb]: Nine<Float32Array>,
  lightness: Float32Array,
  from: number,
  to: number,
): void {
  for (let pixel = from, i = 3 * from; pixel < to; pixel++, i += 3) {
    const position = yr[data[i]!]! + yg[data[i + 1]!]! + yb[data[i + 2]!]!;
    lightness[pixel] = 116 * response(position) - 16;
  }
}

/** Every `step`-th pixel of `from … to − 1`; their lightness is known. */
function chromaticities(
  data: Raster['data'],
  [xr, xg, xb, , , , zr, zg, zb]: Nine<Float32Array>,
  { lightness, a, b }: LabPlanes,
  step: number,
  from: number,
  to: number,
): void {
  for (let pixel = from; pixel < to; pixel += step) {
    const red = data[3 * pixel]!;
    const green = data[3 * pixel + 1]!;
    const blue = data[3 * pixel + 2]!;
    const fy = (lightness[pixel]! + 16) / 116;
    a[pixel] = 500 * (response(xr[red]! + xg[green]! + xb[blue]!) - fy);
    b[pixel] = 200 * (fy - response(zr[red]! + zg[green]! + zb[blue]!));
  }
}

type Nine<T> = readonly [T, T, T, T, T, T, T, T, T];

/** What each code of red, green and blue adds to X, to Y and to Z relative to white, in steps of the response table. */
function xyzTables({ data, space }: Raster): Nine<Float32Array> {
  const known = depthOf(data) === 8 ? tables8 : tables16;
  const tables = known.get(space) ?? makeTables(data, space);
  known.set(space, tables);
  return tables;
}

const tables8 = new WeakMap<RgbSpace, Nine<Float32Array>>();
const tables16 = new WeakMap<RgbSpace, Nine<Float32Array>>();

function makeTables(data: Raster['data'], space: RgbSpace): Nine<Float32Array> {
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const m = space.toXyzD50;
  const [x, y, z] = PCS_WHITE.map((white) => STEPS / white) as [number, number, number];
  return [
    scaled(red, m[0] * x),
    scaled(green, m[1] * x),
    scaled(blue, m[2] * x),
    scaled(red, m[3] * y),
    scaled(green, m[4] * y),
    scaled(blue, m[5] * y),
    scaled(red, m[6] * z),
    scaled(green, m[7] * z),
    scaled(blue, m[8] * z),
  ];
}

function scaled(table: Float32Array, factor: number): Float32Array {
  return table.map((value) => value * factor);
}

/** `position` in table steps. Further outside of 0…1 than rounding of profiles leads, the exact function answers. */
function response(position: number): number {
  if (!(position >= 0 && position < STEPS + 1)) return labResponse(position / STEPS);
  const index = position | 0;
  const low = RESPONSE[index]!;
  return low + (RESPONSE[index + 1]! - low) * (position - index);
}
