import type * as z from 'zod';
import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { resizeSteps } from '#image/resample.ts';
import { runInTurns, type Steps } from '#image/steps.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { RewardModel } from '#reward/reward.ts';
import type { Settings } from '#settings/settings.ts';
import type { RankReply, rankRequestSchema } from '#wire/api.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import { RetouchError } from '#wire/error.ts';
import type { Reading } from '#wire/goal.ts';
import { openAccount } from './account.ts';
import { rankCandidates } from './rank.ts';

export interface RankParts {
  readonly read: (instruction: string) => Reading;
  readonly renderer: Renderer;
  readonly reward: RewardModel;
  readonly breathe?: () => Promise<void>;
}

/** What candidates are rendered from. */
export interface RankedPhoto {
  readonly observation: Observation;
  /** The observation's preview, opened for rendering. */
  readonly preview: RenderSource;
}

/** Pictures that somebody else rendered, of any size with the photo's proportions. */
export interface OwnPictures {
  /** Under the base settings. */
  readonly before: Raster;
  /** By candidate id. */
  readonly candidates: Readonly<Record<string, Raster>>;
}

/**
 * Scores and ranks given settings: what the engine makes of them, or the pictures that a host made of them itself.
 *
 * @throws RetouchError `bad-request` when a picture is missing, `cancelled`
 */
export async function rankSettings(
  request: z.output<typeof rankRequestSchema>,
  { observation, preview }: RankedPhoto,
  parts: RankParts,
  signal?: Cancellation,
  pictures?: OwnPictures,
): Promise<RankReply> {
  const { instruction, base, weights } = request;
  const { breathe, renderer, reward } = parts;
  const turns = { ...(breathe ? { breathe } : {}), ...(signal ? { signal } : {}) };
  const reading = request.reading ?? parts.read(instruction);
  const pictureOf = async (settings: Settings, own: Raster | undefined) => {
    const steps = pictures ? sameSize(own, preview.raster) : renderer.renderSteps(preview, settings);
    const picture = await runInTurns(steps, breathe);
    if (signal?.aborted) throw new RetouchError('cancelled', 'The ranking was cancelled');
    return picture;
  };
  const before = await pictureOf(base, pictures?.before);
  const candidates = [];
  for (const { id, settings } of request.candidates)
    candidates.push({ settings, after: await pictureOf(settings, pictures?.candidates[id]) });
  const { told, ...reports } = openAccount();
  const asked = { observation, instruction, reading, base, before, candidates, ...turns, ...reports };
  const rewards = await reward.doScore(weights === undefined ? asked : { ...asked, weights });
  const scored = request.candidates.map(({ id }, index) => ({ id, reward: rewards[index]! }));
  const { ranked, verdict } = rankCandidates(scored, reward.noise);
  return {
    reward: reward.id,
    noise: reward.noise,
    candidates: scored.map((candidate) => ({ ...candidate, rank: ranked.indexOf(candidate) + 1 })),
    verdict,
    ...told(),
  };
}

/** Scores are measured on pictures of the preview's size: their noise is known there. */
function* sameSize(picture: Raster | undefined, { width, height }: Raster): Steps<Raster> {
  if (picture === undefined)
    throw new RetouchError('bad-request', 'A picture is missing: give one for every candidate');
  return yield* resizeSteps(picture, width, height);
}
