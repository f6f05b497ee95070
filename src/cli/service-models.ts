import { nodeRenderer } from '#node/engine.ts';
import { type Models, openModels } from '#node/models/models.ts';
import { destinationOf, reachOf, reachOfHost } from '#openai/address.ts';
import { needsAgreement, whatGoesWhere } from '#openai/permission.ts';
import { combinePolicies } from '#policy/combine.ts';
import type { PolicyModel } from '#policy/policy.ts';
import type { RewardModel } from '#reward/reward.ts';
import type { ServiceModels } from '#service/models.ts';
import { RetouchError } from '#wire/error.ts';
import type { ModelEntry } from '#wire/models.ts';
import { type Choice, isProfile } from './model-choice.ts';
import { openModelParts } from './model-parts.ts';
import { choosePolicy, chooseReward } from './parts.ts';

const EMBEDDED: ModelEntry = {
  name: 'embedded',
  model: 'built in, asks nobody',
  role: 'both',
  reach: 'here',
  host: '',
  agreed: true,
  sends: [],
};

/**
 * What the service lets requests choose from: the embedded ones, the models of the person's file, and what the service was
 * started with. Addresses in requests are not followed.
 *
 * @throws {RetouchError} what is wrong with the models that the service is started with; that pictures may not be sent to one
 *   yet is for the page to ask
 */
export async function openServiceModels(
  { policy, reward }: Choice,
  models: Models = openModels(),
): Promise<ServiceModels> {
  const parts = openModelParts(models);
  const policies = policy.split(',').map((name) => name.trim());
  for (const name of policies.filter(isProfile)) await parts.profile(name, 'policy');
  if (isProfile(reward)) await parts.profile(reward, 'reward');
  // Services at other addresses are known from the command line alone.
  const [otherPolicies, otherRewards] = [new Map<string, PolicyModel>(), new Map<string, RewardModel>()];
  for (const name of ['embedded', ...policies])
    if (!isProfile(name)) otherPolicies.set(name, choosePolicy(name));
  for (const name of ['embedded', reward]) if (!isProfile(name)) otherRewards.set(name, chooseReward(name));

  const fallback = otherPolicies.get('embedded')!;

  async function find<T>(name: string, others: ReadonlyMap<string, T>, make: (name: string) => Promise<T>) {
    const other = others.get(name);
    if (other === undefined) {
      if (isProfile(name)) return await make(name).catch(nameless);
      throw unknown(name);
    }
    if (name !== 'embedded' && reachOfHost(new URL(name).hostname) !== 'here' && (await isLocalOnly()))
      throw new RetouchError('forbidden', `Nothing may leave this machine, and ${name} is elsewhere`);
    return other;
  }

  async function isLocalOnly(): Promise<boolean> {
    return (await models.permission()).localOnly;
  }

  return {
    async list() {
      const others = [...new Set([...otherPolicies.keys(), ...otherRewards.keys()])]
        .filter((name) => name !== 'embedded')
        .map((name): ModelEntry => {
          const role = !otherRewards.has(name) ? 'policy' : otherPolicies.has(name) ? 'both' : 'reward';
          const { host, hostname } = new URL(name);
          // Whoever started the service with it has agreed.
          return { ...EMBEDDED, name, model: 'another RetouchIQ', role, reach: reachOfHost(hostname), host };
        });
      const told = { policy: policies, reward };
      try {
        const permission = await models.permission();
        const own = (await models.list()).map(
          ([name, profile]): ModelEntry => ({
            name,
            model: profile.model,
            role: profile.role,
            reach: reachOf(profile),
            host: destinationOf(profile),
            agreed: !needsAgreement(profile, permission),
            sends: [...whatGoesWhere(name, profile).sentences],
          }),
        );
        return { models: [EMBEDDED, ...others, ...own], ...told, localOnly: permission.localOnly };
      } catch (error) {
        const problem = RetouchError.wrap(error).message;
        return { models: [EMBEDDED, ...others], ...told, localOnly: true, problem };
      }
    },
    async policy(names = policies) {
      const different = new Set(names);
      const sideBySide = different.size > 1;
      const make = (name: string) => parts.policy(name, { sideBySide });
      const chosen: PolicyModel[] = [];
      for (const name of different) chosen.push(await find(name, otherPolicies, make));
      return sideBySide ? combinePolicies(chosen, { renderer: nodeRenderer, fallback }) : chosen[0]!;
    },
    reward: (name = reward) => find(name, otherRewards, parts.reward),
    async agree({ model, host, agreed }) {
      const profile = await models.get(model).catch(nameless);
      const now = destinationOf(profile);
      if (now !== host)
        throw new RetouchError(
          'bad-request',
          `"${model}" is at ${now} now, and not at ${host}: look again at what is sent where`,
        );
      await models.agree(profile, agreed);
    },
    async setLocalOnly(localOnly) {
      await models.setLocalOnly(localOnly);
      if (!localOnly && (await isLocalOnly()))
        throw new RetouchError(
          'forbidden',
          'RETOUCHIQ_LOCAL_ONLY is set where the service runs: unset it there first',
        );
    },
  };
}

/** A name that is wrong in a request; to a page, "not found" means the photo. */
function nameless(error: unknown): never {
  const { code, message } = RetouchError.wrap(error);
  throw code === 'not-found' ? new RetouchError('bad-request', message, { cause: error }) : error;
}

function unknown(name: string): RetouchError {
  return new RetouchError('bad-request', `There is no "${name}" to choose: see the list of models`);
}
