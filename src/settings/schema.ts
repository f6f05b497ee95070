import * as z from 'zod';
import { correctionSchema } from './correction-schema.ts';
import { curveSchema } from './curve-schema.ts';
import { LIMITS } from './limits.ts';
import type { Parameter } from './parameter.ts';
import { PARAMETERS } from './parameters.ts';
import type { Settings } from './settings.ts';
import { splitsInOrder } from './splits.ts';

function valueSchema(parameter: Parameter): z.ZodType {
  switch (parameter.kind) {
    case 'number':
      return z.number().min(parameter.minimum).max(parameter.maximum);
    case 'boolean':
      return z.boolean();
    case 'choice':
      return z.enum(parameter.choices as [string, ...string[]]);
    case 'curve':
      return curveSchema;
  }
}

const shape: Record<string, z.ZodType> = Object.fromEntries(
  PARAMETERS.map((parameter) => [parameter.name, valueSchema(parameter).optional()]),
);

/**
 * Develop settings as accepted from outside: known keys only, in range, bounded in size. For a lenient reading
 * with a report use `clampSettings`.
 */
export const settingsSchema = z
  .strictObject({
    ...shape,
    MaskGroupBasedCorrections: z.array(correctionSchema).max(LIMITS.corrections).optional(),
  })
  .refine((settings) => splitsInOrder(settings as Settings), {
    error:
      'ParametricShadowSplit, ParametricMidtoneSplit and ParametricHighlightSplit must rise by at least 1 (25, 50 and 75 when not stated)',
  }) as unknown as z.ZodType<Settings, Settings>;
