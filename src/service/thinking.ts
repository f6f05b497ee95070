import type { JobNews } from './jobs.ts';

/** A job's thinking is kept with its events: more than a person reads would only take memory. Characters. */
const MOST = 20_000;
/** A model can send a thousand pieces a second; a screen shows a few. Milliseconds. */
const EVERY_MS = 200;

export interface FewPieces {
  tell(news: JobNews): void;
  /** Nothing more comes. */
  end(): void;
}

/** Passes news on at once, and thinking in a few pieces a second, in its place among the other news and not without end. */
export function inFewPieces(tell: (news: JobNews) => void): FewPieces {
  let waiting = '';
  let told = 0;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const text = waiting;
    waiting = '';
    if (text !== '') tell({ type: 'thinking', text });
  }
  return {
    tell(news) {
      if (news.type !== 'thinking') {
        flush();
        tell(news);
        return;
      }
      if (told >= MOST) return;
      const left = MOST - told;
      told += news.text.length;
      waiting += news.text.length > left ? `${news.text.slice(0, left)}…` : news.text;
      timer ??= setTimeout(flush, EVERY_MS).unref();
    },
    end: () => clearTimeout(timer),
  };
}
