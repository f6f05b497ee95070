import type { ClampEntry } from '#settings/clamp-report.ts';
import { diffSettings } from '#settings/diff.ts';
import { applyLocks } from '#settings/locks.ts';
import { mergeSettings } from '#settings/merge.ts';
import { roundSettings } from '#settings/normalize.ts';
import type { Settings } from '#settings/settings.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { ModelEdit } from '../dialects/dialect.ts';
import { reportWords } from '../dialects/report-words.ts';
import { lockedNames } from '../embedded/read-intent.ts';
import { listSettings } from '../embedded/trace/list-settings.ts';
import { capital, quote } from '../embedded/trace/words.ts';
import type { Proposal, ProposeRequest } from '../policy.ts';
import { stackSettings } from './stack-settings.ts';

/** How a model's numbers are meant when the picture was edited before. */
export type Onto = 'replace' | 'add';

/** An edit of a model's own numbers as a proposal: on top of the base, locks held, rounded, with its report. */
export function proposalOf(
  edit: ModelEdit,
  request: ProposeRequest,
  { onto, model, reasoning }: { readonly onto: Onto; readonly model: string; readonly reasoning: string },
): Proposal {
  const { base, reading, locks } = request;
  const joined = onto === 'add' ? stackSettings(base, edit.settings) : mergeSettings(base, edit.settings);
  const names = [...lockedNames(reading, locks)];
  const settings = roundSettings(applyLocks(joined, base, names), { dropNeutral: true });
  const held = diffSettings(applyLocks(joined, base, names), joined).map(({ name }) => name);
  const steps = [
    ...askedSteps(request),
    ...said('seen', reasoning, model),
    doneStep(edit, base, settings, model),
    ...keptSteps(held, request),
    ...leftSteps(edit.report, model),
  ];
  return { title: capital(edit.title) || 'As the model reads it', settings, reasoning: steps };
}

function askedSteps({ instruction }: ProposeRequest): ReasoningStep[] {
  return [{ step: 'asked', text: 'Read by the model as a whole', evidence: quote(instruction) }];
}

/** A model's sentence, with its name as where it comes from; nothing for an empty one. */
export function said(step: ReasoningStep['step'], text: string, model: string): ReasoningStep[] {
  return text === '' ? [] : [{ step, text, evidence: `said by ${model}` }];
}

function doneStep(edit: ModelEdit, base: Settings, settings: Settings, model: string): ReasoningStep {
  const parameters = diffSettings(base, settings).map(({ name }) => name);
  const why = edit.reasoning === '' ? '' : `: ${edit.reasoning}`;
  const text = parameters.length === 0 ? 'Nothing' : listSettings(parameters, base, settings);
  return { step: 'done', text: `${text}${why}`, evidence: `numbers of ${model}`, parameters };
}

function keptSteps(held: readonly string[], { locks }: ProposeRequest): ReasoningStep[] {
  if (held.length === 0) return [];
  const evidence = locks.length > 0 ? 'locked parameters' : 'locks of the instruction';
  return [
    { step: 'left', text: `The model moved these, and they were put back: ${held.join(', ')}`, evidence },
  ];
}

function leftSteps(report: readonly ClampEntry[], model: string): ReasoningStep[] {
  if (report.length === 0) return [];
  const text = `Not taken as the model wrote it: ${reportWords(report)}`;
  return [{ step: 'left', text, evidence: `reply of ${model}` }];
}
