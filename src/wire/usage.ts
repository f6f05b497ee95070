import * as z from 'zod';

/** What models were asked for one answer of ours. */
export const usageSchema = z.strictObject({
  /** Answers of models. */
  answers: z.int().min(1),
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  /** US dollars; null when the price of an answer is not known. */
  cost: z.number().min(0).nullable(),
});
export type ModelUsage = z.infer<typeof usageSchema>;

/** A cost is known only when all of it is. */
export function addUsage(before: ModelUsage | undefined, more: ModelUsage): ModelUsage {
  if (before === undefined) return more;
  return {
    answers: before.answers + more.answers,
    inputTokens: before.inputTokens + more.inputTokens,
    outputTokens: before.outputTokens + more.outputTokens,
    cost: before.cost === null || more.cost === null ? null : before.cost + more.cost,
  };
}

/** How policies and judges tell what came of asking a model; what needs none tells nothing. */
export interface ModelReports {
  /** A sentence for the person: who answered, what of it was not used, who took over and why. */
  readonly onNote?: (note: string) => void;
  /** Called for each answer of a model, or for several together. */
  readonly onUsage?: (usage: Omit<ModelUsage, 'answers'> & { readonly answers?: number }) => void;
}
