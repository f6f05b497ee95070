import type { Action } from './action.ts';
import { chosenModels, EMBEDDED, type ModelsState } from './models.ts';

export type ModelsAction = Extract<Action, { type: `models-${string}` }>;

export function reduceModels(models: ModelsState, action: ModelsAction): ModelsState {
  switch (action.type) {
    case 'models-told':
      return { ...models, known: action.models, problem: null };
    case 'models-sheet-toggled':
      return { ...models, open: action.open, problem: null };
    case 'models-policy-toggled':
      return { ...models, policy: toggled(chosenModels(models).policy, action.name) };
    case 'models-reward-chosen':
      return { ...models, reward: action.name };
    case 'models-replaced':
      return { ...models, policy: action.policy, reward: action.reward };
    case 'models-consent-asked':
      return { ...models, consent: action.name, problem: null };
    case 'models-consent-ended':
      return { ...models, consent: null, problem: null };
    case 'models-failed':
      return { ...models, problem: action.problem };
  }
}

/** Somebody always proposes: without the last one it is the embedded policy. */
function toggled(policies: readonly string[], name: string): readonly string[] {
  const others = policies.filter((one) => one !== name);
  if (others.length === policies.length) return [...policies, name];
  return others.length === 0 ? [EMBEDDED] : others;
}
