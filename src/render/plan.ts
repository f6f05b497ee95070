import { depthOf } from '#image/depth.ts';
import { runNow, type Steps } from '#image/steps.ts';
import type { Settings } from '#settings/settings.ts';
import { type Chain, pointwiseChain } from './chain.ts';
import { decodeSpace, encodeSpaceExtended } from './codec.ts';
import { type DetailPlan, detailPlan } from './detail/detail-plan.ts';
import { type Vignette, vignetteOf } from './effects/vignette.ts';
import { buildNodes } from './kernels/build-nodes.ts';
import { analysisOf } from './local/analysis.ts';
import { type LocalPass, localPass, prepareLocal } from './local/local-pass.ts';
import { activeCorrections, localSettings } from './local-settings.ts';
import { correctionMask } from './masks/correction-mask.ts';
import type { MaskRow } from './masks/mask-row.ts';
import { prepareRegions } from './masks/regions.ts';
import type { RenderSource } from './renderer.ts';
import { buildTable, ColorTable, tablePays, tableSize } from './table/color-table.ts';
import { keptTable } from './table/kept-tables.ts';

/** What develops pixels: local gains, then the pointwise chain, as a table where that is faster. */
export interface Development {
  readonly local: LocalPass | undefined;
  readonly chain: Chain;
  /** The whole chain, coded to coded; built when first asked for. Undefined where the exact chain must run. */
  table(): ColorTable | undefined;
  /** Builds the table in pieces, for those who will ask for it. */
  prepareTable(): Steps<void>;
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

/** Undefined when nothing has to be done. In pieces: what the photo has to be asked is found out on the way. */
export function* planSteps(source: RenderSource, settings: Settings): Steps<Plan | undefined> {
  const parts = [settings, ...activeCorrections(settings).map(localSettings)];
  yield* prepareLocal(source, parts);
  yield* prepareRegions(source, settings);
  const plan = planOf(source, settings);
  // Compiled kernels build a table in a millisecond, and not always the same ones.
  if (!plan || source.kernels) return plan;
  for (const development of [plan.global, ...plan.corrections])
    if (development) yield* development.prepareTable();
  return plan;
}

function planOf(source: RenderSource, settings: Settings): Plan | undefined {
  const vignette = vignetteOf(source, settings);
  const active = activeCorrections(settings).map((correction) => ({
    correction,
    mask: correctionMask(source, correction),
  }));
  const corrections = active.flatMap(({ correction, mask }) => {
    const development = developmentOf(source, localSettings(correction), false, CORRECTION_TABLE);
    return development ? [{ ...development, mask }] : [];
  });
  const { MaskGroupBasedCorrections: _, ...own } = settings;
  const global = developmentOf(source, own, vignette?.scene ?? false, Number.POSITIVE_INFINITY);
  const detail = detailPlan(source, settings, active);
  if (!global && corrections.length === 0 && !vignette && !detail) return undefined;
  return { global, corrections, vignette, detail };
}

/** Corrections touch a part and mostly move it less: their tables stay at this size. */
const CORRECTION_TABLE = 33;

/**
 * @param most largest table that is worth building, nodes per edge
 */
function developmentOf(
  source: RenderSource,
  settings: Settings,
  scene: boolean,
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
  const pixels = raster.width * source.window.height;
  const size = Math.min(tableSize(pixels), most);
  // Local gains and the vignette of a raw preview work between the base curve's removal and the rest.
  const divided = sceneWork && chain.enterScene !== undefined;
  const fast = chain.develop && !divided && depthOf(raster.data) === 8 && tablePays(size, pixels);
  if (!fast) return { local, chain, table: () => undefined, *prepareTable() {} };
  const { kernels } = source;
  function* build(): Steps<ColorTable> {
    if (kernels) {
      const steps = [...chain.steps.enterScene, ...chain.steps.develop];
      return new ColorTable(size, buildNodes(kernels, size, raster.space, steps));
    }
    return yield* buildTable(size, (samples, count) => {
      decodeSpace(raster.space, samples, count);
      chain.enterScene?.(samples, count);
      chain.develop?.(samples, count);
      encodeSpaceExtended(raster.space, samples, count);
    });
  }
  let table: ColorTable | undefined;
  const tableSteps = () => keptTable(source, JSON.stringify([settings, sceneWork]), build);
  return {
    local,
    chain,
    table: () => (table ??= runNow(tableSteps())),
    *prepareTable() {
      table ??= yield* tableSteps();
    },
  };
}
