import { diffSettings } from '#settings/diff.ts';
import { describeSettings, formatSetting } from '#settings/format.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { SettingValue } from '#settings/settings.ts';
import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import type { Draft } from './draft.ts';
import { hueTurn } from './guards.ts';
import type { Intent, Owner, Target } from './plan.ts';
import { SCENE_EDGE, type Scene } from './scene.ts';
import { seenSteps } from './seen.ts';
import type { Spec } from './spec.ts';

const MASKS = 'MaskGroupBasedCorrections';
const MEASURED = `measured on a reduction to ${SCENE_EDGE} px`;

/**
 * The report of one candidate: what was asked, what was seen, what was done and why, what was left alone.
 * Written from the numbers of the edit itself; every changed setting stands in exactly one `done` step.
 */
export function traceDraft(
  scene: Scene,
  reading: Reading,
  intent: Intent,
  spec: Spec,
  draft: Draft,
): ReasoningStep[] {
  return [
    ...askedSteps(reading, intent),
    ...seenSteps(scene, intent),
    ...doneSteps(scene, intent, spec, draft),
    ...leftSteps(scene, reading, intent, draft),
  ];
}

function askedSteps(reading: Reading, intent: Intent): ReasoningStep[] {
  const goals = intent.goals
    .filter((goal) => goal.origin === 'asked')
    .map((goal) => {
      const spec = AXIS_SPECS[goal.axis];
      const where = goal.region === null ? '' : ` in the ${goal.region}`;
      return {
        text: `${capital(degree(goal.amount))}${goal.direction > 0 ? spec.more : spec.less}${where}`,
        evidence: quote(goal.words),
      };
    });
  const styles = reading.styles.map(({ name, words }) => ({
    text: `The look “${name}”`,
    evidence: quote(words),
  }));
  const locks = reading.locks.map(({ what, mode, words }) => ({
    text: `Keep ${what} ${mode}`,
    evidence: quote(words),
  }));
  return [...styles, ...goals, ...locks].map((step) => ({
    step: 'asked' as const,
    text: capital(step.text),
    evidence: step.evidence,
  }));
}

function doneSteps(scene: Scene, intent: Intent, spec: Spec, draft: Draft): ReasoningStep[] {
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
  const list = names.map((name) => describe(name, draft.settings[name])).join(', ');
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
      const reason =
        goal.why !== undefined
          ? `${goal.why}; ${MEASURED}`
          : goal.words === ''
            ? `part of the look; ${MEASURED}`
            : `${quote(goal.words)}; ${MEASURED}`;
      return {
        ...base,
        text: `${list}: ${effect}`,
        evidence: target ? reason : reason.replace(`; ${MEASURED}`, ''),
      };
    }
    case 'lock': {
      const lock = intent.locks[owner.index]!;
      return { ...base, text: `${list}: holds ${lock.what} where it was`, evidence: quote(lock.words) };
    }
    case 'balance':
      return { ...base, text: `${list}: ${balance(scene, draft, owner.index)}`, evidence: MEASURED };
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
    evidence: [...new Set(words), MEASURED].join('; '),
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

/** "middle tones L* 41.2 → 45.7 (aim 45.9)". */
function reached(scene: Scene, draft: Draft, { axis, region, from, wanted }: Target): string {
  const inside = (region && scene.within(draft.after, region)) || draft.after.measures;
  const where = region === null ? '' : ` in the ${region}`;
  return `${axis.measure}${where} ${axis.unit} ${fixed(from)} → ${fixed(axis.read(inside))} (aim ${fixed(wanted)})`;
}

function leftSteps(scene: Scene, reading: Reading, intent: Intent, draft: Draft): ReasoningStep[] {
  const unsupported = reading.unsupported.map(({ words, why }) => ({ text: why, evidence: quote(words) }));
  const names = [...intent.lockedNames].filter((name) =>
    intent.locks.every((lock) => lock.kind !== 'axis' || !ownNames(lock.what).includes(name)),
  );
  const locked =
    names.length === 0
      ? []
      : [{ text: `Not touched, as locked: ${names.map(label).join(', ')}`, evidence: 'locked parameters' }];
  const axes = intent.locks
    .filter(({ kind }) => kind === 'axis')
    .map((lock) => keptAxis(scene, draft, lock.what, lock.words));
  const short = draft.plan.targets
    .filter((target) => isShort(scene, draft, target, intent))
    .map((target) => ({
      text: `Could not reach all that was aimed at without harm: ${reached(scene, draft, target)}`,
      evidence: MEASURED,
    }));
  return [...axes, ...locked, ...draft.plan.left, ...unsupported, ...short].map((one) => ({
    step: 'left' as const,
    ...one,
  }));
}

function keptAxis(
  scene: Scene,
  draft: Draft,
  what: string,
  words: string,
): { text: string; evidence: string } {
  const spec = what in AXIS_SPECS ? AXIS_SPECS[what as keyof typeof AXIS_SPECS] : undefined;
  if (spec?.kind !== 'solved') return { text: `Left alone: ${what}`, evidence: quote(words) };
  const from = spec.read(scene.before.measures);
  const to = spec.read(draft.after.measures);
  return {
    text: `Left alone: ${what}; ${spec.measure} ${spec.unit} ${fixed(from)} → ${fixed(to)}`,
    evidence: `${quote(words)}; ${MEASURED}`,
  };
}

/** Less than two thirds of the way to what the words asked. */
function isShort(scene: Scene, draft: Draft, target: Target, intent: Intent): boolean {
  if (intent.goals[target.goal]?.origin === 'style') return false;
  const inside = (target.region && scene.within(draft.after, target.region)) || draft.after.measures;
  const way = target.wanted - target.from;
  return Math.abs(way) > 3 * target.tolerance && (target.axis.read(inside) - target.from) / way < 0.66;
}

function ownNames(what: string): readonly string[] {
  return what in AXIS_SPECS ? AXIS_SPECS[what as keyof typeof AXIS_SPECS].own : [];
}

function describe(name: string, value: SettingValue | undefined): string {
  return `${label(name)} ${value === undefined ? 'back to neutral' : formatSetting(name, value)}`;
}

/** Label as the host shows it, with the panel where several parameters share one. */
function label(name: string): string {
  const parameter = parameterByName(name);
  if (!parameter) return name;
  return parameter.panel === 'Basic' || parameter.panel === 'Detail' || parameter.panel === 'Effects'
    ? parameter.label
    : `${parameter.label} (${parameter.panel})`;
}

function degree(amount: number): string {
  if (amount <= 0.6) return 'a little ';
  return amount >= 1.5 ? 'much ' : '';
}

function quote(words: string): string {
  return words === '' ? 'implied' : `“${words}”`;
}

function fixed(value: number): string {
  return value.toFixed(1).replace('-', '−');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
