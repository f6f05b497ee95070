import { randomUUID } from 'node:crypto';
import type { RetouchEvent, RetouchStatus } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';

type WithoutSequence<Event> = Event extends unknown ? Omit<Event, 'sequence'> : never;
/** An event before the job numbers it. */
export type JobNews = WithoutSequence<RetouchEvent>;

export interface Job {
  readonly id: string;
  readonly status: RetouchStatus['status'];
  readonly events: readonly RetouchEvent[];
  cancel(): void;
  /** Somebody asked for it: it is not abandoned. */
  touch(): void;
  /**
   * Calls with every event after `since`, old ones at once, then with undefined when the job has ended.
   *
   * @returns stops watching; a running job that nobody watches any more is cancelled after the grace time
   */
  watch(since: number, listener: (event: RetouchEvent | undefined) => void): () => void;
}

export interface Jobs {
  /**
   * Starts `run` and returns at once.
   *
   * @throws RetouchError `busy`
   */
  start(run: (tell: (news: JobNews) => void, signal: AbortSignal) => Promise<void>): Job;
  /** @throws RetouchError `not-found` */
  get(id: string): Job;
  /** Cancels all of them (shutdown). */
  close(): void;
  readonly running: number;
}

export interface JobLimits {
  readonly running: number;
  readonly kept: number;
  /** A finished job is forgotten after this many milliseconds. */
  readonly keepMs: number;
  /** A running job is cancelled when nobody asked for it for this long (polling clients). */
  readonly abandonMs: number;
  /** The same after the last stream was closed (a page may reconnect). */
  readonly graceMs: number;
  /** Longest a job may run. */
  readonly jobMs: number;
}

export const JOB_LIMITS: JobLimits = {
  running: 8,
  kept: 100,
  keepMs: 600_000,
  abandonMs: 60_000,
  graceMs: 2000,
  jobMs: 300_000,
};

/** @param now milliseconds, monotonic */
export function createJobs(now: () => number, limits: JobLimits = JOB_LIMITS): Jobs {
  const jobs = new Map<string, { job: Job; endedAt: () => number | undefined }>();
  const runningCount = () => [...jobs.values()].filter(({ job }) => job.status === 'running').length;
  function forget(): void {
    const ended = [...jobs].filter(([, { endedAt }]) => endedAt() !== undefined);
    const surplus = jobs.size - limits.kept;
    for (const [index, [id, { endedAt }]] of ended.entries()) {
      if (index < surplus || now() - endedAt()! > limits.keepMs) jobs.delete(id);
    }
  }
  return {
    start(run) {
      forget();
      if (runningCount() >= limits.running)
        throw new RetouchError('busy', 'Too many retouches are running; try again in a moment');
      const started = startJob(run, limits, now);
      jobs.set(started.job.id, started);
      return started.job;
    },
    get(id) {
      forget();
      const found = jobs.get(id);
      if (found === undefined)
        throw new RetouchError('not-found', 'This retouch is not known (any more): start it again');
      return found.job;
    },
    close() {
      for (const { job } of jobs.values()) job.cancel();
    },
    get running() {
      return runningCount();
    },
  };
}

function startJob(run: Parameters<Jobs['start']>[0], limits: JobLimits, now: () => number) {
  const controller = new AbortController();
  const events: RetouchEvent[] = [];
  const listeners = new Set<(event: RetouchEvent | undefined) => void>();
  let status: RetouchStatus['status'] = 'running';
  let endedAt: number | undefined;
  let abandon: NodeJS.Timeout | undefined;

  function tell(news: JobNews): void {
    if (status !== 'running') return;
    const event = { ...news, sequence: events.length + 1 } as RetouchEvent;
    events.push(event);
    for (const listener of listeners) listener(event);
  }
  function end(outcome: RetouchStatus['status']): void {
    if (status !== 'running') return;
    status = outcome;
    endedAt = now();
    clearTimeout(abandon);
    clearTimeout(limit);
    for (const listener of listeners) listener(undefined);
    listeners.clear();
  }
  function fail(error: RetouchError): void {
    tell({ type: 'job-failed', code: error.code, message: error.message });
    end(error.code === 'cancelled' ? 'cancelled' : 'failed');
  }
  function cancelAfter(milliseconds: number): void {
    clearTimeout(abandon);
    if (status === 'running') abandon = setTimeout(job.cancel, milliseconds).unref();
  }
  const job: Job = {
    id: randomUUID(),
    get status() {
      return status;
    },
    events,
    cancel() {
      fail(new RetouchError('cancelled', 'The retouch was cancelled'));
      controller.abort();
    },
    touch() {
      if (listeners.size === 0) cancelAfter(limits.abandonMs);
    },
    watch(since, listener) {
      clearTimeout(abandon);
      for (const event of events.slice(Math.max(0, since))) listener(event);
      if (status !== 'running') {
        listener(undefined);
        return () => {};
      }
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) cancelAfter(limits.graceMs);
      };
    },
  };
  const limit = setTimeout(() => {
    fail(
      new RetouchError(
        'timeout',
        `The retouch took longer than ${Math.round(limits.jobMs / 1000)} s and was stopped`,
      ),
    );
    controller.abort();
  }, limits.jobMs).unref();
  cancelAfter(limits.abandonMs);
  run(tell, controller.signal).then(
    () => end('done'),
    (error) => fail(RetouchError.wrap(error)),
  );
  return { job, endedAt: () => endedAt };
}
