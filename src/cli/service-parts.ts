import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto } from '#node/encode.ts';
import type { Logger } from '#node/logger.ts';
import { sha256 } from '#node/sha256.ts';
import { version } from '#node/version.ts';
import { createRenderPool } from '#node/worker-pool.ts';
import type { PolicyModel } from '#policy/policy.ts';
import { settingsXmp } from '#retouch/commit.ts';
import { createTurns } from '#retouch/turns.ts';
import type { RewardModel } from '#reward/reward.ts';
import type { ServiceModels } from '#service/models.ts';
import type { ServiceParts } from '#service/parts.ts';
import { samplesOf } from '#service/samples.ts';
import { toStoredFrame } from '#settings/orient.ts';
import { embedSettings } from '#xmp/embed.ts';
import { retouchParts } from './parts.ts';

/** How long work goes on before other requests have their turn, ms. */
const TURN_MS = 5;

export interface ServiceChoice {
  readonly policy: PolicyModel;
  readonly reward: RewardModel;
  /** Whom requests may name in place of these two. */
  readonly models: ServiceModels;
  /** Folder of the sample scenes. */
  readonly samples: string;
  readonly logger: Logger;
}

/** The composition root of the service: the real parts, in the shape that the service asks for. */
export function serviceParts({ policy, reward, models, samples, logger }: ServiceChoice): ServiceParts {
  const pool = createRenderPool();
  pool.warm();
  const parts = retouchParts({ policy, reward });
  return {
    ...parts,
    models,
    version,
    decode: decodePhoto,
    encode: encodePhoto,
    breathe: createTurns({ budgetMs: TURN_MS, now: () => performance.now(), yieldTo: () => setImmediate() }),
    pool,
    writeXmp: ({ name, source, bytes, orientation }, settings, title) => ({
      content: settingsXmp({ id: sha256(bytes), title, settings }, { name, source, orientation }),
      extension: '.xmp',
      contentType: 'application/rdf+xml',
    }),
    embed: ({ bytes, format, orientation }, settings) => ({
      content: embedSettings(bytes, toStoredFrame(settings, orientation)),
      extension: format === 'jpeg' ? '.jpg' : '.png',
      contentType: `image/${format}`,
    }),
    samples: samplesOf({
      list: () => readdir(samples).catch(() => []),
      read: (name) => readFile(join(samples, name)),
    }),
    logger,
  };
}
