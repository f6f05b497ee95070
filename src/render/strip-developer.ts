import type { Raster } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';
import type { Development, Plan, PlannedCorrection } from './plan.ts';
import type { RenderSource } from './renderer.ts';

/** Pixels whose samples (200 KB) stay in the processor's cache. */
const CACHED_PIXELS = 1 << 14;

/**
 * Develops strips of a picture, with working memory that is allocated once per rendering: the global development, then
 * corrections where their masks lie, vignette, detail, all on values coded 0…1. How each is done is the subclass's:
 * plain TypeScript or compiled kernels.
 */
export abstract class StripDeveloper {
  protected readonly source: RenderSource;
  protected readonly plan: Plan;
  private readonly line: Float32Array;
  private readonly weights: Float32Array;
  private readonly halo: number;
  /** Rows that the next strip begins with, developed but for their detail. */
  private readonly carried: Float32Array;
  private carriedTop = -1;

  constructor(source: RenderSource, plan: Plan) {
    const { width } = source.raster;
    const corrected = plan.corrections.length > 0;
    this.source = source;
    this.plan = plan;
    this.line = new Float32Array(corrected ? width * 3 : 0);
    this.weights = new Float32Array(corrected ? width : 0);
    this.halo = plan.detail?.halo ?? 0;
    this.carried = new Float32Array(this.halo * 2 * width * 3);
  }

  /** Develops rows into codes, in pieces. */
  *develop(top: number, rows: number, out: Raster['data']): Steps<void> {
    if (this.developCodes(top, rows, out)) return;
    const { halo } = this;
    const from = Math.max(0, top - halo);
    yield* this.developValues(from, Math.min(this.source.window.height, top + rows + halo) - from);
    this.quantize(top - from, rows, out);
  }

  /** Lets go of what was taken; the developer is not used afterwards. */
  abstract end(): void;

  /** Where codes come from codes at once, without values between; false where they do not. */
  protected abstract developCodes(top: number, rows: number, out: Raster['data']): boolean;
  /** Values of a strip with its halo. */
  protected abstract get values(): Float32Array;
  protected abstract developGlobal(part: Float32Array, top: number, rows: number): void;
  /** Pixels `from … to − 1` of row `y`, in place. */
  protected abstract developSpan(
    correction: Development,
    span: Float32Array,
    y: number,
    from: number,
    to: number,
  ): void;
  protected abstract applyVignette(part: Float32Array, top: number, rows: number): void;
  protected abstract applyDetail(top: number, rows: number): Steps<void>;
  /** Codes of rows of the values from row `first` on. */
  protected abstract quantize(first: number, rows: number, out: Raster['data']): void;

  private *developValues(top: number, rows: number): Steps<void> {
    const { width } = this.source.raster;
    const { values, carried } = this;
    const line = width * 3;
    const keep = carried.length / line;
    const known = this.carriedTop === top ? Math.min(rows, keep) : 0;
    if (known > 0) values.set(carried.subarray(0, known * line));
    // A few rows at a time: between its steps a row stays in the processor's cache.
    const few = Math.max(1, Math.floor(CACHED_PIXELS / width));
    for (let y = known; y < rows; y += few) {
      const end = Math.min(rows, y + few);
      this.developRows(values.subarray(y * line, end * line), top + y, end - y);
      if (end < rows) yield;
    }
    if (!this.plan.detail) return;
    this.carriedTop = rows >= keep ? top + rows - keep : -1;
    if (rows >= keep) carried.set(values.subarray((rows - keep) * line, rows * line));
    yield;
    yield* this.applyDetail(top, rows);
  }

  private developRows(part: Float32Array, top: number, rows: number): void {
    const { global, vignette, corrections } = this.plan;
    this.developGlobal(part, top, rows);
    for (const correction of corrections) this.correct(part, correction, top, rows);
    if (vignette && !(vignette.scene && global)) this.applyVignette(part, top, rows);
  }

  /** Develops a copy of what the mask touches, row by row, and blends it in. */
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
