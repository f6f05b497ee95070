import type { Region } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { OpenOptions, Renderer } from '#render/renderer.ts';
import { clampSettings } from '#settings/clamp.ts';
import { diffSettings } from '#settings/diff.ts';
import { roundSettings } from '#settings/normalize.ts';
import type { Settings } from '#settings/settings.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import { RetouchError } from '#wire/error.ts';
import { align } from './match/align.ts';
import { isMonochrome } from './match/monochrome.ts';
import { type Residual, residualOf } from './match/residual.ts';
import { polish, search, settingsOf, startOf } from './match/search.ts';
import { type Pair, reduced, sightOf } from './match/sight.ts';
import { stagesFor } from './match/stages.ts';
import { deltasTo, distanceOf } from './match/target.ts';

export interface MatchRequest {
  /** The picture as it is without any settings. */
  readonly before: Raster;
  /** The same picture as it should look; of any size, space and depth. */
  readonly after: Raster;
  /** What `before` is; see `Renderer.open`. */
  readonly open?: OpenOptions;
  /** Settings that the search starts from and that stay where they need not change. @default none */
  readonly base?: Settings;
  /** `crs:` names that keep their value of `base`. */
  readonly locks?: readonly string[];
  /** Parts to report on; masks of any size, over the whole frame. */
  readonly regions?: readonly Region[];
  readonly signal?: Cancellation;
  /** Lets other work have its turn; called every few milliseconds. */
  readonly breathe?: () => Promise<void>;
}

export interface Match {
  /** Complete, in range and at the sliders' steps. */
  readonly settings: Settings;
  readonly residual: Residual;
  /** What was tried in which order, and what it brought. */
  readonly steps: readonly MatchStep[];
  /** Share of the frame on which both pictures surely show the same, 0…1. */
  readonly covered: number;
  /** How alike the drawing of both is, −1…1, whatever their light and colours. */
  readonly likeness: number;
  /** Whether `after` had to be moved, cropped or stretched to lie on `before`. */
  readonly moved: boolean;
}

export interface MatchStep {
  readonly stage: string;
  /** `crs:` names that were moved when it ended. */
  readonly moved: readonly string[];
  /** Whether it brought enough to stay. */
  readonly kept: boolean;
  /** Mean ΔE00 when it ended. */
  readonly mean: number;
}

/** Long edge of the preview on which is searched, px: tone and colour are all there, and a rendering takes 1 ms. */
const EDGE = 128;
/** Long edge on which the settings found are polished: what lies beside an edge is mixed less. */
const POLISH_EDGE = 256;
/** Long edge to which the wanted picture is reduced first: its px are the steps in which it is brought into place. */
const FINE_EDGE = 512;
/** Likeness below which two pictures are not of the same scene; unrelated photographs have up to 0.1. */
const SAME_SCENE = 0.2;
/** Share of the frame that has to be comparable. */
const LEAST_SHARE = 0.01;

/**
 * Finds develop settings that turn one picture into another: what an example, a preset's preview or a picture generator
 * did to light and colour, as sliders. Content that changed is left out of account; what sliders cannot do stays in the
 * residual.
 *
 * @throws {RetouchError} `bad-photo` when the pictures do not show the same, `cancelled` when the signal fires.
 */
export async function matchEdit(request: MatchRequest, renderer: Renderer): Promise<Match> {
  const { base = {}, locks = [], open = {} } = request;
  const turn = async () => {
    request.signal?.throwIfAborted();
    await request.breathe?.();
  };
  const after = reduced(request.after, FINE_EDGE);
  // Not larger than what it is compared with: that has no more to tell.
  const edge = Math.min(EDGE, Math.max(after.width, after.height));
  const aligned = await align(reduced(request.before, edge), after, turn);
  if (aligned.likeness < SAME_SCENE) throw notAlike();
  const pair: Pair = { before: request.before, open, after, rect: aligned.rect };
  const coarse = sightOf(pair, edge, renderer);
  if (coarse.target.pixels.length < LEAST_SHARE * coarse.trust.length) throw notAlike();

  const grey = isMonochrome(coarse.target, coarse.before) && !locks.includes('ConvertToGrayscale');
  const start: Settings = grey ? { ...base, ConvertToGrayscale: true } : base;
  const stages = stagesFor({
    base: start,
    asShot: coarse.source.asShot,
    kelvin: coarse.source.source === 'raw-preview' || base['Temperature'] !== undefined,
    grey,
    locked: locks,
  });
  const steps: MatchStep[] = [];
  let found = startOf(start);
  for await (const { stage, kept, state } of search(found, stages, coarse.problem, turn)) {
    found = state;
    const settings = settingsOf(found);
    const deltas = deltasTo(coarse.target, coarse.labUnder(settings));
    steps.push({
      stage,
      kept,
      moved: movedNames(base, settings),
      mean: distanceOf(deltas, coarse.target)?.mean ?? 0,
    });
  }

  const fine = sightOf(pair, Math.min(POLISH_EDGE, Math.max(after.width, after.height)), renderer);
  const settings = finished(settingsOf(await polish(found, fine.problem, turn)));
  return {
    settings,
    residual: residualOf(fine, [fine.labUnder(base), fine.labUnder(settings)], request.regions ?? []),
    steps,
    covered: fine.trust.reduce((sum, value) => sum + (value > 0.5 ? 1 : 0), 0) / fine.trust.length,
    likeness: Math.round(aligned.likeness * 1000) / 1000,
    moved: aligned.moved,
  };
}

function notAlike(): RetouchError {
  return new RetouchError(
    'bad-photo',
    'The two pictures do not show the same scene, so that no settings lead from one to the other: give the edited version of the first picture as the second',
  );
}

function finished(settings: Settings): Settings {
  return roundSettings(clampSettings(settings).settings, { dropNeutral: true });
}

function movedNames(base: Settings, settings: Settings): string[] {
  return diffSettings(base, settings).map(({ name }) => name);
}
