import { ease, type GrainLook, layersOf, type NoiseLayer } from '../effects/grain.ts';
import type { AmountRow } from './amount-rows.ts';
import type { KernelMemory } from './kernels.ts';
import { strideOf } from './row-filter.ts';

/** `Grain` (effects/grain.ts) by the kernels. */
export class GrainRows {
  private readonly memory: KernelMemory;
  private readonly fine: NoiseRows;
  private readonly clumps: NoiseRows;
  private readonly shares: readonly [number, number];

  constructor(memory: KernelMemory, look: GrainLook, width: number) {
    const { fine, clumps } = layersOf(look);
    this.memory = memory;
    this.fine = new NoiseRows(memory, fine, width);
    this.clumps = new NoiseRows(memory, clumps, width);
    this.shares = [fine.share, clumps.share];
  }

  /** Adds grain to row `y` of the picture. */
  apply(samples: number, y: number, { address, from, to }: AmountRow): void {
    if (from >= to) return;
    const [fineShare, clumpShare] = this.shares;
    const at = from * 4;
    const fine = this.fine.at(y) + at;
    const clumps = this.clumps.at(y) + at;
    this.memory.run.addGrain(
      samples + from * 12,
      fine,
      clumps,
      fineShare,
      clumpShare,
      address + at,
      to - from,
    );
  }
}

/** Rows of smooth value noise over a lattice. */
class NoiseRows {
  private readonly memory: KernelMemory;
  private readonly layer: NoiseLayer;
  private readonly width: number;
  private readonly cells: number;
  private readonly lefts: number;
  private readonly shares: number;
  private readonly lattice: readonly [number, number];
  private readonly held = [Number.NaN, Number.NaN];
  private readonly blend: number;
  private readonly out: number;

  constructor(memory: KernelMemory, layer: NoiseLayer, width: number) {
    const { size } = layer;
    this.memory = memory;
    this.layer = layer;
    this.width = width;
    this.cells = Math.floor(width / size) + 2;
    // Byte offsets; whole vectors are read, so that those behind the row must lead somewhere too.
    const lefts = new Int32Array(width + 3);
    const shares = new Float32Array(width);
    for (let x = 0; x < width; x++) {
      const left = Math.floor(x / size);
      lefts[x] = left * 4;
      shares[x] = ease(x / size - left);
    }
    this.lefts = memory.put(lefts);
    this.shares = memory.put(shares);
    this.lattice = [memory.place(strideOf(this.cells)), memory.place(strideOf(this.cells))];
    this.blend = memory.place(strideOf(this.cells + 1));
    this.out = memory.place(strideOf(width));
  }

  /** The same memory for every row. */
  at(y: number): number {
    const { memory, layer, width, cells, lefts, shares, blend, out } = this;
    const j = Math.floor(y / layer.size);
    const share = ease(y / layer.size - j);
    memory.run.blendRows(this.cellsOf(j), this.cellsOf(j + 1), cells, share, blend);
    memory.run.noiseRow(blend, lefts, shares, width, out);
    return out;
  }

  /** Row `j` of the lattice. */
  private cellsOf(j: number): number {
    const place = (j & 1) as 0 | 1;
    const address = this.lattice[place];
    if (this.held[place] !== j) this.memory.run.noiseCells(j, this.layer.seed, this.cells, address);
    this.held[place] = j;
    return address;
  }
}
