import type { Vignette } from '../effects/vignette.ts';
import type { Development } from '../plan.ts';
import type { RenderSource } from '../renderer.ts';
import { ExactRows } from './exact-rows.ts';
import { KernelChain } from './kernel-chain.ts';
import { KernelRows } from './kernel-rows.ts';
import type { KernelMemory } from './kernels.ts';
import { Planes } from './planes.ts';

/** Pixels that are developed at a time. */
const PIXELS = 4096;

/** A development by the compiled kernels; each part is laid out in their memory when first needed. */
export class KernelDevelopment {
  private readonly memory: KernelMemory;
  private readonly source: RenderSource;
  private readonly development: Development;
  private readonly vignette: Vignette | undefined;
  private planes: Planes | undefined;
  private chain: KernelChain | undefined;
  private stepwise: ExactRows | undefined;
  private fused: KernelRows | null | undefined;

  /** @param vignette one that works on scene light, as a step of `exact` */
  constructor(memory: KernelMemory, source: RenderSource, development: Development, vignette?: Vignette) {
    this.memory = memory;
    this.source = source;
    this.development = development;
    this.vignette = vignette;
  }

  /** Plain gains and color table as one; null where the development is not that. */
  get rows(): KernelRows | null {
    if (this.fused === undefined) {
      const { local } = this.development;
      const table = local && !local.plain ? undefined : this.development.table();
      this.fused = table ? new KernelRows(this.memory, this.source, table, local?.gains) : null;
    }
    return this.fused;
  }

  /** The whole development step by step. */
  get exact(): ExactRows {
    this.stepwise ??= new ExactRows(this.memory, this.source, this.development, this.vignette);
    return this.stepwise;
  }

  /** The pointwise chain on interleaved linear samples, in place. */
  develop(samples: Float32Array, count: number): void {
    const { memory, development } = this;
    this.planes ??= new Planes(memory, PIXELS);
    this.chain ??= new KernelChain(memory, this.planes, development.chain.steps.develop);
    for (let start = 0; start < count; start += PIXELS) {
      const part = Math.min(PIXELS, count - start);
      const numbers = samples.subarray(start * 3, (start + part) * 3);
      this.planes.load(numbers);
      this.chain.run(part);
      this.planes.store(numbers);
    }
  }
}
