import { createJobs, JOB_LIMITS, type JobLimits, type JobNews } from '#service/jobs.ts';
import type { RetouchEvent } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';

const news: JobNews = { type: 'stage-start', stage: 'read', elapsedMs: 1 };

function jobsWith(limits: Partial<JobLimits> = {}, clock = { now: 0 }) {
  return createJobs(() => clock.now, { ...JOB_LIMITS, ...limits });
}

/** A job that runs until `end` or `fail` is called, and remembers its signal. */
function controlled() {
  let finish: { resolve: () => void; reject: (error: unknown) => void };
  const done = new Promise<void>((resolve, reject) => {
    finish = { resolve, reject };
  });
  const seen: { signal?: AbortSignal; tell?: (news: JobNews) => void } = {};
  return {
    seen,
    run: (tell: (news: JobNews) => void, signal: AbortSignal) => {
      Object.assign(seen, { tell, signal });
      return done;
    },
    end: () => finish.resolve(),
    fail: (error: unknown) => finish.reject(error),
  };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('events are numbered from 1 and kept for those who come late', async () => {
  const jobs = jobsWith();
  const work = controlled();
  const job = jobs.start(work.run);
  work.seen.tell!(news);
  work.seen.tell!(news);
  const heard: (RetouchEvent | undefined)[] = [];
  job.watch(1, (event) => heard.push(event));
  work.seen.tell!(news);
  work.end();
  await turn();
  expect(job.status).toBe('done');
  expect(heard.map((event) => event?.sequence)).toEqual([2, 3, undefined]);
  expect(jobs.get(job.id)).toBe(job);
});

test('a failing job says why', async () => {
  const work = controlled();
  const job = jobsWith().start(work.run);
  work.fail(new RetouchError('model-failed', 'The policy did not answer'));
  await turn();
  expect([job.status, job.events]).toEqual([
    'failed',
    [{ type: 'job-failed', sequence: 1, code: 'model-failed', message: 'The policy did not answer' }],
  ]);
});

test('cancelling fires the signal and ends the events, whatever the work does after', async () => {
  const work = controlled();
  const job = jobsWith().start(work.run);
  job.cancel();
  work.seen.tell!(news);
  work.end();
  await turn();
  expect(work.seen.signal!.aborted).toBe(true);
  expect([job.status, job.events.map(({ type }) => type)]).toEqual(['cancelled', ['job-failed']]);
});

test('a job is cancelled when its last watcher leaves and nobody comes back', async () => {
  const work = controlled();
  const job = jobsWith({ graceMs: 0 }).start(work.run);
  const leave = [job.watch(0, () => {}), job.watch(0, () => {})];
  leave[0]!();
  await turn();
  expect(job.status).toBe('running');
  leave[1]!();
  await turn();
  expect([job.status, work.seen.signal!.aborted]).toEqual(['cancelled', true]);
});

test('a watcher who comes back in time keeps the job', async () => {
  const job = jobsWith({ graceMs: 0 }).start(controlled().run);
  job.watch(0, () => {})();
  job.watch(0, () => {});
  await turn();
  expect(job.status).toBe('running');
  job.cancel();
});

test('a job that nobody asks for is cancelled', async () => {
  const job = jobsWith({ abandonMs: 0 }).start(controlled().run);
  await turn();
  expect(job.status).toBe('cancelled');
});

test('a job over its time is stopped', async () => {
  const work = controlled();
  const job = jobsWith({ jobMs: 0 }).start(work.run);
  await turn();
  expect([job.status, work.seen.signal!.aborted, job.events[0]]).toMatchObject([
    'failed',
    true,
    { code: 'timeout' },
  ]);
});

test('more jobs than allowed are refused until one ends', async () => {
  const jobs = jobsWith({ running: 2 });
  const [one] = [jobs.start(controlled().run), jobs.start(controlled().run)];
  expect(() => jobs.start(controlled().run)).toThrow(expect.objectContaining({ code: 'busy' }));
  one!.cancel();
  expect(jobs.running).toBe(1);
  jobs.start(controlled().run);
  jobs.close();
  expect(jobs.running).toBe(0);
});

test('an ended job is forgotten after a while', async () => {
  const clock = { now: 0 };
  const jobs = jobsWith({ keepMs: 1000 }, clock);
  const job = jobs.start(async () => {});
  await turn();
  clock.now = 1000;
  expect(jobs.get(job.id)).toBe(job);
  clock.now = 1001;
  expect(() => jobs.get(job.id)).toThrow(expect.objectContaining({ code: 'not-found' }));
});

test('only so many ended jobs are kept', async () => {
  const jobs = jobsWith({ kept: 2 });
  const ids: string[] = [];
  for (let index = 0; index < 5; index++) {
    ids.push(jobs.start(async () => {}).id);
    await turn();
  }
  jobs.start(async () => {});
  const known = ids.filter((id) => {
    try {
      return jobs.get(id) !== undefined;
    } catch {
      return false;
    }
  });
  expect(known.length).toBeLessThanOrEqual(2);
});
