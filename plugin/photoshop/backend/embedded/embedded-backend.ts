import type { Raster } from '#image/raster.ts';
import { fitSteps } from '#image/resample.ts';
import { runInTurns } from '#image/steps.ts';
import { prepareReading } from '#instruction/language.ts';
import { readInstruction } from '#instruction/read.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { keepPhotos } from '#retouch/kept.ts';
import { OBSERVATION_EDGE } from '#retouch/observe.ts';
import { type OwnPictures, rankSettings } from '#retouch/rank-settings.ts';
import { createTurns } from '#retouch/turns.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import type { Settings } from '#settings/settings.ts';
import {
  instructionSchema,
  LIMITS,
  type RankReply,
  type RankRequest,
  rankRequestSchema,
  renderRequestSchema,
} from '#wire/api.ts';
import { check } from '#wire/check.ts';
import { RetouchError } from '#wire/error.ts';
import type { Backend } from '../backend.ts';
import { nextTurn } from '../next-turn.ts';
import { keepRenderings } from './kept-renderings.ts';
import { type AlonePhoto, openPhoto } from './open-photo.ts';
import { retouchAlone } from './retouch-alone.ts';
import { createWarmUp } from './warm-up.ts';

export interface EmbeddedOptions {
  /** Version of the product. */
  readonly version: string;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Gives the host its turn. Default: `nextTurn`. */
  readonly yieldTo?: () => Promise<void>;
  /** How long work goes on before the host has its turn, ms. Default 6: with the last piece it stays under 16. */
  readonly budgetMs?: number;
  /** What photos may take together. Default 192 MiB: hosts warn of plug-ins from about 600 MB on. */
  readonly maxBytes?: number;
  /** Whether an opened photo is tried out on an example, so that the first wish is answered faster. Default true. */
  readonly warmUp?: boolean;
}

/**
 * The whole product in the panel itself, in plain TypeScript on the panel's only thread: everything is done in pieces
 * of a few milliseconds, so that the host does not stutter. The same pixels and requests give the same answers.
 */
export function createEmbeddedBackend(options: EmbeddedOptions): Backend {
  const { now, version, yieldTo = nextTurn, budgetMs = 6, maxBytes = 192 * 2 ** 20 } = options;
  const turn = createTurns({ budgetMs, now, yieldTo });
  const renderer = keepRenderings(embeddedRenderer);
  const parts = {
    read: readInstruction,
    policy: createEmbeddedPolicy({ renderer: embeddedRenderer }),
    reward: createEmbeddedReward(),
    renderer,
    now,
  };
  const photos = keepPhotos<AlonePhoto>(maxBytes, ({ bytes }) => bytes);
  let questions = 0;
  const warmUp = createWarmUp(parts, async () => {
    await turn();
    while (questions > 0) await yieldTo(); // what somebody waits for comes first
  });

  async function answer<T>(question: () => Promise<T>): Promise<T> {
    questions += 1;
    try {
      return await question();
    } finally {
      questions -= 1;
    }
  }

  /** Turns for one question: none is taken any more when the person gave it up. */
  function turnsFor(signal: AbortSignal): () => Promise<void> {
    const stop = () => {
      if (signal.aborted) throw new RetouchError('cancelled', 'Cancelled');
    };
    return async () => {
      stop();
      await turn();
      stop();
    };
  }

  async function rank(request: RankRequest, signal: AbortSignal, pictures?: OwnPictures): Promise<RankReply> {
    const body = check(rankRequestSchema, request);
    const photo = photos.get(body.photo);
    return rankSettings(body, photo, { ...parts, breathe: turnsFor(signal) }, signal, pictures);
  }

  async function render(id: string, settings: Settings, edge: number, signal: AbortSignal): Promise<Raster> {
    const wanted = check(renderRequestSchema, { settings, edge });
    const photo = photos.get(id);
    const breathe = turnsFor(signal);
    // Candidates were rendered at the preview's size already: smaller pictures are made of these.
    const size = Math.min(wanted.edge, photo.edge);
    if (size > OBSERVATION_EDGE) {
      const source = await runInTurns(photo.displayAt(size), breathe);
      return runInTurns(renderer.renderSteps(source, wanted.settings), breathe);
    }
    const picture = await runInTurns(renderer.renderSteps(photo.preview, wanted.settings), breathe);
    return runInTurns(fitSteps(picture, size), breathe);
  }

  return {
    specVersion: 1,
    id: 'alone',
    async about() {
      const versions = { engine: renderer.id, policy: parts.policy.id, reward: parts.reward.id };
      return { version, versions, limits: { ...LIMITS }, samples: [] };
    },
    async open(pixels, signal) {
      warmUp.stop();
      const photo = await openPhoto(pixels, renderer, turnsFor(signal));
      photos.put(photo);
      if (options.warmUp !== false) warmUp.start(photo);
      return photo.reply;
    },
    async read(instruction) {
      const sentence = check(instructionSchema, instruction);
      await runInTurns(prepareReading(), turn);
      return parts.read(sentence);
    },
    async retouch(request, onEvent, signal) {
      warmUp.stop();
      const photo = photos.get(request.photo);
      const breathe = turnsFor(signal);
      await runInTurns(prepareReading(), breathe);
      await retouchAlone(request, photo, { ...parts, breathe }, onEvent);
    },
    rank: (request, signal) => answer(() => rank(request, signal)),
    rankRendered: (request, renderings, before, signal) =>
      answer(() => rank(request, signal, { before, candidates: renderings })),
    render: (id, settings, edge, signal) => answer(() => render(id, settings, edge, signal)),
  };
}
