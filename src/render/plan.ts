import { depthOf } from '#image/depth.ts';
import type { Correction, Settings } from '#settings/settings.ts';
import { type Chain, pointwiseChain } from './chain.ts';
import { decodeSpace, encodeSpaceExtended } from './codec.ts';
import { type DetailPlan, detailPlan } from './detail/detail-plan.ts';
import { type Vignette, vignetteOf } from './effects/vignette.ts';
import { analysisOf } from './local/analysis.ts';
import { type LocalPass, localPass } from './local/local-pass.ts';
import { localSettings } from './local-settings.ts';
import { correctionMask } from './masks/correction-mask.ts';
import type { MaskRow } from './masks/mask-row.ts';
import type { RenderSource } from './renderer.ts';
import { buildTable, type ColorTable, tablePays, tableSize } from './table/color-table.ts';
import { keptTable } from './table/kept-tables.ts';

/** What develops pixels: local gains, then the pointwise chain, as a table where that is faster. */
export interface Development {
  readonly local: LocalPass | undefined;
  readonly chain: Chain;
  /** The whole chain, coded to coded; built when first asked for. Undefined where the exact chain must run. */
  table(): ColorTable | undefined;
}

export interface PlannedCorrection extends Development {
  readonly mask: MaskRow;
}

/** What the settings need, in order; neutral steps are not in it. */
export interface Plan {
  readonly global: Development | undefined;
  readonly corrections: readonly PlannedCorrection[];
  readonly vignette: Vignette | undefined;
  readonly detail: DetailPlan | undefined;
}

/** Undefined when nothing has to be done. */
export function planOf(source: RenderSource, settings: Settings): Plan | undefined {
  const vignette = vignetteOf(source, settings);
  const active = activeCorrections(settings).map((correction) => ({
    correction,
    mask: correctionMask(source, correction),
  }));
  const corrections = active.flatMap(({ correction, mask }) => {
    const touched = () => pixelsTouched(source, mask);
    const development = developmentOf(source, localSettings(correction), false, touched, CORRECTION_TABLE);
    return development ? [{ ...development, mask }] : [];
  });
  const { MaskGroupBasedCorrections: _, ...own } = settings;
  const { width, height } = source.raster;
  const global = developmentOf(
    source,
    own,
    vignette?.scene ?? false,
    () => width * height,
    Number.POSITIVE_INFINITY,
  );
  const detail = detailPlan(source, settings, active);
  if (!global && corrections.length === 0 && !vignette && !detail) return undefined;
  return { global, corrections, vignette, detail };
}

function activeCorrections(settings: Settings): Correction[] {
  return (settings.MaskGroupBasedCorrections ?? []).filter(
    (correction) => correction.active && correction.amount > 0 && correction.masks.length > 0,
  );
}

/** Corrections touch a part and mostly move it less: their tables stay at this size. */
const CORRECTION_TABLE = 33;

/** Rows looked at to see how much of a picture a mask covers. */
const SAMPLE_ROWS = 16;

function pixelsTouched({ raster }: RenderSource, mask: MaskRow): number {
  const { width, height } = raster;
  const weights = new Float32Array(width);
  let touched = 0;
  for (let i = 0; i < SAMPLE_ROWS; i++) {
    if (!mask(Math.floor(((i + 0.5) * height) / SAMPLE_ROWS), weights)) continue;
    for (let x = 0; x < width; x++) if (weights[x]! > 0) touched++;
  }
  return (touched * height) / SAMPLE_ROWS;
}

/**
 * @param touched pixels that are to be developed, about
 * @param most largest table that is worth building, nodes per edge
 */
function developmentOf(
  source: RenderSource,
  settings: Settings,
  scene: boolean,
  touched: () => number,
  most: number,
): Development | undefined {
  const local = localPass(source, settings);
  const context = {
    source: source.source,
    asShot: source.asShot,
    get darkKey() {
      return analysisOf(source).darkKey;
    },
  };
  const sceneWork = scene || (local?.scene ?? false);
  const chain = pointwiseChain(settings, context, sceneWork);
  if (!local && !chain.develop) return undefined;
  const { raster } = source;
  const size = Math.min(tableSize(raster.width * raster.height), most);
  // Local gains and the vignette of a raw preview work between the base curve's removal and the rest.
  const divided = sceneWork && chain.enterScene !== undefined;
  const fast = chain.develop && !divided && depthOf(raster.data) === 8 && tablePays(size, touched());
  if (!fast) return { local, chain, table: () => undefined };
  const build = () =>
    buildTable(size, (samples, count) => {
      decodeSpace(raster.space, samples, count);
      chain.enterScene?.(samples, count);
      chain.develop?.(samples, count);
      encodeSpaceExtended(raster.space, samples, count);
    });
  let table: ColorTable | undefined;
  return {
    local,
    chain,
    table: () => (table ??= keptTable(source, JSON.stringify([settings, sceneWork]), build)),
  };
}
