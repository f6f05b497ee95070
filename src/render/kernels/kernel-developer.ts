import type { Raster } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';
import { decodePixels, encodeSpace } from '../codec.ts';
import type { ApplyDetail } from '../detail/detail-plan.ts';
import { developSpan } from '../develop-span.ts';
import type { Development, Plan } from '../plan.ts';
import type { RenderSource } from '../renderer.ts';
import { StripDeveloper } from '../strip-developer.ts';
import { KernelDevelopment } from './kernel-development.ts';
import { KernelSamples } from './kernel-samples.ts';
import type { KernelMemory, Kernels } from './kernels.ts';
import { VignetteRows } from './vignette-rows.ts';

/** Develops with the compiled kernels; what they do not have is done in TypeScript between them. */
export class KernelDeveloper extends StripDeveloper {
  private readonly kernels: Kernels;
  private readonly memory: KernelMemory;
  private readonly developments = new Map<Development, KernelDevelopment>();
  /** Undefined where codes come from codes at once. */
  private readonly samples: KernelSamples | undefined;
  /** In the kernels' memory; nothing is placed there any more, so that the view stays. */
  protected readonly values: Float32Array;
  private readonly vignetteRows: VignetteRows | undefined;
  private readonly detail: ApplyDetail | undefined;

  /**
   * @param rows of a strip with its halo, at most
   * @throws RangeError when there is no memory left
   */
  constructor(kernels: Kernels, source: RenderSource, plan: Plan, rows: number) {
    super(source, plan);
    this.kernels = kernels;
    this.memory = kernels.take();
    const { global, corrections, vignette, detail } = plan;
    const alone = corrections.length === 0 && !vignette && !detail;
    if (!(alone && global && this.developmentOf(global).rows)) {
      this.samples = new KernelSamples(kernels, source.raster.width, rows);
      const { memory } = this.samples;
      if (vignette) this.vignetteRows = new VignetteRows(memory, vignette, source);
      this.detail = detail?.prepare(rows, memory);
    }
    this.values = this.samples?.view() ?? new Float32Array(0);
  }

  end(): void {
    // What is given back first is taken last: the next rendering's samples lie where there is room for them.
    this.samples?.end();
    this.kernels.giveBack(this.memory);
  }

  protected developCodes(top: number, rows: number, out: Raster['data']): boolean {
    if (this.samples) return false;
    this.developmentOf(this.plan.global!).rows!.developCodes(top, rows, out);
    return true;
  }

  protected developGlobal(part: Float32Array, top: number, rows: number): void {
    const { global, vignette } = this.plan;
    if (!global) {
      const { raster, window } = this.source;
      this.samples!.load(raster, top - window.top, rows, part.byteOffset);
      return;
    }
    const development = this.developmentOf(global);
    if (development.rows) development.rows.developValues(top, rows, part);
    else if (vignette?.scene && vignette.effect.hold > 0) this.developAroundVignette(part, top, rows);
    else development.exact.developValues(top, rows, part);
  }

  /** A vignette of scene light that looks at the light it dims stands between two parts of the development. */
  private developAroundVignette(part: Float32Array, top: number, rows: number): void {
    const { raster, window } = this.source;
    const { width, data, space } = raster;
    const global = this.plan.global!;
    const { enterScene } = global.chain;
    const count = rows * width;
    const line = width * 3;
    decodePixels(space, data, (top - window.top) * line, count, part);
    if (!global.local) enterScene?.(part, count);
    else
      for (let y = 0; y < rows; y++)
        global.local.apply(part.subarray(y * line, (y + 1) * line), top + y, 0, width, enterScene);
    for (let y = 0; y < rows; y++) this.vignetteRows!.applyToLight(part.byteOffset + y * line * 4, top + y);
    this.developmentOf(global).develop(part, count);
    encodeSpace(space, part, count);
  }

  protected developSpan(
    correction: Development,
    span: Float32Array,
    y: number,
    from: number,
    to: number,
  ): void {
    const development = this.developmentOf(correction);
    if (development.rows) development.rows.developSpan(span, y, from, to);
    else
      developSpan(correction, this.source.raster.space, span, y, from, to, (samples, count) =>
        development.develop(samples, count),
      );
  }

  protected applyVignette(part: Float32Array, top: number, rows: number): void {
    const line = this.source.raster.width * 12;
    for (let y = 0; y < rows; y++) this.vignetteRows!.apply(part.byteOffset + y * line, top + y);
  }

  protected *applyDetail(top: number, rows: number): Steps<void> {
    if (this.detail) yield* this.detail(this.values, top, rows);
  }

  protected quantize(first: number, rows: number, out: Raster['data']): void {
    this.samples!.quantize(first, rows, out);
  }

  private developmentOf(development: Development): KernelDevelopment {
    let own = this.developments.get(development);
    if (!own) {
      const { global, vignette } = this.plan;
      const scene = development === global && vignette?.scene ? vignette : undefined;
      own = new KernelDevelopment(this.memory, this.source, development, scene);
      this.developments.set(development, own);
    }
    return own;
  }
}
