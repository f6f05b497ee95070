import type { Observation } from '#image/observation.ts';
import type { Settings } from '#settings/settings.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';

export interface ProposeRequest {
  readonly observation: Observation;
  readonly instruction: string;
  readonly reading: Reading;
  /** How many alternatives are wanted, 1…16; fewer may come back when there are no more honest ones. */
  readonly candidates: number;
  readonly seed: number;
  /** `crs:` names that must keep the value they have in `base`. */
  readonly locks: readonly string[];
  /** Where a refinement starts; empty for the untouched photo. Candidates are complete settings, `base` included. */
  readonly base: Settings;
  readonly signal?: Cancellation;
  /** Lets other work have its turn; a policy that computes here calls it between two candidates. */
  readonly breathe?: () => Promise<void>;
}

export interface Proposal {
  /** How it differs from its siblings: "half a stop darker, cooler shadows". */
  readonly title: string;
  /** Complete, clamped, rounded to each parameter's step: renders the same after a trip through XMP. */
  readonly settings: Settings;
  readonly reasoning: readonly ReasoningStep[];
}

/** A policy: reads a photo and an instruction, proposes develop settings with its reasoning. */
export interface PolicyModel {
  readonly specVersion: 1;
  readonly id: string;
  doPropose(request: ProposeRequest): Promise<readonly Proposal[]>;
}
