import * as z from 'zod';
import { curveSchema } from './curve-schema.ts';
import { LIMITS } from './limits.ts';
import { LUMINANCE_WINDOW, MASK_FIELDS, SAMPLE_FIELDS } from './mask-fields.ts';
import { LOCAL_PARAMETERS } from './parameters.ts';
import type { Correction, Mask } from './settings.ts';

/** No control characters and no half surrogates: such a name could not be written to XML. */
const name = z
  .string()
  .max(LIMITS.nameCharacters)
  .regex(/^[^\p{Cc}\p{Cs}\uFFFE\uFFFF]*$/u);

function numbers<Field extends string>(fields: Readonly<Record<Field, readonly [number, number]>>) {
  const entries = Object.entries<readonly [number, number]>(fields);
  return Object.fromEntries(
    entries.map(([field, [minimum, maximum]]) => [field, z.number().min(minimum).max(maximum)]),
  ) as Record<Field, z.ZodNumber>;
}

const common = {
  name: name.optional(),
  combine: z.enum(['add', 'subtract', 'intersect']),
  inverted: z.boolean(),
};

const luminanceSchema = z
  .strictObject({ kind: z.literal('luminance'), ...common, ...numbers(MASK_FIELDS.luminance) })
  .refine(
    (mask) =>
      LUMINANCE_WINDOW.every((part, index) => mask[part] >= mask[LUMINANCE_WINDOW[index - 1] ?? part]),
    {
      error: 'A luminance range must have lowNone ≤ lowFull ≤ highFull ≤ highNone',
    },
  );

const samples = z
  .array(z.strictObject(numbers(SAMPLE_FIELDS)))
  .min(1)
  .max(LIMITS.colorSamples);
const target = z.enum(['subject', 'sky', 'background', 'person']);

export const maskSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('linear'), ...common, ...numbers(MASK_FIELDS.linear) }),
  z.strictObject({ kind: z.literal('radial'), ...common, ...numbers(MASK_FIELDS.radial) }),
  luminanceSchema,
  z.strictObject({ kind: z.literal('color'), ...common, ...numbers(MASK_FIELDS.color), samples }),
  z.strictObject({ kind: z.literal('ai'), ...common, target, ...numbers(MASK_FIELDS.ai) }),
]) as unknown as z.ZodType<Mask, Mask>;

const values = z.strictObject(
  Object.fromEntries(
    LOCAL_PARAMETERS.map((one) => [one.name, z.number().min(one.minimum).max(one.maximum).optional()]),
  ),
);

const curves = z.strictObject({
  MainCurve: curveSchema.optional(),
  RedCurve: curveSchema.optional(),
  GreenCurve: curveSchema.optional(),
  BlueCurve: curveSchema.optional(),
});

export const correctionSchema = z.strictObject({
  name,
  active: z.boolean(),
  amount: z.number().min(0).max(2),
  values,
  curves: curves.optional(),
  masks: z.array(maskSchema).max(LIMITS.masks),
}) as unknown as z.ZodType<Correction, Correction>;
