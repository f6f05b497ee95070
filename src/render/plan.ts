import type { Correction, Settings } from '#settings/settings.ts';
import { type Chain, pointwiseChain } from './chain.ts';
import { decodeSpace, encodeSpaceExtended } from './codec.ts';
import { type DetailPlan, detailPlan } from './detail/detail-plan.ts';
import { type Vignette, vignetteOf } from './effects/vignette.ts';
import { analysisOf } from './local/analysis.ts';
import { type LocalPass, localPass } from './local/local-pass.ts';
import { localSettings } from './local-settings.ts';
import { correctionMask, type MaskRow } from './masks/mask-row.ts';
import type { RenderSource } from './renderer.ts';
import { buildTable, type ColorTable, TABLE_PIXELS } from './table/color-table.ts';

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
    const development = developmentOf(source, localSettings(correction), false);
    return development ? [{ ...development, mask }] : [];
  });
  const global = developmentOf(source, settings, vignette?.scene ?? false);
  const detail = detailPlan(source, settings, active);
  if (!global && corrections.length === 0 && !vignette && !detail) return undefined;
  return { global, corrections, vignette, detail };
}

function activeCorrections(settings: Settings): Correction[] {
  return (settings.MaskGroupBasedCorrections ?? []).filter(
    (correction) => correction.active && correction.amount > 0 && correction.masks.length > 0,
  );
}

function developmentOf(source: RenderSource, settings: Settings, scene: boolean): Development | undefined {
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
  // Local gains and the vignette of a raw preview work between the base curve's removal and the rest.
  const divided = sceneWork && chain.enterScene !== undefined;
  const fast =
    chain.develop &&
    !divided &&
    raster.data instanceof Uint8Array &&
    raster.width * raster.height >= TABLE_PIXELS;
  let table: ColorTable | undefined;
  return {
    local,
    chain,
    table() {
      if (!fast) return undefined;
      table ??= buildTable((samples, count) => {
        decodeSpace(raster.space, samples, count);
        chain.enterScene?.(samples, count);
        chain.develop?.(samples, count);
        encodeSpaceExtended(raster.space, samples, count);
      });
      return table;
    },
  };
}
