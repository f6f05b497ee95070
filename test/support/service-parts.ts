import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { readInstruction } from '#instruction/read.ts';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto } from '#node/encode.ts';
import { nodeRenderer } from '#node/engine.ts';
import { createRenderPool } from '#node/worker-pool.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import { createTurns } from '#retouch/turns.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import type { ServiceParts } from '#service/parts.ts';
import { samplesOf } from '#service/samples.ts';
import { photoFile } from './photo-files.ts';

/** A service's real parts, with one sample scene and a logger that remembers; `changes` replaces some. */
export function serviceParts(
  changes: Partial<ServiceParts> = {},
): ServiceParts & { readonly logged: string[]; readonly requests: string[] } {
  const logged: string[] = [];
  const requests: string[] = [];
  const logTo = (lines: string[]) => (fields: Record<string, unknown>, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`);
  };
  return {
    version: '0.0.0-test',
    read: readInstruction,
    policy: createEmbeddedPolicy({ renderer: nodeRenderer }),
    reward: createEmbeddedReward(),
    renderer: nodeRenderer,
    decode: (bytes, name) => decodePhoto(bytes, name),
    encode: encodePhoto,
    breathe: createTurns({ budgetMs: 5, now: () => performance.now(), yieldTo: () => setImmediate() }),
    pool: createRenderPool(),
    writeXmp: (photo, settings, title) => ({
      content: JSON.stringify({ name: photo.name, settings, title }),
      extension: '.xmp',
      contentType: 'application/rdf+xml',
    }),
    embed: (photo) => ({ content: photo.bytes, extension: '.jpg', contentType: 'image/jpeg' }),
    samples: samplesOf({
      list: async () => ['evening-street.jpg', 'notes.txt', '.complete'],
      read: () => photoFile({ width: 48, height: 32 }),
    }),
    logger: { info: logTo(requests), warn: logTo(logged), error: logTo(logged) },
    now: () => performance.now(),
    logged,
    requests,
    ...changes,
  };
}
