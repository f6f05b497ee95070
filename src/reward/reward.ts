import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { Settings } from '#settings/settings.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import type { Reading } from '#wire/goal.ts';
import type { Reward } from '#wire/result.ts';
import type { ModelReports } from '#wire/usage.ts';

/** A criterion written for this very case, before any candidate is seen. Weights sum to 1. */
export interface Criterion {
  readonly name: string;
  readonly why: string;
  readonly weight: number;
}

export interface ScoreRequest extends ModelReports {
  readonly observation: Observation;
  readonly instruction: string;
  readonly reading: Reading;
  /** Settings that the candidates start from and their rendering (the untouched preview when nothing was done yet). */
  readonly base: Settings;
  readonly before: Raster;
  /** Renderings at the size of the observation's preview, in its space. */
  readonly candidates: readonly { readonly settings: Settings; readonly after: Raster }[];
  /** Replaces generated weights by the person's own, by criterion name. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly signal?: Cancellation;
  /** Lets other work have its turn; a reward that computes here calls it every few milliseconds. */
  readonly breathe?: () => Promise<void>;
}

/** A reward model: writes criteria for the case, scores every candidate on them. Never sees the policy's reasoning. */
export interface RewardModel {
  readonly specVersion: 1;
  readonly id: string;
  /** One reward per candidate, in the order given. Scores 0…10. */
  doScore(request: ScoreRequest): Promise<readonly Reward[]>;
  /** Difference of two scalar scores below which there is no clear winner. */
  readonly noise: number;
}
