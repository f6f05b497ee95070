import type { Development } from '../plan.ts';
import type { RenderSource } from '../renderer.ts';
import { KernelChain } from './kernel-chain.ts';
import { KernelRows } from './kernel-rows.ts';
import type { KernelMemory } from './kernels.ts';

/** A development by the compiled kernels; each part is laid out in their memory when first needed. */
export class KernelDevelopment {
  private readonly memory: KernelMemory;
  private readonly source: RenderSource;
  private readonly development: Development;
  private chain: KernelChain | undefined;
  private fused: KernelRows | null | undefined;

  constructor(memory: KernelMemory, source: RenderSource, development: Development) {
    this.memory = memory;
    this.source = source;
    this.development = development;
  }

  /** Plain gains and color table as one; null where the development is not that. */
  get rows(): KernelRows | null {
    if (this.fused === undefined) {
      const { local } = this.development;
      const table = local && !local.plain ? undefined : this.development.table();
      this.fused = table ? new KernelRows(this.memory, this.source, table, local?.plain) : null;
    }
    return this.fused;
  }

  /** The pointwise chain on interleaved linear samples, in place. */
  develop(samples: Float32Array, count: number): void {
    this.chain ??= new KernelChain(this.memory, this.development.chain.steps.develop);
    this.chain.apply(samples, count);
  }
}
