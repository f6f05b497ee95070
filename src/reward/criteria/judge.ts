import type { Settings } from '#settings/settings.ts';
import type { Pair } from '../measure/pair.ts';
import type { Criterion } from '../reward.ts';

export interface Judgement {
  /** 0…10. */
  readonly score: number;
  /** What was measured, with numbers and units. */
  readonly evidence: string;
}

/** A criterion that can score a candidate. `weight` is relative until the list is normalised. */
export interface Judge extends Criterion {
  /** Asked for in words: takes part in "the worst of what was asked". */
  readonly explicit: boolean;
  judge(pair: Pair, settings: Settings): Judgement;
}
