import type { PolicyModel } from '#policy/policy.ts';
import type { RewardModel } from '#reward/reward.ts';
import { RetouchError } from '#wire/error.ts';
import type { ServiceParts } from './parts.ts';

/** Who proposes for a request that names these, or nobody. @throws RetouchError `bad-request` */
export async function policyFor(
  { models, policy }: ServiceParts,
  names: readonly string[] | undefined,
): Promise<PolicyModel> {
  if (models) return await models.policy(names);
  return names === undefined ? policy : refuse('policy');
}

/** Who judges. @throws RetouchError `bad-request` */
export async function rewardFor(
  { models, reward }: ServiceParts,
  name: string | undefined,
): Promise<RewardModel> {
  if (models) return await models.reward(name);
  return name === undefined ? reward : refuse('reward');
}

function refuse(field: string): never {
  throw new RetouchError('bad-request', `This service lets nobody choose: leave "${field}" out`);
}
