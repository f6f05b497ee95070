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

/** What the Detail panel and grain are asked to do; amounts 1 = slider at 100. */
interface Asked {
  readonly global: Readonly<Record<Kind, number>>;
  /** Amounts that corrections add, and which one. */
  readonly local: readonly { readonly kind: Kind; readonly amount: number; readonly correction: number }[];
  readonly look: DetailLook;
  readonly grain: GrainLook | undefined;
}

function askedOf(scale: number, settings: Settings, corrections: readonly Correction[]): Asked {
  const fraction = (name: string, neutral = 0) => amountOf(settings, name, neutral) / 100;
  const global: Record<Kind, number> = {
    sharpen: fraction('Sharpness'),
    luminance: fraction('LuminanceSmoothing'),
    color: fraction('ColorNoiseReduction'),
    grain: fraction('GrainAmount'),
  };
  const local = (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    corrections.flatMap(({ values, amount: whole }, correction) => {
      const amount = KINDS[kind].reduce((sum, name) => sum + (values[name] ?? 0), 0) * whole;
      return amount === 0 ? [] : [{ kind, amount, correction }];
    }),
  );
  const used = (kind: Kind) => global[kind] !== 0 || local.some((one) => one.kind === kind);
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
  const grain = used('grain')
    ? {
        size: grainSize(amountOf(settings, 'GrainSize', 25)) * scale,
        roughness: fraction('GrainFrequency', 50),
      }
    : undefined;
  return { global, local, look, grain };
}

/** Rows above and below that a row's detail depends on. */
export function detailHalo(scale: number, settings: Settings, corrections: readonly Correction[]): number {
  return wholeBlocks(haloOf(askedOf(scale, settings, corrections).look));
}

/** Strips begin at multiples of BLOCK, with their halo too. */
function wholeBlocks(rows: number): number {
  return Math.ceil(rows / BLOCK) * BLOCK;
}

/** Undefined when nothing of it is asked for. */
export function detailPlan(
  source: RenderSource,
  settings: Settings,
  corrections: readonly { readonly correction: Correction; readonly mask: MaskRow }[],
): DetailPlan | undefined {
  const asked = askedOf(
    source.scale,
    settings,
    corrections.map(({ correction }) => correction),
  );
  const { global, local, look, grain: grainLook } = asked;
  const spatial = look.sharpen || look.luminance || look.color;
  if (!spatial && !grainLook) return undefined;
  const { width } = source.raster;

  return {
    halo: wholeBlocks(haloOf(look)),
    prepare(mostRows) {
      const detail = spatial ? new Detail(look, width, mostRows) : undefined;
      const grain = grainLook && new Grain(grainLook, width);
      const amounts = new Float32Array(width);
      const weights = new Float32Array(width);
      const amountsOf = (kind: Kind, y: number) => {
        amounts.fill(global[kind]);
        for (const one of local) {
          if (one.kind !== kind || !corrections[one.correction]!.mask(y, weights)) continue;
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
