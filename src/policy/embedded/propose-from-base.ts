import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Steps } from '#image/steps.ts';
import { diffSettings } from '#settings/diff.ts';
import { applyLocks } from '#settings/locks.ts';
import { mergeSettings } from '#settings/merge.ts';
import { roundSettings } from '#settings/normalize.ts';
import { scaleSettings } from '#settings/scale.ts';
import type { Settings } from '#settings/settings.ts';
import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { Proposal, ProposeRequest } from '../policy.ts';
import { lockedNames } from './read-intent.ts';
import { BENDS, type Bend, type Reference, referenceOf } from './reference.ts';
import type { Scene } from './scene.ts';
import { isColourSetting } from './style-prior.ts';
import { listSettings } from './trace/list-settings.ts';
import { capital, quote } from './trace/words.ts';

const ASKED: Readonly<Record<Reference, string>> = {
  stronger: 'more of what was done before',
  gentler: 'less of what was done before',
  undo: 'what was done before taken back',
};
/** Two versions closer than this, mean ΔE00, are one. */
const ALIKE = 0.25;

/** "Even stronger", "less of that", "undo": the edit before, bent. Nothing where nothing was done before. */
export function* proposeFromBase(request: ProposeRequest, scene: Scene): Steps<Proposal[]> {
  const { reading, base, candidates } = request;
  const style = reading.styles.find(({ name }) => referenceOf(name) !== undefined);
  if (!style || diffSettings({}, roundSettings(base, { dropNeutral: true })).length === 0) return [];
  const reference = referenceOf(style.name)!;
  const locked = [...lockedNames(reading, request.locks)];
  const proposals: Proposal[] = [];
  const pictures = [scene.before.lab];
  for (const bend of BENDS[reference]) {
    if (proposals.length >= candidates) break;
    yield;
    const bent = mergeSettings(
      scaleSettings(half(base, false), bend.tone),
      scaleSettings(half(base, true), bend.colour),
    );
    const settings = roundSettings(applyLocks(withoutEmptyMasks(bent), base, locked), { dropNeutral: true });
    const { lab } = yield* scene.shoot(settings);
    if (pictures.some((other) => meanDeltaE2000(lab, other) < ALIKE)) continue;
    pictures.push(lab);
    const asked: ReasoningStep = {
      step: 'asked',
      text: capital(ASKED[reference]),
      evidence: quote(style.words),
    };
    const reasoning = [asked, ...doneSteps(base, settings, bend, quote(style.words)), ...leftSteps(reading)];
    proposals.push({ title: bend.title, settings, reasoning });
  }
  return proposals;
}

/** A mask at 0 % is no mask. */
function withoutEmptyMasks({ MaskGroupBasedCorrections: corrections, ...rest }: Settings): Settings {
  const left = (corrections ?? []).filter(({ amount }) => amount > 0);
  return left.length > 0 ? { ...rest, MaskGroupBasedCorrections: left } : (rest as Settings);
}

function half(base: Settings, colour: boolean): Settings {
  return Object.fromEntries(
    Object.entries(base).filter(([name]) => isColourSetting(name) === colour),
  ) as Settings;
}

function doneSteps(base: Settings, settings: Settings, bend: Bend, evidence: string): ReasoningStep[] {
  const changed = diffSettings(base, settings).map(({ name }) => name);
  return (['tone', 'colour'] as const).flatMap((part) => {
    const parameters = changed.filter((name) => isColourSetting(name) === (part === 'colour'));
    if (parameters.length === 0) return [];
    const how = bend[part] === 0 ? 'taken back' : `at ${bend[part]} %`;
    const text = `${listSettings(parameters, base, settings)}: the ${part} of the edit before ${how}`;
    return [{ step: 'done' as const, text, evidence, parameters }];
  });
}

function leftSteps({ unsupported }: Reading): ReasoningStep[] {
  return unsupported.map(({ words, why }) => ({ step: 'left', text: why, evidence: quote(words) }));
}
