import * as z from 'zod';
import { settingsSchema } from '#settings/schema.ts';
import { readingSchema } from './goal.ts';
import { usageSchema } from './usage.ts';

/** One line of a reasoning trace. `parameters` are the `crs:` names it accounts for. */
export const reasoningStepSchema = z.strictObject({
  step: z.enum(['asked', 'seen', 'done', 'left']),
  text: z.string(),
  /** Where the statement comes from: words of the instruction, or numbers measured in the photo. */
  evidence: z.string(),
  parameters: z.array(z.string()).optional(),
});
export type ReasoningStep = z.infer<typeof reasoningStepSchema>;

export const metricSchema = z.strictObject({
  name: z.string(),
  why: z.string(),
  weight: z.number().min(0).max(1),
  score: z.number().min(0).max(10),
  evidence: z.string(),
});
export type Metric = z.infer<typeof metricSchema>;

/** A guard that is always on. `score` 0…10; below `limit` it bites and pulls the scalar down. */
export const guardSchema = z.strictObject({
  name: z.string(),
  score: z.number().min(0).max(10),
  limit: z.number().min(0).max(10),
  evidence: z.string().optional(),
});
export type Guard = z.infer<typeof guardSchema>;

export const rewardSchema = z.strictObject({
  score: z.number().min(0).max(10),
  metrics: z.array(metricSchema),
  guards: z.array(guardSchema),
});
export type Reward = z.infer<typeof rewardSchema>;

export const candidateSchema = z.strictObject({
  rank: z.int().min(1),
  id: z.string(),
  title: z.string(),
  settings: settingsSchema,
  reasoning: z.array(reasoningStepSchema),
  reward: rewardSchema,
  /** Relative to `result.json`; null until the candidate was exported. */
  files: z.strictObject({ image: z.string().nullable(), xmp: z.string().nullable() }),
});

export const VERDICTS = ['clear', 'no clear winner', 'nothing to do'] as const;

export const photoSchema = z.strictObject({
  name: z.string(),
  width: z.int().min(1),
  height: z.int().min(1),
  source: z.enum(['rendered', 'raw-preview']),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `result.json`, version 1. Apart from `timings`, the same input, seed and versions give the same bytes. */
export const resultSchema = z.strictObject({
  version: z.literal(1),
  instruction: z.string(),
  photo: photoSchema,
  reading: readingSchema,
  candidates: z.array(candidateSchema),
  verdict: z.enum(VERDICTS),
  timings: z.strictObject({
    decodeMs: z.number(),
    proposeMs: z.number(),
    renderMs: z.number(),
    scoreMs: z.number(),
    totalMs: z.number(),
  }),
  versions: z.strictObject({ engine: z.string(), policy: z.string(), reward: z.string() }),
  seed: z.int(),
  /** Who answered and what was not used of it, in sentences; absent where no model was asked. */
  notes: z.array(z.string()).optional(),
  /** What the models were asked; absent where none answered. */
  usage: usageSchema.optional(),
});
export type RetouchResult = z.infer<typeof resultSchema>;
