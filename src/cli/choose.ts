import { type Choice, type Chosen, isProfile } from './model-choice.ts';
import { choosePolicy, chooseReward } from './parts.ts';

/**
 * Policy and reward by name. What profiles need is loaded only when there are some.
 *
 * @throws {RetouchError} `bad-request`, `not-found`, `forbidden`, `bad-settings`
 */
export async function choose({ policy, reward }: Choice): Promise<Chosen> {
  if (isProfile(reward) || policy.includes(',') || isProfile(policy))
    return (await import('./choose-models.ts')).chooseModels({ policy, reward });
  return { policy: choosePolicy(policy), reward: chooseReward(reward) };
}
