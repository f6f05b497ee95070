import type { DetailExports } from './detail-exports.ts';
import type { VignetteExports } from './vignette-exports.ts';

/** What the compiled kernels export (see assembly/); every number that is no count or coefficient is an address. */
export interface KernelExports extends DetailExports, VignetteExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  lookUp(
    codes: number,
    count: number,
    red: number,
    green: number,
    blue: number,
    out: number,
    stride: number,
  ): void;
  lookUp16(
    codes: number,
    count: number,
    red: number,
    green: number,
    blue: number,
    out: number,
    stride: number,
  ): void;
  lighten(planes: number, stride: number, count: number, roots: number): void;
  clearAir(
    planes: number,
    stride: number,
    count: number,
    amount: number,
    veils: number,
    red: number,
    green: number,
    blue: number,
  ): void;
  removeBase(planes: number, stride: number, count: number, curve: number, steps: number): void;
  codePlaces(codes: number, count: number, out: number, stride: number): void;
  planePlaces(planes: number, planeStride: number, count: number, out: number, stride: number): void;
  valuePlaces(values: number, count: number, out: number, stride: number): void;
  valueRoots(values: number, count: number, curves: number, steps: number, out: number, stride: number): void;
  rootPlaces(
    roots: number,
    rootStride: number,
    gains: number,
    count: number,
    red: number,
    green: number,
    blue: number,
    last: number,
    out: number,
    stride: number,
  ): void;
  levels(
    planes: number,
    stride: number,
    count: number,
    squares: boolean,
    red: number,
    green: number,
    blue: number,
    floor: number,
    out: number,
  ): void;
  blendRows(upper: number, lower: number, width: number, share: number, out: number): void;
  lineRow(
    slope: number,
    offset: number,
    starts: number,
    shares: number,
    planeWidth: number,
    values: number,
    out: number,
  ): void;
  gainRoots(
    levels: number,
    toneBases: number,
    tone: number,
    last: number,
    first: number,
    perStop: number,
    clarityBases: number,
    clarity: number,
    textureBases: number,
    texture: number,
    count: number,
    out: number,
  ): void;
  applyTable(
    places: number,
    stride: number,
    count: number,
    table: number,
    bits: number,
    out: number,
    values: boolean,
  ): void;
  split(samples: number, count: number, out: number, stride: number): void;
  interleave(planes: number, stride: number, count: number, out: number): void;
  nodePlanes(
    red: number,
    green: number,
    blue: number,
    rows: number,
    edge: number,
    out: number,
    stride: number,
  ): void;
  storeNodes(planes: number, stride: number, count: number, out: number): void;
  codePlane(
    plane: number,
    count: number,
    above: number,
    below: number,
    steps: number,
    perUnit: number,
    least: number,
    greatest: number,
  ): void;
  matrix(planes: number, stride: number, count: number, matrix: number): void;
  toneByExtremes(
    planes: number,
    stride: number,
    count: number,
    curve: number,
    steps: number,
    root: boolean,
  ): void;
  toneOfPlane(plane: number, count: number, curve: number, steps: number): void;
  oddOfPlane(
    plane: number,
    count: number,
    curve: number,
    steps: number,
    perUnit: number,
    root: boolean,
  ): void;
  gainByLevel(
    planes: number,
    stride: number,
    count: number,
    curve: number,
    steps: number,
    red: number,
    green: number,
    blue: number,
  ): void;
  mixer(
    planes: number,
    stride: number,
    count: number,
    shifts: number,
    chromas: number,
    levels: number,
    bounds: number,
  ): void;
  vibranceUp(planes: number, stride: number, count: number, amounts: number, bounds: number): void;
  vibranceDown(
    planes: number,
    stride: number,
    count: number,
    chromas: number,
    values: number,
    steps: number,
  ): void;
  multiply(a: number, b: number, count: number, out: number): void;
  boxMeans(
    plane: number,
    width: number,
    height: number,
    radius: number,
    out: number,
    turned: number,
    means: number,
    sums: number,
  ): void;
  guideLines(
    level: number,
    input: number,
    squares: number,
    products: number,
    epsilon: number,
    count: number,
    slopes: number,
    offsets: number,
  ): void;
  blockSums(codes: number, count: number, step: number, tables: number, sums: number): void;
}

/** Bytes that a row buffer has beyond its row: kernels write whole vectors. */
export const SLACK = 64;
const PAGE = 1 << 16;

/** An instance of the kernels with its own memory, laid out anew for each rendering. */
export class KernelMemory {
  readonly run: KernelExports;
  private readonly start: number;
  private end: number;

  constructor(run: KernelExports) {
    this.run = run;
    // The compiled module's own constants lie in its first pages.
    this.start = run.memory.buffer.byteLength;
    this.end = this.start;
  }

  /** Forgets what was laid out. */
  clear(): void {
    this.end = this.start;
  }

  /**
   * Address of `bytes` bytes. Views made before are void.
   *
   * @throws RangeError when there is no memory left
   */
  place(bytes: number): number {
    const address = this.end;
    this.end += (bytes + SLACK + 15) & ~15;
    const missing = this.end - this.run.memory.buffer.byteLength;
    if (missing > 0) this.run.memory.grow(Math.ceil(missing / PAGE));
    return address;
  }

  /** Address of a copy of numbers. */
  put(values: Float32Array | Int32Array | Int16Array | Uint16Array): number {
    const address = this.place(values.byteLength);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(this.run.memory.buffer).set(bytes, address);
    return address;
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.run.memory.buffer, address, length);
  }

  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.run.memory.buffer, address, length);
  }
}

/** Instances kept for the next rendering, and how much memory one may hold: strips with detail need much more. */
const KEPT = 4;
const KEPT_BYTES = 32 << 20;

/** Kernels as a runtime with WebAssembly offers them. Renderings that take turns each have an instance of their own. */
export class Kernels {
  private readonly instantiate: () => KernelExports;
  private readonly idle: KernelMemory[] = [];

  /** @param instantiate makes an instance of the compiled kernels */
  constructor(instantiate: () => KernelExports) {
    this.instantiate = instantiate;
  }

  take(): KernelMemory {
    return this.idle.pop() ?? new KernelMemory(this.instantiate());
  }

  /** Does a piece of work with an instance of its own. */
  with<T>(work: (memory: KernelMemory) => T): T {
    const memory = this.take();
    try {
      return work(memory);
    } finally {
      this.giveBack(memory);
    }
  }

  giveBack(memory: KernelMemory): void {
    if (this.idle.length >= KEPT || memory.run.memory.buffer.byteLength > KEPT_BYTES) return;
    memory.clear();
    this.idle.push(memory);
  }
}
