import { boxBlur, emptyPlane } from '../box-blur.ts';
import type { LabImage, Plane } from '../raster.ts';
import type { Steps } from '../steps.ts';

/** Long edge at which regions are looked for, px; their borders are refined at the preview's own size. */
const SCENE_EDGE = 176;

/** What every region finder looks at: the picture in cells of `cell` × `cell` pixels. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Side of a cell in pixels of `lab`. */
  readonly cell: number;
  /** The picture itself. */
  readonly lab: LabImage;
  /** Mean L*, a*, b* of each cell. */
  readonly L: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly chroma: Float32Array;
  /** Degrees of hab, 0…360. */
  readonly hue: Float32Array;
  /** Fine texture of L* around each cell: mean absolute second difference, blind to gradients. */
  readonly roughness: Float32Array;
  /** The same along x and along y alone: ripples on water are rougher along y. */
  readonly roughnessX: Float32Array;
  readonly roughnessY: Float32Array;
}

/** In pieces. */
export function* viewScene(lab: LabImage): Steps<Scene> {
  const cell = Math.max(1, Math.round(Math.max(lab.width, lab.height) / SCENE_EDGE));
  const width = Math.ceil(lab.width / cell);
  const height = Math.ceil(lab.height / cell);
  const count = width * height;
  const [L, a, b] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  const alongX = emptyPlane(width, height);
  const alongY = emptyPlane(width, height);
  const sums = { L, a, b, alongX: alongX.data, alongY: alongY.data };
  for (let top = 0; top < lab.height; top += ROWS) {
    sumCells(lab, cell, width, sums, top, Math.min(lab.height, top + ROWS));
    yield;
  }

  const chroma = new Float32Array(count);
  const hue = new Float32Array(count);
  const both = emptyPlane(width, height);
  for (let i = 0; i < count; i++) {
    const x = i % width;
    const y = (i - x) / width;
    const pixels = Math.min(cell, lab.width - x * cell) * Math.min(cell, lab.height - y * cell);
    L[i]! /= pixels;
    a[i]! /= pixels;
    b[i]! /= pixels;
    alongX.data[i]! /= pixels;
    alongY.data[i]! /= pixels;
    chroma[i] = Math.sqrt(a[i]! * a[i]! + b[i]! * b[i]!);
    const degrees = Math.atan2(b[i]!, a[i]!) * (180 / Math.PI);
    hue[i] = degrees < 0 ? degrees + 360 : degrees;
    both.data[i] = alongX.data[i]! + alongY.data[i]!;
  }
  yield;
  const smooth = (plane: Plane) => boxBlur(plane, 1).data;
  const roughness = smooth(both);
  yield;
  return {
    width,
    height,
    cell,
    lab,
    L,
    a,
    b,
    chroma,
    hue,
    roughness,
    roughnessX: smooth(alongX),
    roughnessY: smooth(alongY),
  };
}

type Sums = Record<'L' | 'a' | 'b' | 'alongX' | 'alongY', Float32Array>;

/** Rows that are summed in a piece of work. */
const ROWS = 96;

/** Rows `top … end − 1`. */
function sumCells(lab: LabImage, cell: number, columns: number, sums: Sums, top: number, end: number): void {
  const { L, a, b, alongX, alongY } = sums;
  const { data, width, height } = lab;
  const stride = width * 3;
  for (let y = top; y < end; y++) {
    const row = ((y / cell) | 0) * columns;
    const inner = y > 0 && y < height - 1;
    for (let x = 0; x < width; x++) {
      const i = y * stride + x * 3;
      const at = row + ((x / cell) | 0);
      const value = data[i]!;
      L[at]! += value;
      a[at]! += data[i + 1]!;
      b[at]! += data[i + 2]!;
      if (x > 0 && x < width - 1) alongX[at]! += Math.abs(2 * value - data[i - 3]! - data[i + 3]!);
      if (inner) alongY[at]! += Math.abs(2 * value - data[i - stride]! - data[i + stride]!);
    }
  }
}
