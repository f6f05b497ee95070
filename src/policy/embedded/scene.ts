import { labSteps } from '#image/lab.ts';
import type { Observation } from '#image/observation.ts';
import type { LabImage, Raster } from '#image/raster.ts';
import { fitSteps } from '#image/resample.ts';
import type { Steps } from '#image/steps.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import type { GoalRegion } from '#wire/goal.ts';
import { type Measures, measure } from './measure.ts';
import { regionWeights } from './region.ts';

/** Long edge of the picture that is rendered over and over while solving, px. */
export const SCENE_EDGE = 72;

/** One rendering of the small picture. */
export interface Shot {
  readonly raster: Raster;
  readonly lab: LabImage;
  /** Of the frame, without the regions that must stay. */
  readonly measures: Measures;
  /** Of parts of the frame, as far as they were asked for (see `within`). */
  readonly parts: Map<MeasuredPart, Measures | undefined>;
}

/** What is measured apart: a part of the picture, or what was near grey in it at the start. */
export type MeasuredPart = GoalRegion | 'neutral';

/** The photo, small, ready to be rendered under any settings and measured. */
export interface Scene {
  readonly observation: Observation;
  /** Where the edit starts: the photo under the base settings. */
  readonly before: Shot;
  shoot(settings: Settings): Steps<Shot>;
  /** Measures of a shot within a region of the starting picture; undefined when the photo has no such part. */
  within(shot: Shot, part: MeasuredPart): Measures | undefined;
  weights(part: MeasuredPart): Float32Array | undefined;
}

/** What makes a photo ready to be solved for. */
export type OpenScene = (
  observation: Observation,
  base: Settings,
  kept: readonly GoalRegion[],
) => Steps<Scene>;

/** The small picture of a photo is made once, with all that the renderer measures on it. */
export function createSceneOpener(renderer: Renderer): OpenScene {
  const sources = new WeakMap<Observation, RenderSource>();
  return function* open(observation, base, kept) {
    const { preview, photo } = observation;
    const source =
      sources.get(observation) ??
      renderer.open(yield* fitSteps(preview, SCENE_EDGE), { source: photo.source });
    sources.set(observation, source);
    return yield* openScene(observation, (settings) => renderer.renderSteps(source, settings), base, kept);
  };
}

function* openScene(
  observation: Observation,
  render: (settings: Settings) => Steps<Raster>,
  base: Settings,
  kept: readonly GoalRegion[],
): Steps<Scene> {
  function* develop(settings: Settings) {
    const raster = yield* render(settings);
    return { raster, lab: yield* labSteps(raster) };
  }
  const start = yield* develop(base);
  yield;
  const free = freeWeights(kept, observation, start);
  yield;
  const finish = (shot: { raster: Raster; lab: LabImage }): Shot => ({
    ...shot,
    measures: measure(shot.lab, shot.raster, free),
    parts: new Map(),
  });
  const before = finish(start);
  // Drafts that share a goal try out the same slider from the same start.
  const shots = new Map<string, Shot>();
  function* shoot(settings: Settings): Steps<Shot> {
    const name = JSON.stringify(settings);
    const shot = shots.get(name) ?? finish(yield* develop(settings));
    shots.set(name, shot);
    return shot;
  }
  const known = new Map<MeasuredPart, Float32Array | undefined>();
  const weights = (part: MeasuredPart) =>
    remember(known, part, () => regionWeights(part, observation, before.raster, before.lab));
  const within = (shot: Shot, part: MeasuredPart) =>
    remember(shot.parts, part, () => {
      const inside = weights(part);
      return inside && measure(shot.lab, shot.raster, inside);
    });
  return { observation, before, shoot, weights, within };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as Value;
}

/** One minus the regions that must stay; undefined when there are none, or nothing would be left to measure. */
function freeWeights(
  kept: readonly GoalRegion[],
  observation: Observation,
  { raster, lab }: { raster: Raster; lab: LabImage },
): Float32Array | undefined {
  const masks = kept.flatMap((region) => regionWeights(region, observation, raster, lab) ?? []);
  if (masks.length === 0) return undefined;
  const free = masks[0]!.map((_, i) => masks.reduce((rest, mask) => rest * (1 - mask[i]!), 1));
  return free.reduce((sum, value) => sum + value, 0) > 0.1 * free.length ? free : undefined;
}
