import type { Raster } from '#image/raster.ts';
import type { RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { cancelledError, lostError } from './job-run.ts';
import { memoryError } from './memory-error.ts';
import { sendSource } from './sent-source.ts';
import type { Slot, SlotTask } from './slot.ts';

/**
 * Renders an opened photo in a slot.
 *
 * @throws RetouchError what rendering says; `cancelled`; `internal` when the worker died
 */
export function runPreview(
  slot: Slot,
  source: RenderSource,
  settings: Settings,
  signal: AbortSignal | undefined,
): Promise<Raster> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelledError());
      return;
    }
    const settle = (act: () => void) => {
      signal?.removeEventListener('abort', onAbort);
      act();
    };
    const task: SlotTask = {
      start: (post) => post({ type: 'preview', source: sendSource(source), settings }),
      hear(message) {
        if (message.type === 'picture') settle(() => resolve({ ...source.raster, data: message.data }));
        if (message.type === 'failed') settle(() => reject(new RetouchError(message.code, message.message)));
        return message.type === 'done' || message.type === 'failed';
      },
      lost: (cause) => settle(() => reject(memoryError(cause) ?? lostError(cause))),
    };
    // What runs is over in a moment, and heard by nobody.
    const onAbort = () =>
      settle(() => {
        slot.remove(task);
        reject(cancelledError());
      });
    signal?.addEventListener('abort', onAbort);
    slot.add(task);
  });
}
