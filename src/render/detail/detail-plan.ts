import type { Correction, Settings } from '#settings/settings.ts';
import { type GrainLook, grainAt, grainSize } from '../effects/grain.ts';
import type { MaskRow } from '../masks/mask-row.ts';
import { amountOf } from '../read-settings.ts';
import type { RenderSource } from '../renderer.ts';
import { applyDetail, type DetailLook, haloOf, lumaOf } from './detail.ts';

/** Noise reduction, sharpening and grain on rows of coded samples. */
export interface DetailPlan {
  /** Rows above and below that the result depends on. */
  readonly halo: number;
  apply(samples: Float32Array, top: number, rows: number): void;
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
  if (!used('sharpen') && !used('luminance') && !used('color') && !used('grain')) return undefined;

  const { scale } = source;
  const look: DetailLook = {
    sharpen: {
      radius: amountOf(settings, 'SharpenRadius', 1) * scale,
      detail: fraction('SharpenDetail', 25),
      masking: fraction('SharpenEdgeMasking'),
    },
    luminance: {
      radius: (1.5 + 1.5 * Math.min(1, Math.abs(global.luminance))) * scale,
      detail: fraction('LuminanceNoiseReductionDetail', 50),
      contrast: fraction('LuminanceNoiseReductionContrast'),
    },
    color: {
      radius: (2 + 8 * fraction('ColorNoiseReductionSmoothness', 50)) * scale,
      detail: fraction('ColorNoiseReductionDetail', 50),
    },
  };
  const grain: GrainLook = {
    amount: 1,
    size: grainSize(amountOf(settings, 'GrainSize', 25)) * scale,
    roughness: fraction('GrainFrequency', 50),
  };
  const spatial = { sharpen: used('sharpen'), luminance: used('luminance'), color: used('color') };
  const { width } = source.raster;

  function amounts(kind: Kind, top: number, rows: number): Float32Array | undefined {
    if (!used(kind)) return undefined;
    const out = new Float32Array(width * rows).fill(global[kind]);
    const weights = new Float32Array(width);
    for (const one of local) {
      if (one.kind !== kind) continue;
      for (let y = 0; y < rows; y++) {
        if (!one.mask(top + y, weights)) continue;
        for (let x = 0; x < width; x++) out[y * width + x]! += one.amount * weights[x]!;
      }
    }
    return out;
  }

  return {
    halo: haloOf(look, spatial),
    apply(samples, top, rows) {
      if (spatial.sharpen || spatial.luminance || spatial.color)
        applyDetail(samples, width, rows, look, {
          sharpen: amounts('sharpen', top, rows),
          luminance: amounts('luminance', top, rows),
          color: amounts('color', top, rows),
        });
      const grains = amounts('grain', top, rows);
      if (!grains) return;
      for (let y = 0; y < rows; y++)
        for (let x = 0; x < width; x++) {
          const i = y * width + x;
          const p = i * 3;
          const change = grainAt(grain, x, top + y, lumaOf(samples, p)) * Math.max(0, grains[i]!);
          for (let c = p; c < p + 3; c++) samples[c]! += change;
        }
    },
  };
}
