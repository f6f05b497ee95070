import * as z from 'zod';
import { COLOR_NAMES, REGION_NAMES } from '#image/observation.ts';

/** What a goal can move. Direction +1 means more of what the axis names (see `docs/result.md`). */
export const AXES = [
  'brightness',
  'contrast',
  'warmth',
  'tint',
  'saturation',
  'vibrance',
  'hue',
  'highlights',
  'shadows',
  'whites',
  'blacks',
  'clarity',
  'texture',
  'dehaze',
  'sharpness',
  'noise',
  'grain',
  'vignette',
  'fade',
] as const;
export const axisSchema = z.enum(AXES);
export type Axis = z.infer<typeof axisSchema>;

/** Where a goal applies; null is the whole picture. */
export const GOAL_REGIONS = [...REGION_NAMES, 'highlights', 'shadows', 'midtones', ...COLOR_NAMES] as const;
export const goalRegionSchema = z.enum(GOAL_REGIONS);
export type GoalRegion = z.infer<typeof goalRegionSchema>;

/** One thing that was asked. `amount` 1 is an ordinary, visible change; 0.5 "a bit"; 2 the most. */
export const goalSchema = z.strictObject({
  axis: axisSchema,
  direction: z.union([z.literal(1), z.literal(-1)]),
  amount: z.number().min(0).max(2),
  region: goalRegionSchema.nullable(),
  /** The words it came from; empty when implied by a style. */
  words: z.string(),
});
export type Goal = z.infer<typeof goalSchema>;

/** Something to keep. `what` names an axis, a region, or a `crs:` parameter. */
export const lockSchema = z.strictObject({
  what: z.string(),
  kind: z.enum(['axis', 'region', 'parameter']),
  /** For skin and other regions: left as it is, kept believable, or brought to a common look. */
  mode: z.enum(['unchanged', 'natural', 'matched']),
  words: z.string(),
});
export type Lock = z.infer<typeof lockSchema>;

export const readingSchema = z.strictObject({
  /** BCP 47 language of the instruction, `und` when not recognised. */
  language: z.string(),
  goals: z.array(goalSchema),
  styles: z.array(z.strictObject({ name: z.string(), weight: z.number().min(0).max(2), words: z.string() })),
  locks: z.array(lockSchema),
  unsupported: z.array(z.strictObject({ words: z.string(), why: z.string() })),
  confidence: z.number().min(0).max(1),
});
export type Reading = z.infer<typeof readingSchema>;
