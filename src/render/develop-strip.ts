import { codedRow, decodePixels, decodeSpace, encodeSpace, gainRow } from './codec.ts';
import type { Development, Plan, PlannedCorrection } from './plan.ts';
import type { RenderSource } from './renderer.ts';
import { applyTable } from './table/color-table.ts';

/** Working memory for strips of one width and height, allocated once per rendering. */
export class StripWorkspace {
  readonly samples: Float32Array;
  private readonly source: RenderSource;
  private readonly plan: Plan;
  private readonly untouched: Float32Array | undefined;
  private readonly line: Float32Array;
  private readonly weights: Float32Array;

  constructor(source: RenderSource, plan: Plan, rows: number) {
    const { width } = source.raster;
    this.source = source;
    this.plan = plan;
    this.samples = new Float32Array(width * rows * 3);
    const needed = plan.corrections.length > 0;
    this.line = new Float32Array(needed ? width * 3 : 0);
    this.untouched = needed ? new Float32Array(width * 3) : undefined;
    this.weights = new Float32Array(needed ? width : 0);
  }

  /** Develops rows into `samples`, coded 0…1 as the source is. */
  develop(top: number, rows: number): void {
    const { raster } = this.source;
    const { global, vignette, corrections, detail } = this.plan;
    const count = rows * raster.width;
    const part = this.samples.subarray(0, count * 3);
    this.developGlobal(part, top, rows);
    for (const correction of corrections) this.correct(part, correction, top, rows);
    if (vignette && !(vignette.scene && global)) {
      decodeSpace(raster.space, part, count);
      vignette.apply(part, top, rows);
      encodeSpace(raster.space, part, count);
    }
    detail?.apply(part, top, rows);
  }

  private developGlobal(part: Float32Array, top: number, rows: number): void {
    const { raster } = this.source;
    const { global, vignette } = this.plan;
    const { width, data, space } = raster;
    const count = rows * width;
    const table = global?.table();
    if (!global || (table && !global.local)) {
      for (let y = 0; y < rows; y++)
        codedRow(raster, top + y, part.subarray(y * width * 3, (y + 1) * width * 3));
      if (table) applyTable(table, part, count);
      return;
    }
    const { local, chain } = global;
    if (table && local?.plain) {
      for (let y = 0; y < rows; y++)
        gainRow(raster, top + y, local.gainsOf(top + y), part.subarray(y * width * 3, (y + 1) * width * 3));
      applyTable(table, part, count);
      return;
    }
    decodePixels(space, data, top * width * 3, count, part);
    if (table) {
      local?.apply(part, part, top, rows, undefined);
      encodeSpace(space, part, count);
      applyTable(table, part, count);
      return;
    }
    if (local) local.apply(part, part, top, rows, chain.enterScene);
    else chain.enterScene?.(part, count);
    if (vignette?.scene) vignette.apply(part, top, rows);
    chain.develop?.(part, count);
    encodeSpace(space, part, count);
  }

  /** Develops a copy of each row that the mask touches and blends it in, on coded values. */
  private correct(part: Float32Array, correction: PlannedCorrection, top: number, rows: number): void {
    const { raster } = this.source;
    const { width, space, data } = raster;
    const { line, weights, untouched } = this;
    for (let y = 0; y < rows; y++) {
      if (!correction.mask(top + y, weights)) continue;
      let first = 0;
      while (weights[first] === 0) first++;
      let last = width - 1;
      while (weights[last] === 0) last--;
      const row = part.subarray(y * width * 3, (y + 1) * width * 3);
      // Local gains go by whole rows; without them only the touched span is developed.
      const from = correction.local ? 0 : first;
      const span = line.subarray(0, (correction.local ? width : last + 1 - first) * 3);
      span.set(row.subarray(from * 3, from * 3 + span.length));
      if (correction.local && untouched) decodePixels(space, data, (top + y) * width * 3, width, untouched);
      developCoded(correction, span, space, untouched, top + y);
      for (let x = first; x <= last; x++) {
        const weight = weights[x]!;
        if (weight === 0) continue;
        for (let c = 0; c < 3; c++) {
          const p = x * 3 + c;
          row[p] = row[p]! + (span[p - from * 3]! - row[p]!) * weight;
        }
      }
    }
  }
}

/** One row or span, coded to coded. */
function developCoded(
  { local, chain, table }: Development,
  span: Float32Array,
  space: RenderSource['raster']['space'],
  untouched: Float32Array | undefined,
  y: number,
): void {
  const count = span.length / 3;
  const fused = table();
  if (fused && !local) {
    applyTable(fused, span, count);
    return;
  }
  decodeSpace(space, span, count);
  if (local) local.apply(span, untouched ?? span, y, 1, chain.enterScene);
  else chain.enterScene?.(span, count);
  if (fused) {
    encodeSpace(space, span, count);
    applyTable(fused, span, count);
    return;
  }
  chain.develop?.(span, count);
  encodeSpace(space, span, count);
}
