import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto } from '#node/encode.ts';
import type { Logger } from '#node/logger.ts';
import { renderInTurns } from '#node/render-in-turns.ts';
import { sha256 } from '#node/sha256.ts';
import { version } from '#node/version.ts';
import { createRenderPool } from '#node/worker-pool.ts';
import { settingsXmp } from '#retouch/commit.ts';
import { observe } from '#retouch/observe.ts';
import type { ServiceParts } from '#service/parts.ts';
import { samplesOf } from '#service/samples.ts';
import { toStoredFrame } from '#settings/orient.ts';
import { embedSettings } from '#xmp/embed.ts';
import { choosePolicy, chooseReward, retouchParts } from './parts.ts';

export interface ServiceChoice {
  readonly policy: string;
  readonly reward: string;
  /** Folder of the sample scenes. */
  readonly samples: string;
  readonly logger: Logger;
}

/** The composition root of the service: the real parts, in the shape that the service asks for. */
export function serviceParts({ policy, reward, samples, logger }: ServiceChoice): ServiceParts {
  const pool = createRenderPool();
  pool.warm();
  const parts = retouchParts({ policy: choosePolicy(policy), reward: chooseReward(reward) });
  return {
    ...parts,
    version,
    observe,
    decode: decodePhoto,
    encode: encodePhoto,
    renderInTurns,
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
