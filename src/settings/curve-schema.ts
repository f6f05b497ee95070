import * as z from 'zod';
import { LIMITS } from './limits.ts';
import type { CurvePoint } from './settings.ts';

const level = z.int().min(0).max(255);

/** Points of a tone curve: whole numbers 0…255 (Camera Raw stores no others), x strictly increasing. */
export const curveSchema: z.ZodType<readonly CurvePoint[], readonly CurvePoint[]> = z
  .array(z.tuple([level, level]))
  .min(2)
  .max(LIMITS.curvePoints)
  .refine(
    (points) => points.every((point, index) => index === 0 || point[0] > (points[index - 1]?.[0] ?? -1)),
    {
      error: 'Curve points must have increasing x',
    },
  );
