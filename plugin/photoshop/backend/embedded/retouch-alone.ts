import { type RetouchParts, retouch } from '#retouch/retouch.ts';
import { type RetouchEvent, type RetouchJobRequest, retouchRequestSchema } from '#wire/api.ts';
import { check } from '#wire/check.ts';
import { RetouchError } from '#wire/error.ts';
import type { AlonePhoto } from './open-photo.ts';

type WithoutSequence<Event> = Event extends unknown ? Omit<Event, 'sequence'> : never;

/**
 * The whole job, with the events that the service tells of one.
 *
 * @throws RetouchError `cancelled`, `bad-request`, `bad-settings`, `internal`; told as an event, too
 */
export async function retouchAlone(
  request: RetouchJobRequest,
  { observation, preview }: AlonePhoto,
  parts: Omit<RetouchParts, 'onNews'>,
  onEvent: (event: RetouchEvent) => void,
): Promise<void> {
  const { photo: _, reading, ...wish } = check(retouchRequestSchema, request);
  let sequence = 0;
  const tell = (news: WithoutSequence<RetouchEvent>) => {
    sequence += 1;
    onEvent({ ...news, sequence } as RetouchEvent);
  };
  tell({ type: 'stage-start', stage: 'observe', elapsedMs: 0 });
  try {
    const corrected = reading === undefined ? {} : { reading };
    const wanted = { ...wish, ...corrected, observation, source: preview, decodeMs: 0 };
    tell({ type: 'result-ready', result: await retouch(wanted, { ...parts, onNews: tell }) });
  } catch (cause) {
    const error = RetouchError.wrap(cause);
    tell({ type: 'job-failed', code: error.code, message: error.message });
    throw error;
  }
}
