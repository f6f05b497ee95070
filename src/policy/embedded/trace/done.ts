import { diffSettings } from '#settings/diff.ts';
import { describeSettings } from '#settings/format.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { Draft } from '../draft.ts';
import { hueTurn } from '../guards.ts';
import type { Intent, Owner } from '../plan.ts';
import type { Scene } from '../scene.ts';
import type { Spec } from '../spec.ts';
import { listSettings } from './list-settings.ts';
import { reached } from './reached.ts';
import { fixed, quote } from './words.ts';

const MASKS = 'MaskGroupBasedCorrections';

/** What was done and why; every changed setting stands in exactly one of these steps. */
export function doneSteps(scene: Scene, intent: Intent, spec: Spec, draft: Draft): ReasoningStep[] {
  const groups = new Map<string, { owner: Owner; names: string[] }>();
  for (const { name } of diffSettings(intent.base, draft.settings)) {
    const owner = ownerOf(name, draft);
    const key = name === MASKS ? MASKS : `${owner.kind} ${owner.index}`;
    const group = groups.get(key) ?? { owner, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups].map(([key, { owner, names }]) =>
    key === MASKS ? maskStep(scene, intent, draft) : globalStep(scene, intent, spec, draft, owner, names),
  );
}

/** Companions answer to whoever brought them; a slider that came back to neutral answers to the goal that moved it. */
function ownerOf(name: string, { plan }: Draft): Owner {
  return plan.owners.get(name) ?? { kind: 'balance', index: 0 };
}

function globalStep(
  scene: Scene,
  intent: Intent,
  spec: Spec,
  draft: Draft,
  owner: Owner,
  names: readonly string[],
): ReasoningStep {
  const list = listSettings(names, intent.base, draft.settings);
  const base = { step: 'done' as const, parameters: [...names] };
  switch (owner.kind) {
    case 'style': {
      const choice = spec.styles[owner.index]!;
      return {
        ...base,
        text: `${list}: the look “${choice.look.name}”, ${choice.reading.title}, fitted to this photo`,
        evidence: choice.look.about,
      };
    }
    case 'goal': {
      const goal = intent.goals[owner.index]!;
      const target = draft.plan.targets.find((one) => one.goal === owner.index);
      const manner = draft.plan.manner.get(owner.index) ?? '';
      const effect = target ? reached(scene, draft, target) : manner;
      const reason = goal.why ?? (goal.words === '' ? 'part of the look' : quote(goal.words));
      return {
        ...base,
        text: `${list}: ${effect}`,
        evidence: reason,
      };
    }
    case 'lock': {
      const lock = intent.locks[owner.index]!;
      return { ...base, text: `${list}: holds ${lock.what} where it was`, evidence: quote(lock.words) };
    }
    case 'balance':
      return {
        ...base,
        text: `${list}: ${balance(scene, draft, owner.index)}`,
        evidence: 'keeps a look from becoming a mistake',
      };
  }
}

function balance(scene: Scene, { after }: Draft, index: number): string {
  const from = scene.before.measures;
  const to = after.measures;
  switch (index) {
    case 0:
      return `keeps middle tones and whites near where they were, L* ${fixed(from.middle)} → ${fixed(to.middle)} and ${fixed(from.white)} → ${fixed(to.white)}`;
    case 1:
      return `keeps the lights free of a cast, a* ${fixed(from.lightA)} → ${fixed(to.lightA)}, b* ${fixed(from.lightB)} → ${fixed(to.lightB)}`;
    default: {
      const before = scene.within(scene.before, 'skin') ?? from;
      const turn = hueTurn(before, scene.within(after, 'skin') ?? to);
      return `keeps skin believable, its hue turned by ${fixed(turn)}°`;
    }
  }
}

function maskStep(scene: Scene, intent: Intent, draft: Draft): ReasoningStep {
  const masks = describeSettings(draft.settings)
    .filter(({ name }) => name === MASKS)
    .map(({ label, text }) => `${label} (${text})`);
  const effects = draft.plan.targets
    .filter(
      ({ region, goal }) => region !== null && intent.goals[goal]?.region !== null && isMasked(goal, draft),
    )
    .map((target) => reached(scene, draft, target));
  const words = [...draft.plan.owners]
    .filter(([key]) => key.startsWith('mask '))
    .map(([, { kind, index }]) =>
      kind === 'lock' ? quote(intent.locks[index]!.words) : quote(intent.goals[index]!.words),
    );
  const text = [masks.join('; '), ...effects].join(': ');
  return {
    step: 'done',
    text: text === '' ? 'Masks of the earlier edit taken out' : text,
    evidence: [...new Set(words)].join('; ') || 'the edit before',
    parameters: [MASKS],
  };
}

function isMasked(goal: number, { plan }: Draft): boolean {
  return (
    [...plan.owners].some(
      ([key, owner]) => key.startsWith('mask ') && owner.kind === 'goal' && owner.index === goal,
    ) || plan.manner.get(goal)?.startsWith('inside') === true
  );
}
