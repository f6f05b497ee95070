import type { Observation } from '#image/observation.ts';
import type { PolicyModel } from '#policy/policy.ts';
import type { RenderSource, Renderer } from '#render/renderer.ts';
import type { RewardModel } from '#reward/reward.ts';
import type { Settings } from '#settings/settings.ts';
import type { RetouchEvent } from '#wire/api.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import type { Reading } from '#wire/goal.ts';
import type { RetouchResult } from '#wire/result.ts';

/** Everything that decides a retouch: the same request, seed and model replies give the same result. */
export interface RetouchRequest {
  readonly observation: Observation;
  /** The observation's preview, opened for rendering. */
  readonly source: RenderSource;
  readonly instruction: string;
  readonly reading?: Reading;
  readonly candidates: number;
  readonly seed: number;
  readonly locks: readonly string[];
  readonly base: Settings;
  readonly signal?: Cancellation;
}

export interface RetouchParts {
  readonly read: (instruction: string) => Reading;
  readonly policy: PolicyModel;
  readonly reward: RewardModel;
  readonly renderer: Renderer;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  readonly onEvent?: (event: RetouchEvent) => void;
}
