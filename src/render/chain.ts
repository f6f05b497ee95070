import type { Settings } from '#settings/settings.ts';
import { tabulate, tabulateRoot, toneByChannel, toneByExtremes, toneLinearByExtremes } from './curve.ts';
import type { Apply, OperatorContext, Stage, ToneFunction } from './operator.ts';
import { applyBaseCurve, removeBaseCurve } from './ops/base-curve.ts';
import { POINTWISE } from './order.ts';
import { decodeSamples, encodeSamples } from './transfer.ts';

/** Pointwise steps in order, joined where neighbours are of one kind. */
export interface Chain {
  /** Takes a raw preview's base curve out; present when there are scene-side steps. */
  readonly enterScene: Apply | undefined;
  /** Everything after it, on linear working samples. */
  readonly develop: Apply | undefined;
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
  return {
    enterScene: entry && sequence(compile([entry])),
    develop: sequence(compile(join(stages))),
  };
}

/** Neighbouring curves of one kind become one. */
function join(stages: readonly Stage[]): Stage[] {
  const out: Stage[] = [];
  for (const stage of stages) {
    const last = out.at(-1);
    if (stage.kind === 'tone-linear' && last?.kind === 'tone-linear')
      out[out.length - 1] = { kind: 'tone-linear', tone: after(last.tone, stage.tone) };
    else if (stage.kind === 'tone-encoded' && last?.kind === 'tone-encoded')
      out[out.length - 1] = { kind: 'tone-encoded', tone: after(last.tone, stage.tone) };
    else if (stage.kind === 'channels' && last?.kind === 'channels')
      out[out.length - 1] = {
        kind: 'channels',
        tones: [
          after(last.tones[0], stage.tones[0]),
          after(last.tones[1], stage.tones[1]),
          after(last.tones[2], stage.tones[2]),
        ],
      };
    else out.push(stage);
  }
  return out;
}

function after(first: ToneFunction, second: ToneFunction): ToneFunction {
  return (x) => second(first(x));
}

function compile(stages: readonly Stage[]): Apply[] {
  const steps: Apply[] = [];
  let encoded = false;
  for (const stage of stages) {
    const wanted = stage.kind === 'tone-encoded' || stage.kind === 'channels';
    if (wanted !== encoded) steps.push(wanted ? encodeSamples : decodeSamples);
    encoded = wanted;
    if (stage.kind === 'pixel') steps.push(stage.apply);
    else if (stage.kind === 'tone-linear') steps.push(toneLinearByExtremes(tabulateRoot(stage.tone)));
    else if (stage.kind === 'tone-encoded') steps.push(toneByExtremes(tabulate(stage.tone)));
    else
      steps.push(
        toneByChannel([tabulate(stage.tones[0]), tabulate(stage.tones[1]), tabulate(stage.tones[2])]),
      );
  }
  if (encoded) steps.push(decodeSamples);
  return steps;
}

function sequence(steps: readonly Apply[]): Apply | undefined {
  if (steps.length === 0) return undefined;
  return (samples, count) => {
    for (const step of steps) step(samples, count);
  };
}
