/** Lets requests to one address through: so many at once, so many a minute, in the order they came. */
export interface Turnstile {
  /**
   * Waits for a turn.
   *
   * @returns what gives the place back; to be called once
   * @throws {QueueFull} at once, when too many wait already
   * @throws what `signal` ended with, as `DOMException`
   */
  enter(signal: AbortSignal): Promise<() => void>;
  /** Lets nobody through for `ms`: the server asked for it. */
  pause(ms: number): void;
  readonly running: number;
  readonly waiting: number;
}

export interface TurnstileLimits {
  readonly concurrency: number;
  readonly requestsPerMinute?: number;
  /** Most that wait; each keeps its pictures in memory. */
  readonly queue: number;
}

export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

const MINUTE = 60_000;

/** `now`: ms, monotonic. */
export function createTurnstile(limits: TurnstileLimits, now: () => number): Turnstile {
  const queue: (() => void)[] = [];
  /** When the requests of the last minute began, oldest first. */
  const begun: number[] = [];
  let running = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  /** How long until the next may begin, ms; 0 for at once. */
  function delay(): number {
    const time = now();
    let wait = Math.max(0, pausedUntil - time);
    if (limits.requestsPerMinute !== undefined) {
      while (begun.length > 0 && begun[0]! <= time - MINUTE) begun.shift();
      const [most, spacing] = [
        Math.max(1, Math.floor(limits.requestsPerMinute)),
        MINUTE / limits.requestsPerMinute,
      ];
      // Below one a minute there is no window to fill, only a distance to keep.
      const free = begun.length < most ? 0 : begun[0]! + Math.max(MINUTE, spacing) - time;
      wait = Math.max(wait, free);
    }
    return wait;
  }

  function advance(): void {
    clearTimeout(timer);
    while (queue.length > 0 && running < limits.concurrency) {
      const wait = delay();
      if (wait > 0) {
        timer = setTimeout(advance, Math.ceil(wait));
        return;
      }
      running++;
      if (limits.requestsPerMinute !== undefined) begun.push(now());
      queue.shift()!();
    }
  }

  function leave(): void {
    running--;
    advance();
  }

  return {
    enter(signal) {
      signal.throwIfAborted();
      if (queue.length >= limits.queue) return Promise.reject(new QueueFull());
      return new Promise((resolve, reject) => {
        const begin = () => {
          signal.removeEventListener('abort', giveUp);
          resolve(leave);
        };
        const giveUp = () => {
          const place = queue.indexOf(begin);
          if (place !== -1) queue.splice(place, 1);
          if (queue.length === 0) clearTimeout(timer);
          reject(signal.reason);
        };
        signal.addEventListener('abort', giveUp, { once: true });
        queue.push(begin);
        advance();
      });
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
    get running() {
      return running;
    },
    get waiting() {
      return queue.length;
    },
  };
}
