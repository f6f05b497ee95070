import { runInTurns } from '#image/steps.ts';
import { prepareReading } from '#instruction/language.ts';
import { type RetouchParts, retouch } from '#retouch/retouch.ts';
import type { AlonePhoto } from './open-photo.ts';

export interface WarmUp {
  /** Begins in the background. */
  start(photo: AlonePhoto): void;
  /** Somebody wants something: ends at the next turn. */
  stop(): void;
}

/**
 * Answers a photo's first example for nobody: what is measured on the photo once is then known, and the code has run
 * before somebody waits for it (the first run takes twice as long).
 */
export function createWarmUp(parts: RetouchParts, turn: () => Promise<void>): WarmUp {
  let running = 0;
  return {
    start({ observation, preview, reply }) {
      running += 1;
      const own = running;
      const breathe = async () => {
        await turn();
        if (own !== running) throw new Error('Not needed any more');
      };
      const instruction = reply.examples[0] ?? 'brighter';
      const wish = { instruction, candidates: 2, seed: 1, locks: [], base: {}, decodeMs: 0 };
      // Whatever goes wrong here goes wrong again, and is told, when somebody asks.
      runInTurns(prepareReading(), breathe)
        .then(() => retouch({ ...wish, observation, source: preview }, { ...parts, breathe }))
        .catch(() => {});
    },
    stop() {
      running += 1;
    },
  };
}
