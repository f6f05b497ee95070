import { multiply3 } from '#color/matrix.ts';
import type { Settings } from '#settings/settings.ts';
import type { Apply } from './apply.ts';
import { type Curve, type ToneFunction, tabulate, tabulateRoot } from './curve.ts';
import type { OperatorContext, Stage } from './operator.ts';
import { applyBaseCurve, removeBaseCurve } from './ops/base-curve.ts';
import { POINTWISE } from './order.ts';
import { Remembered } from './remembered.ts';
import { applyOf, type Step } from './step.ts';
import { decode } from './transfer.ts';

/** Pointwise steps in order, joined where neighbours are of one kind. */
export interface Chain {
  /** Takes a raw preview's base curve out; present when there are scene-side steps. */
  readonly enterScene: Apply | undefined;
  /** Everything after it, on linear working samples. */
  readonly develop: Apply | undefined;
  /** The same as data, for the compiled kernels. */
  readonly steps: { readonly enterScene: readonly Step[]; readonly develop: readonly Step[] };
}

/**
 * @param scene whether something outside the chain (local gains) works on the scene side as well
 */
export function pointwiseChain(settings: Settings, context: OperatorContext, scene: boolean): Chain {
  const stages: Stage[] = [];
  let crossing = scene;
  for (const operator of POINTWISE) {
    if (operator === applyBaseCurve) {
      const back = crossing ? operator.prepare(settings, context) : undefined;
      if (back) stages.push(back);
      continue;
    }
    const stage = operator.prepare(settings, context);
    if (!stage) continue;
    stages.push(stage);
    if (operator.scene) crossing = true;
  }
  const entry = crossing ? removeBaseCurve.prepare(settings, context) : undefined;
  const steps = { enterScene: entry ? compile([entry]) : [], develop: compile(join(stages)) };
  return { enterScene: sequence(steps.enterScene), develop: sequence(steps.develop), steps };
}

/** Neighbouring curves of one kind become one. */
function join(stages: readonly Stage[]): Stage[] {
  const out: Stage[] = [];
  for (const stage of stages) {
    const last = out.at(-1);
    const joined = last && joinTwo(last, stage);
    if (joined) out[out.length - 1] = joined;
    else out.push(stage);
  }
  return out;
}

function joinTwo(first: Stage, second: Stage): Stage | undefined {
  if (first.kind === 'channels' && second.kind === 'channels') {
    const tones = () => {
      const [a, b] = [first.tones(), second.tones()];
      return [after(a[0], b[0]), after(a[1], b[1]), after(a[2], b[2])] as const;
    };
    return { kind: 'channels', name: `${first.name}, ${second.name}`, tones };
  }
  if (first.kind === 'matrix' && second.kind === 'matrix')
    return { kind: 'matrix', matrix: multiply3(second.matrix, first.matrix) };
  if (first.kind !== second.kind) return undefined;
  if (first.kind !== 'tone-linear' && first.kind !== 'tone-encoded') return undefined;
  const other = second as typeof first;
  const tone = () => after(first.tone(), other.tone());
  return { kind: first.kind, name: `${first.name}, ${other.name}`, tone };
}

function after(first: ToneFunction, second: ToneFunction): ToneFunction {
  return (x) => second(first(x));
}

const linearCurves = new Remembered<Curve>();
const encodedCurves = new Remembered<Curve>();
const channelCurves = new Remembered<readonly [Curve, Curve, Curve]>();

function compile(stages: readonly Stage[]): Step[] {
  const steps: Step[] = [];
  let encoded = false;
  stages.forEach((stage, i) => {
    if (worksEncoded(stage) !== encoded) steps.push({ kind: encoded ? 'decode' : 'encode' });
    encoded = worksEncoded(stage);
    if (stage.kind === 'channels' && !worksEncoded(stages[i + 1])) {
      // Curves per channel that lead back to linear light take the decoding in.
      steps.push({ kind: 'channels', curves: channelCurvesOf(stage, decode) });
      encoded = false;
    } else steps.push(stepOf(stage));
  });
  if (encoded) steps.push({ kind: 'decode' });
  return steps;
}

function worksEncoded(stage: Stage | undefined): boolean {
  return stage?.kind === 'tone-encoded' || stage?.kind === 'channels';
}

/** Decoding bends more than tone curves do. */
const DECODING_STEPS = 1024;

function channelCurvesOf(
  { name, tones }: Extract<Stage, { kind: 'channels' }>,
  decoding?: ToneFunction,
): readonly [Curve, Curve, Curve] {
  return channelCurves.get(decoding ? `${name}, decoded` : name, () => {
    const [red, green, blue] = tones();
    const curve = (tone: ToneFunction) =>
      decoding ? tabulate(after(tone, decoding), DECODING_STEPS) : tabulate(tone);
    return [curve(red), curve(green), curve(blue)];
  });
}

function stepOf(stage: Stage): Step {
  switch (stage.kind) {
    case 'matrix':
    case 'pixel':
      return stage;
    case 'gain':
      return { kind: 'gain', over: stage.over, curve: stage.curve() };
    case 'tone-linear':
      return { kind: 'tone-root', curve: linearCurves.get(stage.name, () => tabulateRoot(stage.tone())) };
    case 'tone-encoded':
      return { kind: 'tone', curve: encodedCurves.get(stage.name, () => tabulate(stage.tone())) };
    case 'channels':
      return { kind: 'channels', curves: channelCurvesOf(stage) };
  }
}

function sequence(steps: readonly Step[]): Apply | undefined {
  if (steps.length === 0) return undefined;
  const applies = steps.map(applyOf);
  return (samples, count) => {
    for (const apply of applies) apply(samples, count);
  };
}
