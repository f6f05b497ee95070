import type { Raster } from '#image/raster.ts';
import type { BenchFiles } from './contenders/contender.ts';
import type { BenchService } from './service.ts';

/** What the parts of the bench share. */
export interface Bench {
  readonly files: BenchFiles;
  /** The 24 MP picture as the JPEG decodes. */
  readonly picture: Raster;
  readonly service: BenchService;
  /** Fewer rounds and no picture over 24 MP: for trying. */
  readonly quick: boolean;
  /** Tells what is being done. */
  readonly say: (what: string) => void;
}

/** Counted rounds of a measurement. */
export function roundsOf({ quick }: Pick<Bench, 'quick'>): number {
  return quick ? 3 : 7;
}
