import type { Raster } from '#image/raster.ts';
import { codedRow, decodePixels, decodeSpace, encodeSpace } from './codec.ts';
import type { Vignette } from './effects/vignette.ts';
import { KernelDevelopment } from './kernels/kernel-development.ts';
import { KernelSamples } from './kernels/kernel-samples.ts';
import type { KernelMemory } from './kernels/kernels.ts';
import { VignetteRows } from './kernels/vignette-rows.ts';
import { gainRow, gainSpan } from './local/gain-row.ts';
import type { Development, Plan, PlannedCorrection } from './plan.ts';
import type { RenderSource } from './renderer.ts';
import { applyTable, applyTableToCodes } from './table/color-table.ts';

/** Pixels whose samples (200 KB) stay in the processor's cache. */
const CACHED_PIXELS = 1 << 14;

/** Working memory for strips of one width and height, allocated once per rendering. */
export class StripWorkspace {
  /** Empty where codes are developed at once. */
  readonly samples: Float32Array;
  private readonly source: RenderSource;
  private readonly plan: Plan;
  private readonly line: Float32Array;
  private readonly weights: Float32Array;
  private readonly applyDetail: ((samples: Float32Array, top: number, rows: number) => void) | undefined;
  /** Rows that the next strip begins with, developed but for their detail. */
  private readonly carried: Float32Array;
  private carriedTop = -1;
  private readonly memory: KernelMemory | undefined;
  /** Where `samples` lie when kernels work on them; nothing is placed there afterwards, so that the view stays. */
  private readonly held: KernelSamples | undefined;
  private readonly vignetteRows: VignetteRows | undefined;
  private readonly compiled = new Map<Development, KernelDevelopment>();
  /** Whether codes come straight from codes, by the color table. */
  private readonly direct: boolean;

  /** @throws RangeError when there is no memory left */
  constructor(source: RenderSource, plan: Plan, rows: number) {
    const { width } = source.raster;
    this.source = source;
    this.plan = plan;
    const { global, corrections, vignette, detail } = plan;
    this.memory = source.kernels?.take();
    const alone = corrections.length === 0 && !vignette && !detail;
    this.direct = alone && global !== undefined && this.leadsToCodes(global);
    const count = this.direct ? 0 : width * rows * 3;
    if (source.kernels && !this.direct) this.held = new KernelSamples(source.kernels, width, rows);
    if (vignette && this.held) this.vignetteRows = new VignetteRows(this.held.memory, vignette, source);
    const needed = plan.corrections.length > 0;
    this.line = new Float32Array(needed ? width * 3 : 0);
    this.weights = new Float32Array(needed ? width : 0);
    this.applyDetail = detail?.prepare(rows, this.held?.memory);
    this.samples = this.held?.view() ?? new Float32Array(count);
    this.carried = new Float32Array((plan.detail?.halo ?? 0) * 2 * width * 3);
  }

  /** Gives the kernels' memory back; the workspace is not used afterwards. */
  end(): void {
    // What is given back first is taken last: the next rendering's samples lie where there is room for them.
    this.held?.end();
    if (this.memory) this.source.kernels?.giveBack(this.memory);
  }

  private leadsToCodes(global: Development): boolean {
    const compiled = this.compiledOf(global);
    return compiled ? compiled.rows !== null : !global.local && global.table() !== undefined;
  }

  /** Undefined where there are no kernels. */
  private compiledOf(development: Development): KernelDevelopment | undefined {
    if (!this.memory) return undefined;
    let compiled = this.compiled.get(development);
    if (!compiled) {
      const { global, vignette } = this.plan;
      const scene = development === global && vignette?.scene ? vignette : undefined;
      compiled = new KernelDevelopment(this.memory, this.source, development, scene);
      this.compiled.set(development, compiled);
    }
    return compiled;
  }

  /** Develops rows into codes, where a table leads from codes to codes or kernels make them; false where neither. */
  developCodes(top: number, rows: number, out: Raster['data']): boolean {
    const { raster, window } = this.source;
    if (this.held) {
      const halo = this.plan.detail?.halo ?? 0;
      const from = Math.max(0, top - halo);
      this.develop(from, Math.min(window.height, top + rows + halo) - from);
      this.held.quantize(top - from, rows, out);
      return true;
    }
    if (!this.direct) return false;
    const { width } = raster;
    const compiled = this.compiledOf(this.plan.global!)?.rows;
    if (compiled) compiled.developCodes(top, rows, out);
    else
      applyTableToCodes(
        this.plan.global!.table()!,
        raster.data,
        (top - window.top) * width * 3,
        rows * width,
        out,
      );
    return true;
  }

  /** Develops rows into `samples`, coded 0…1 as the source is. */
  develop(top: number, rows: number): void {
    const { width } = this.source.raster;
    const { samples, carried, applyDetail } = this;
    const known = this.carriedTop === top ? Math.min(rows, carried.length / (width * 3)) : 0;
    if (known > 0) samples.set(carried.subarray(0, known * width * 3));
    // A few rows at a time: between its steps a row stays in the processor's cache.
    const few = Math.max(1, Math.floor(CACHED_PIXELS / width));
    for (let y = known; y < rows; y += few) {
      const end = Math.min(rows, y + few);
      this.developRows(samples.subarray(y * width * 3, end * width * 3), top + y, end - y);
    }
    if (!applyDetail) return;
    const keep = carried.length / (width * 3);
    this.carriedTop = rows >= keep ? top + rows - keep : -1;
    if (rows >= keep) carried.set(samples.subarray((rows - keep) * width * 3, rows * width * 3));
    applyDetail(samples, top, rows);
  }

