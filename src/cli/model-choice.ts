import type { PolicyModel } from '#policy/policy.ts';
import type { RewardModel } from '#reward/reward.ts';

export interface Choice {
  /** Policies side by side, with commas between: `embedded`, names of profiles, base URLs of services. */
  readonly policy: string;
  readonly reward: string;
}

export interface Chosen {
  readonly policy: PolicyModel;
  readonly reward: RewardModel;
}

/** Whether it is the name of a profile, and neither `embedded` nor the address of a service. */
export function isProfile(name: string): boolean {
  return name !== 'embedded' && !name.includes('://');
}
