import type { Settings } from '#settings/settings.ts';
import type { STAGES } from '#wire/api.ts';
import type { Cancellation } from '#wire/cancellation.ts';
import { RetouchError } from '#wire/error.ts';
import type { Reading } from '#wire/goal.ts';
import type { RetouchResult } from '#wire/result.ts';

export type Stage = (typeof STAGES)[number];

/** What a caller may show while the job runs. */
export type RetouchNews =
  | { readonly type: 'stage-start'; readonly stage: Stage; readonly elapsedMs: number }
  | { readonly type: 'reading-ready'; readonly reading: Reading }
  /** A piece of a model's thinking, as it arrives: there may be a thousand a second. */
  | { readonly type: 'thinking'; readonly text: string }
  | { readonly type: 'candidate-ready'; readonly title: string; readonly settings: Settings };

export interface Report {
  /** Closes the running stage, lets others have a turn, stops if cancelled, and opens the next. */
  stage(stage: Stage): Promise<void>;
  /** A turn for others within a stage. @throws {RetouchError} `cancelled` */
  pause(): Promise<void>;
  news(news: RetouchNews): void;
  timings(decodeMs: number): RetouchResult['timings'];
}

interface Clock {
  readonly now: () => number;
  readonly breathe?: () => Promise<void>;
  readonly onNews?: (news: RetouchNews) => void;
}

/** Keeps the time of every stage of one job and passes on what happens in it. */
export function startClock(parts: Clock, signal?: Cancellation): Report {
  const started = parts.now();
  const spent = new Map<Stage, number>();
  let running: { stage: Stage; since: number } | undefined;

  function close(): void {
    if (running) spent.set(running.stage, (spent.get(running.stage) ?? 0) + parts.now() - running.since);
    running = undefined;
  }
  async function pause(): Promise<void> {
    await parts.breathe?.();
    if (signal?.aborted) throw new RetouchError('cancelled', 'The retouch was cancelled');
  }
  return {
    pause,
    async stage(stage) {
      close();
      await pause();
      running = { stage, since: parts.now() };
      parts.onNews?.({ type: 'stage-start', stage, elapsedMs: rounded(running.since - started) });
    },
    news: (news) => parts.onNews?.(news),
    timings(decodeMs) {
      close();
      const of = (...stages: Stage[]) =>
        rounded(stages.reduce((sum, stage) => sum + (spent.get(stage) ?? 0), 0));
      return {
        decodeMs: rounded(decodeMs),
        proposeMs: of('read', 'propose'),
        renderMs: of('render'),
        scoreMs: of('score', 'rank'),
        totalMs: rounded(decodeMs + parts.now() - started),
      };
    },
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
