import { nodeRenderer } from '#node/engine.ts';
import { type Models, openModels } from '#node/models/models.ts';
import { checkPermission, needsAgreement, whatGoesWhere } from '#openai/permission.ts';
import { combinePolicies } from '#policy/combine.ts';
import type { PolicyModel } from '#policy/policy.ts';
import { RetouchError } from '#wire/error.ts';
import { type Choice, type Chosen, isProfile } from './model-choice.ts';
import { openModelParts } from './model-parts.ts';
import { choosePolicy, chooseReward } from './parts.ts';
import { askYesNo, canAsk } from './terminal.ts';

/**
 * Policy and reward by name. Where a profile would send pictures off this machine, the person must have agreed, or is
 * asked when there is a terminal.
 *
 * @throws {RetouchError} `bad-request`, `forbidden`, `bad-settings`
 */
export async function chooseModels({ policy, reward }: Choice, models = openModels()): Promise<Chosen> {
  const parts = openModelParts(models);
  const names = policy.split(',').map((name) => name.trim());
  // One after the other, since each may ask the person something.
  for (const name of names.filter(isProfile)) await getAgreement(name, 'policy');
  if (isProfile(reward)) await getAgreement(reward, 'reward');

  const policies: PolicyModel[] = [];
  const sideBySide = names.length > 1;
  for (const name of names)
    policies.push(isProfile(name) ? await parts.policy(name, { sideBySide }) : choosePolicy(name));
  const fallback = choosePolicy('embedded');
  return {
    policy: sideBySide ? combinePolicies(policies, { renderer: nodeRenderer, fallback }) : policies[0]!,
    reward: isProfile(reward) ? await parts.reward(reward) : chooseReward(reward),
  };

  /** @throws {RetouchError} `forbidden` when the person did not agree, or forbids that anything leaves this machine */
  async function getAgreement(name: string, role: 'policy' | 'reward'): Promise<void> {
    if (!(await has(name, models))) throw await unknownName(name, role, models);
    const profile = await parts.profile(name, role);
    const permission = await models.permission();
    if (!permission.localOnly && needsAgreement(profile, permission) && canAsk()) await ask(name, models);
    checkPermission(name, profile, await models.permission());
  }
}

async function ask(name: string, models: Models): Promise<void> {
  const profile = await models.get(name);
  const { sentences, host } = whatGoesWhere(name, profile);
  process.stderr.write(`${sentences.join('\n')}\n`);
  if (await askYesNo(`May pictures be sent to ${host}?`)) await models.agree(profile, true);
}

async function has(name: string, models: Models): Promise<boolean> {
  return (await models.list()).some(([known]) => known === name);
}

/** A name on the command line that is none is wrong use, and may be meant for something else. */
async function unknownName(name: string, role: string, models: Models): Promise<RetouchError> {
  const names = (await models.list()).map(([known]) => `, ${known}`).join('');
  return new RetouchError(
    'bad-request',
    `There is no ${role} "${name}": use embedded${names}, or the base URL of a RetouchIQ service; "retouchiq models add" sets up more`,
  );
}
