import type { Raster } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';
import { codedRow, decodePixels, decodeSpace, encodeSpace, quantize } from './codec.ts';
import type { ApplyDetail } from './detail/detail-plan.ts';
import { developSpan } from './develop-span.ts';
import { gainRow } from './local/gain-row.ts';
import type { Development, Plan } from './plan.ts';
import type { RenderSource } from './renderer.ts';
import { StripDeveloper } from './strip-developer.ts';
import { applyTable, applyTableToCodes } from './table/color-table.ts';

/** Develops in plain TypeScript, which runs everywhere. */
export class PlainDeveloper extends StripDeveloper {
  protected readonly values: Float32Array;
  private readonly detail: ApplyDetail | undefined;

  /** @param rows of a strip with its halo, at most */
  constructor(source: RenderSource, plan: Plan, rows: number) {
    super(source, plan);
    this.values = new Float32Array(source.raster.width * rows * 3);
    this.detail = plan.detail?.prepare(rows);
  }

  end(): void {}

  protected developCodes(top: number, rows: number, out: Raster['data']): boolean {
    const { global, corrections, vignette, detail } = this.plan;
    const table = global && !global.local ? global.table() : undefined;
    if (!table || corrections.length > 0 || vignette || detail) return false;
    const { raster, window } = this.source;
    const { width, data } = raster;
    applyTableToCodes(table, data, (top - window.top) * width * 3, rows * width, out);
    return true;
  }

  protected developGlobal(part: Float32Array, top: number, rows: number): void {
    const { raster, window } = this.source;
    const { global, vignette } = this.plan;
    const { width, data, space } = raster;
    const own = top - window.top;
    const count = rows * width;
    const rowOf = (y: number) => part.subarray(y * width * 3, (y + 1) * width * 3);
    const local = global?.local;
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
        if (vignette?.scene) vignette.apply(part, top, rows);
        develop?.(part, count);
      }
      encodeSpace(space, part, count);
    }
    if (table) applyTable(table, part, count);
  }

  protected developSpan(
    development: Development,
    span: Float32Array,
    y: number,
    from: number,
    to: number,
  ): void {
    developSpan(development, this.source.raster.space, span, y, from, to);
  }

  protected applyVignette(part: Float32Array, top: number, rows: number): void {
    const { space, width } = this.source.raster;
    decodeSpace(space, part, rows * width);
    this.plan.vignette!.apply(part, top, rows);
    encodeSpace(space, part, rows * width);
  }

  protected *applyDetail(top: number, rows: number): Steps<void> {
    if (this.detail) yield* this.detail(this.values, top, rows);
  }

  protected quantize(first: number, rows: number, out: Raster['data']): void {
    const { width } = this.source.raster;
    quantize(this.values.subarray(first * width * 3), rows * width, out);
  }
}
