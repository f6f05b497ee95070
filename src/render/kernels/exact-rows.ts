import { decodeTableFor } from '#color/transfer.ts';
import { depthOf } from '#image/depth.ts';
import type { Vignette } from '../effects/vignette.ts';
import { shared } from '../local/gain-row.ts';
import { LEVEL_FLOOR, levelWeightsOf } from '../local/level.ts';
import type { Development } from '../plan.ts';
import type { RenderSource } from '../renderer.ts';
import type { Step } from '../step.ts';
import { spaceToWorking, workingToSpace } from '../working-space.ts';
import { Coding } from './coding.ts';
import { KernelChain } from './kernel-chain.ts';
import type { KernelMemory } from './kernels.ts';
import { LocalRows } from './local-rows.ts';
import { PlacedTable } from './placed-table.ts';
import { Planes } from './planes.ts';
import { putTables } from './put-tables.ts';
import { VignetteValues } from './vignette-values.ts';

/** Pixels that are developed at a time: what is laid out for them stays in the processor's cache. */
const PIXELS = 8192;

/** Develops rows step by step: 16 bits, Dehaze, raw previews with local gains. Ends in a color table where there is one. */
export class ExactRows {
  private readonly memory: KernelMemory;
  private readonly source: RenderSource;
  private readonly development: Development;
  private readonly most: number;
  private readonly codes: number;
  private readonly tables: readonly [number, number, number];
  private readonly planes: Planes;
  private readonly toWorking: KernelChain;
  private readonly enterScene: KernelChain | undefined;
  private readonly develop: KernelChain;
  private readonly coding: Coding;
  private readonly local: LocalRows | undefined;
  private readonly factors: number;
  private readonly table: PlacedTable | undefined;
  private readonly vignette: VignetteValues | undefined;

  /**
   * @param vignette one that works on scene light, without holding lights
   * @throws RangeError when there is no memory left
   */
  constructor(
    memory: KernelMemory,
    source: RenderSource,
    development: Development,
    vignette: Vignette | undefined,
  ) {
    const { raster, window } = source;
    const { width, data, space } = raster;
    const { chain, local } = development;
    this.memory = memory;
    this.source = source;
    this.development = development;
    this.most = Math.min(window.height, Math.max(1, Math.floor(PIXELS / width)));
    const pixels = width * this.most;
    this.codes = memory.place(pixels * 3 * data.BYTES_PER_ELEMENT);
    this.tables = putTables(memory, shared(([0, 1, 2] as const).map((c) => decodeTableFor(data, space, c))));
    this.planes = new Planes(memory, pixels);
    const chainOf = (steps: readonly Step[]) => new KernelChain(memory, this.planes, steps);
    this.toWorking = chainOf([{ kind: 'matrix', matrix: spaceToWorking(space) }]);
    const table = development.table();
    this.table = table && new PlacedTable(memory, table, pixels);
    const toSpace: Step = { kind: 'matrix', matrix: workingToSpace(space) };
    this.enterScene = table || !chain.enterScene ? undefined : chainOf(chain.steps.enterScene);
    this.develop = chainOf(table ? [toSpace] : [...chain.steps.develop, toSpace]);
    this.coding = new Coding(memory, this.planes, space);
    this.local = local && new LocalRows(memory, source, local.gains, this.most);
    this.factors = memory.place(pixels * 4);
    this.vignette = vignette && new VignetteValues(memory, vignette, width, window.height);
  }

  /** Rows of the picture coded 0…1. */
  developValues(top: number, rows: number, out: Float32Array): void {
    const { width } = this.source.raster;
    for (let y = 0; y < rows; y += this.most) {
      const some = Math.min(this.most, rows - y);
      this.developRows(top + y, some);
      const values = out.subarray(y * width * 3, (y + some) * width * 3);
      if (this.table) values.set(this.table.valuesOf(this.planes, some * width));
      else this.planes.store(values);
    }
  }

  private developRows(top: number, rows: number): void {
    const { source, memory, codes, planes, local } = this;
    const { width, data, space } = source.raster;
    const { run } = memory;
    const count = rows * width;
    const start = (top - source.window.top) * width * 3;
    const own = data.subarray(start, start + count * 3);
    const eight = depthOf(data) === 8;
    const held = eight
      ? memory.bytes(codes, own.length)
      : new Uint16Array(run.memory.buffer, codes, own.length);
    held.set(own);
    const look = eight ? run.lookUp : run.lookUp16;
    look(codes, count, ...this.tables, planes.address, planes.stride);
    if (local) {
      const weights = levelWeightsOf(space);
      run.levels(planes.address, planes.stride, count, false, ...weights, LEVEL_FLOOR, local.levels);
      local.look(top, rows);
    }
    this.toWorking.run(count);
    if (local) this.applyLocal(local, count);
    else this.enterScene?.run(count);
    if (this.vignette) this.applyVignette(this.vignette, top, rows);
    this.develop.run(count);
    this.coding.clipped(count);
  }

  private applyVignette(vignette: VignetteValues, top: number, rows: number): void {
    const { source, memory, planes, factors } = this;
    const { width } = source.raster;
    for (let y = 0; y < rows; y++) vignette.row(top + y, factors + y * width * 4);
    memory.run.lighten(planes.address, planes.stride, rows * width, factors);
  }

  /** In the order of `localPass` (local/local-pass.ts). */
  private applyLocal(local: LocalRows, count: number): void {
    const { memory, planes, factors, enterScene } = this;
    const { run } = memory;
    const { tone, clarity, texture, haze } = this.development.local!.gains;
    if (haze) {
      const veils = local.valuesOf(haze.veil);
      run.clearAir(planes.address, planes.stride, count, haze.amount, veils, ...haze.air);
    }
    const lighten = (which: { tone?: boolean; presence?: boolean }) => {
      local.gainRoots(count, factors, which);
      run.lighten(planes.address, planes.stride, count, factors);
    };
    if (enterScene) {
      if (clarity || texture) lighten({ tone: false });
      enterScene.run(count);
      if (tone) lighten({ presence: false });
    } else if (tone || clarity || texture) lighten({});
  }
}
