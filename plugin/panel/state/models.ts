import type { ModelEntry, ModelsReply } from '#wire/models.ts';

/** Who proposes and who judges, and whether pictures may be sent to them. */
export interface ModelsState {
  /** Null where there is no choice. */
  readonly known: ModelsReply | null;
  /** Null: what the service was started with. */
  readonly policy: readonly string[] | null;
  readonly reward: string | null;
  /** Whether the sheet to choose in is open. */
  readonly open: boolean;
  /** Name of the model that the person is asked about before anything is sent there. */
  readonly consent: string | null;
  /** Why what the person decided could not be kept. */
  readonly problem: string | null;
}

export const INITIAL_MODELS: ModelsState = {
  known: null,
  policy: null,
  reward: null,
  open: false,
  consent: null,
  problem: null,
};

export const EMBEDDED = 'embedded';

export function canPropose({ role }: ModelEntry): boolean {
  return role !== 'reward';
}

export function canJudge({ role }: ModelEntry): boolean {
  return role !== 'policy';
}

/** Whether nothing may be sent there, whatever the person agrees to. */
export function isBarred({ reach }: ModelEntry, { localOnly }: ModelsReply): boolean {
  return localOnly && reach !== 'here';
}

export interface Chosen {
  readonly policy: readonly string[];
  readonly reward: string;
}

/** Who is asked: what was chosen as far as it is there and allowed, else the embedded ones. */
export function chosenModels({ known, policy, reward }: ModelsState): Chosen {
  if (known === null) return { policy: [EMBEDDED], reward: EMBEDDED };
  const usable = (name: string) => {
    const entry = known.models.find((one) => one.name === name);
    return entry !== undefined && !isBarred(entry, known);
  };
  const policies = (policy ?? known.policy).filter(usable);
  const judge = reward ?? known.reward;
  return {
    policy: policies.length === 0 ? [EMBEDDED] : policies,
    reward: usable(judge) ? judge : EMBEDDED,
  };
}

/** What a request says of it; nothing where it is what the service does anyway. */
export function choiceOf(models: ModelsState): { policy?: string[]; reward?: string } {
  const { known } = models;
  if (known === null) return {};
  const { policy, reward } = chosenModels(models);
  const asStarted = policy.join() === known.policy.join();
  return {
    ...(asStarted ? {} : { policy: [...policy] }),
    ...(reward === known.reward ? {} : { reward }),
  };
}

/** Chosen models that the person has not allowed pictures to be sent to, the first of each host. */
export function needConsent(models: ModelsState): readonly ModelEntry[] {
  const { policy, reward } = chosenModels(models);
  const names = new Set([...policy, reward]);
  const asked = (models.known?.models ?? []).filter(({ name, agreed }) => names.has(name) && !agreed);
  return asked.filter(({ host }, i) => asked.findIndex((one) => one.host === host) === i);
}

/** The same choice without what is at this host. */
export function withoutHost(models: ModelsState, host: string): Chosen {
  const { policy, reward } = chosenModels(models);
  const isThere = (name: string) =>
    models.known?.models.some((one) => one.name === name && one.host === host) === true;
  const others = policy.filter((name) => !isThere(name));
  return {
    policy: others.length === 0 ? [EMBEDDED] : others,
    reward: isThere(reward) ? EMBEDDED : reward,
  };
}
