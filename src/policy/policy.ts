import type { Observation } from '#image/observation.ts';
import type { Settings } from '#settings/settings.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { ModelReports } from '#wire/usage.ts';

export interface ProposeRequest extends ModelReports {
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
  /** Lets other work have its turn; a policy that computes here calls it every few milliseconds. */
  readonly breathe?: () => Promise<void>;
  /**
   * Told of a candidate as soon as it is sure to be among the proposals, in their order, so that it can be shown. A policy
   * that chooses among the proposals of others does not pass it on to them.
   */
  readonly onDraft?: (draft: Pick<Proposal, 'title' | 'settings'>) => void;
  /** Called with each piece of a model's thinking as it arrives; plain text, to be shown as such. */
  readonly onThinking?: (piece: string) => void;
}

export interface Proposal {
  /** How it differs from its siblings (of a draft, whose siblings are not known: what it does): "half a stop darker, cooler shadows". */
  readonly title: string;
  /** Complete, clamped, rounded to each parameter's step: renders the same after a trip through XMP. */
  readonly settings: Settings;
  readonly reasoning: readonly ReasoningStep[];
  /** How the policy itself understood the instruction, where that is not the reading it was given. */
  readonly reading?: Reading | undefined;
}

/** A policy: reads a photo and an instruction, proposes develop settings with its reasoning. */
export interface PolicyModel {
  readonly specVersion: 1;
  readonly id: string;
  doPropose(request: ProposeRequest): Promise<readonly Proposal[]>;
}
