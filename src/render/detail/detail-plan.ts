import type { Steps } from '#image/steps.ts';
import type { Correction, Settings } from '#settings/settings.ts';
import { Grain, type GrainLook, grainSize } from '../effects/grain.ts';
import { AmountRows } from '../kernels/amount-rows.ts';
import { DetailRows } from '../kernels/detail-rows.ts';
import type { KernelMemory } from '../kernels/kernels.ts';
import type { MaskRow } from '../masks/mask-row.ts';
import { amountOf } from '../read-settings.ts';
import type { RenderSource } from '../renderer.ts';
import { BLOCK } from './color-noise.ts';
import { Detail, type DetailLook, haloOf } from './detail.ts';
import { endsPiece } from './pieces.ts';
import { sharpenHalo } from './sharpen.ts';

/** Works on a strip in place, in pieces. */
export type ApplyDetail = (samples: Float32Array, top: number, rows: number) => Steps<void>;

/** Noise reduction, sharpening and grain on rows of coded samples. */
export interface DetailPlan {
  /** Rows above and below that the result depends on; a multiple of BLOCK. */
  readonly halo: number;
  /**
   * With working memory for strips of up to `rows` rows; they begin at multiples of BLOCK.
   *
   * @param memory where the samples will lie, if the compiled kernels are to do it; rows that only surround a strip are
   *   then left as they were
   * @throws RangeError when there is no memory left
   */
  prepare(rows: number, memory?: KernelMemory): ApplyDetail;
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
  const { height } = source.window;
  const halo = wholeBlocks(haloOf(look));
  /** Adds what corrections do to the amounts of row `y`; false where they do nothing. */
  const addLocal = (kind: Kind, y: number, amounts: Float32Array, weights: Float32Array) => {
    let some = false;
    for (const one of local) {
      if (one.kind !== kind || !corrections[one.correction]!.mask(y, weights)) continue;
      some = true;
      for (let x = 0; x < width; x++) amounts[x]! += one.amount * weights[x]!;
    }
    return some;
  };

  const prepareKernels = (memory: KernelMemory, mostRows: number) => {
    const values = new Float32Array(width);
    const weights = new Float32Array(width);
    const rowsOf = (kind: Kind) => {
      const even = local.some((one) => one.kind === kind) ? undefined : global[kind];
      return new AmountRows(memory, width, even, (y) => {
        values.fill(global[kind]);
        const some = addLocal(kind, y, values, weights);
        return some || global[kind] !== 0 ? values : undefined;
      });
    };
    const amounts = {
      color: rowsOf('color'),
      luminance: rowsOf('luminance'),
      sharpen: rowsOf('sharpen'),
      grain: rowsOf('grain'),
    };
    const reach = look.sharpen ? sharpenHalo(look.sharpen) : 0;
    const detail = new DetailRows(memory, look, grainLook, amounts, { width, rows: mostRows, reach });
    // Compiled kernels do a strip in a few milliseconds: one piece.
    // biome-ignore lint/correctness/useYield: see above
    return function* (samples: Float32Array, top: number, rows: number): Steps<void> {
      const from = top > 0 ? halo : 0;
      const to = top + rows < height ? rows - halo : rows;
      detail.apply(samples.byteOffset, { top, rows, from, to });
    };
  };

  return {
    halo,
    prepare(mostRows, memory) {
      if (memory) return prepareKernels(memory, mostRows);
      const detail = spatial ? new Detail(look, width, mostRows) : undefined;
      const grain = grainLook && new Grain(grainLook, width);
      const amounts = new Float32Array(width);
      const weights = new Float32Array(width);
      const amountsOf = (kind: Kind, y: number) => {
        amounts.fill(global[kind]);
        addLocal(kind, y, amounts, weights);
        return amounts;
      };
      return function* (samples, top, rows) {
        const finish = (y: number) =>
          grain?.apply(samples, y * width * 3, top + y, amountsOf('grain', top + y));
        if (detail) {
          yield* detail.apply(samples, rows, (kind, y) => amountsOf(kind, top + y), finish);
          return;
        }
        for (let y = 0; y < rows; y++) {
          finish(y);
          if (endsPiece(y, width)) yield;
        }
      };
    },
  };
}
