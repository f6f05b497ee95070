import type { Correction, Settings } from '#settings/settings.ts';
import { Grain, type GrainLook, grainSize } from '../effects/grain.ts';
import type { MaskRow } from '../masks/mask-row.ts';
import { amountOf } from '../read-settings.ts';
import type { RenderSource } from '../renderer.ts';
import { BLOCK } from './color-noise.ts';
import { Detail, type DetailLook, haloOf } from './detail.ts';

/** Noise reduction, sharpening and grain on rows of coded samples. */
export interface DetailPlan {
  /** Rows above and below that the result depends on; a multiple of BLOCK. */
  readonly halo: number;
  /** With working memory for strips of up to `rows` rows; they begin at multiples of BLOCK. */
  prepare(rows: number): (samples: Float32Array, top: number, rows: number) => void;
}

/** Local sliders that act here, stored −1…1 (Grain 0…1), and the amounts they add to. */
const KINDS = {
  sharpen: ['LocalSharpness'],
  luminance: ['LocalLuminanceNoise'],
  color: ['LocalMoire', 'LocalDefringe'],
  grain: ['LocalGrain'],
} as const;
type Kind = keyof typeof KINDS;

/** Undefined when nothing of it is asked for. */
export function detailPlan(
  source: RenderSource,
  settings: Settings,
  corrections: readonly { readonly correction: Correction; readonly mask: MaskRow }[],
): DetailPlan | undefined {
  const fraction = (name: string, neutral = 0) => amountOf(settings, name, neutral) / 100;
  const global: Record<Kind, number> = {
    sharpen: fraction('Sharpness'),
    luminance: fraction('LuminanceSmoothing'),
    color: fraction('ColorNoiseReduction'),
    grain: fraction('GrainAmount'),
  };
  const local = (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    corrections.flatMap(({ correction, mask }) => {
      const amount =
        KINDS[kind].reduce((sum, name) => sum + (correction.values[name] ?? 0), 0) * correction.amount;
      return amount === 0 ? [] : [{ kind, amount, mask }];
    }),
  );
  const used = (kind: Kind) => global[kind] !== 0 || local.some((one) => one.kind === kind);
  const spatial = used('sharpen') || used('luminance') || used('color');
  if (!spatial && !used('grain')) return undefined;

  const { scale } = source;
  const look: DetailLook = {
    sharpen: used('sharpen')
      ? {
          radius: amountOf(settings, 'SharpenRadius', 1) * scale,
          detail: fraction('SharpenDetail', 25),
          masking: fraction('SharpenEdgeMasking'),
        }
      : undefined,
    luminance: used('luminance')
      ? {
          radius: (1.5 + 1.5 * Math.min(1, Math.abs(global.luminance))) * scale,
          detail: fraction('LuminanceNoiseReductionDetail', 50),
          contrast: fraction('LuminanceNoiseReductionContrast'),
        }
      : undefined,
    color: used('color')
      ? {
          radius: (2 + 8 * fraction('ColorNoiseReductionSmoothness', 50)) * scale,
          detail: fraction('ColorNoiseReductionDetail', 50),
        }
      : undefined,
  };
  const grainLook: GrainLook = {
    size: grainSize(amountOf(settings, 'GrainSize', 25)) * scale,
    roughness: fraction('GrainFrequency', 50),
  };
  const { width } = source.raster;

  return {
    halo: Math.ceil(haloOf(look) / BLOCK) * BLOCK,
    prepare(mostRows) {
      const detail = spatial ? new Detail(look, width, mostRows) : undefined;
      const grain = used('grain') ? new Grain(grainLook, width) : undefined;
      const amounts = new Float32Array(width);
      const weights = new Float32Array(width);
      const amountsOf = (kind: Kind, y: number) => {
        amounts.fill(global[kind]);
        for (const one of local) {
          if (one.kind !== kind || !one.mask(y, weights)) continue;
          for (let x = 0; x < width; x++) amounts[x]! += one.amount * weights[x]!;
        }
        return amounts;
      };
      return (samples, top, rows) => {
        const finish = (y: number) =>
          grain?.apply(samples, y * width * 3, top + y, amountsOf('grain', top + y));
        if (detail) detail.apply(samples, rows, (kind, y) => amountsOf(kind, top + y), finish);
        else for (let y = 0; y < rows; y++) finish(y);
      };
    },
  };
}
