import type { PolicyModel } from '#policy/policy.ts';
import type { RewardModel } from '#reward/reward.ts';
import type { AgreementRequest, ModelsReply } from '#wire/models.ts';

/** Policies and judges that requests may name, and what the person allows them. */
export interface ServiceModels {
  /** As it is now: changes of the list are seen without a restart. */
  list(): Promise<ModelsReply>;
  /**
   * @param names absent: what the service was started with
   * @throws RetouchError `bad-request` for a name that is not in the list
   */
  policy(names?: readonly string[]): Promise<PolicyModel>;
  /** @throws RetouchError like `policy` */
  reward(name?: string): Promise<RewardModel>;
  /** @throws RetouchError `bad-request` when the model is somewhere else than the person saw */
  agree(request: AgreementRequest): Promise<void>;
  /** @throws RetouchError `forbidden` when the service's surroundings do not let it be lifted */
  setLocalOnly(localOnly: boolean): Promise<void>;
}