  private developRows(part: Float32Array, top: number, rows: number): void {
    const { raster } = this.source;
    const { global, vignette, corrections } = this.plan;
    const count = rows * raster.width;
    this.developGlobal(part, top, rows);
    for (const correction of corrections) this.correct(part, correction, top, rows);
    if (!vignette || (vignette.scene && global)) return;
    if (this.vignetteRows) {
      for (let y = 0; y < rows; y++)
        this.vignetteRows.apply(part.byteOffset + y * raster.width * 12, top + y);
    } else {
      decodeSpace(raster.space, part, count);
      vignette.apply(part, top, rows);
      encodeSpace(raster.space, part, count);
    }
  }

  private developGlobal(part: Float32Array, top: number, rows: number): void {
    const { raster, window } = this.source;
    const { global, vignette } = this.plan;
    const { width, data, space } = raster;
    const own = top - window.top;
    const count = rows * width;
    const rowOf = (y: number) => part.subarray(y * width * 3, (y + 1) * width * 3);
    const local = global?.local;
    const compiled = global && this.compiledOf(global);
    if (compiled?.rows) {
      compiled.rows.developValues(top, rows, part);
      return;
    }
    if (compiled && !(vignette?.scene && vignette.effect.hold > 0)) {
      compiled.exact.developValues(top, rows, part);
      return;
    }
    if (!global && this.held) {
      this.held.load(raster, own, rows, part.byteOffset);
      return;
    }
    const table = global?.table();
    if (!global || (table && !local)) {
      for (let y = 0; y < rows; y++) codedRow(raster, own + y, rowOf(y));
    } else if (table && local?.plain) {
      for (let y = 0; y < rows; y++) gainRow(raster, own + y, local.gainRoots(top + y, 0, width), rowOf(y));
    } else {
      const { enterScene, develop } = global.chain;
      decodePixels(space, data, own * width * 3, count, part);
      const enter = table ? undefined : enterScene;
      if (local) for (let y = 0; y < rows; y++) local.apply(rowOf(y), top + y, 0, width, enter);
      else enter?.(part, count);
      if (!table) {
        if (vignette?.scene) this.applySceneVignette(vignette, part, top, rows);
        if (compiled) compiled.develop(part, count);
        else develop?.(part, count);
      }
      encodeSpace(space, part, count);
    }
    if (table) applyTable(table, part, count);
  }

  private applySceneVignette(vignette: Vignette, part: Float32Array, top: number, rows: number): void {
    if (!this.vignetteRows) vignette.apply(part, top, rows);
    else
      for (let y = 0; y < rows; y++)
        this.vignetteRows.applyToLight(part.byteOffset + y * this.source.raster.width * 12, top + y);
  }

  /** Develops a copy of what the mask touches, row by row, and blends it in, on coded values. */
  private correct(part: Float32Array, correction: PlannedCorrection, top: number, rows: number): void {
    const { width } = this.source.raster;
    const { line, weights } = this;
    for (let y = 0; y < rows; y++) {
      if (!correction.mask(top + y, weights)) continue;
      for (let from = nextTouched(weights, 0); from < width; ) {
        const to = endOfRun(weights, from);
        const row = part.subarray((y * width + from) * 3, (y * width + to) * 3);
        const span = line.subarray(0, row.length);
        span.set(row);
        this.developSpan(correction, span, top + y, from, to);
        blend(row, span, weights, from);
        from = nextTouched(weights, to);
      }
    }
  }

  /** Pixels `from … to − 1` of a row, coded to coded. */
  private developSpan(
    development: Development,
    span: Float32Array,
    y: number,
    from: number,
    to: number,
  ): void {
    const { local, chain, table } = development;
    const { space } = this.source.raster;
    const count = to - from;
    const compiled = this.compiledOf(development);
    if (compiled?.rows) {
      compiled.rows.developSpan(span, y, from, to);
      return;
    }
    const fused = table();
    if (local?.plain) gainSpan(space, local.gainRoots(y, from, to), from, to, span);
    if (fused && (!local || local.plain)) {
      applyTable(fused, span, count);
      return;
    }
    if (!chain.develop && local?.plain) return;
    decodeSpace(space, span, count);
    const enter = fused ? undefined : chain.enterScene;
    if (local && !local.plain) local.apply(span, y, from, to, enter);
    else enter?.(span, count);
    if (!fused) {
      if (compiled) compiled.develop(span, count);
      else chain.develop?.(span, count);
    }
    encodeSpace(space, span, count);
    if (fused) applyTable(fused, span, count);
  }
}

/** Untouched pixels that are developed along rather than beginning anew behind them. */
const GAP = 24;

function nextTouched(weights: Float32Array, from: number): number {
  let x = from;
  while (x < weights.length && weights[x] === 0) x++;
  return x;
}

/** End of a run of touched pixels with small gaps. */
function endOfRun(weights: Float32Array, from: number): number {
  let end = from + 1;
  for (let x = end; x < weights.length && x - end < GAP; x++) if (weights[x]! > 0) end = x + 1;
  return end;
}

function blend(row: Float32Array, changed: Float32Array, weights: Float32Array, from: number): void {
  for (let x = from, p = 0; p < row.length; x++, p += 3) {
    const weight = weights[x]!;
    row[p]! += (changed[p]! - row[p]!) * weight;
    row[p + 1]! += (changed[p + 1]! - row[p + 1]!) * weight;
    row[p + 2]! += (changed[p + 2]! - row[p + 2]!) * weight;
  }
}
