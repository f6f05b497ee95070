import { createBreaker } from '#openai/breaker.ts';
import { createEndpoints } from '#openai/endpoints.ts';
import { createTurnstile, QueueFull } from '#openai/turnstile.ts';
import { answer, reset, silentUntil, stall, status } from '../support/model-server/plays.ts';
import { modelFor, PLAIN, WITH_SCHEMA, withServer } from './support.ts';

/** A promise and what fulfils it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('a hundred requests against a slow server', () => {
  test('are let through few at a time, in order, and are all answered', async () => {
    const { opened, open } = gate();
    const done: number[] = [];
    await withServer(
      { plays: [silentUntil(opened, answer('Hello'))], profile: { concurrency: 4 } },
      async (model, server) => {
        const asked = Array.from({ length: 100 }, (_, i) => model.ask(PLAIN).then(() => done.push(i)));
        while (server.underWay < 4) await new Promise(setImmediate);
        expect(server.requests).toHaveLength(4);
        open();
        await Promise.all(asked);
        expect(server.mostUnderWay).toBe(4);
        expect(server.requests).toHaveLength(100);
        expect(done.slice().sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
        // Those under way may overtake each other, but nobody waits for one that came much later.
        for (const [place, i] of done.entries()) expect(Math.abs(place - i)).toBeLessThan(4);
      },
    );
  });

  test('keep nothing but themselves in memory while they wait', async () => {
    const controller = new AbortController();
    const picture = new Uint8Array(500_000).fill(7);
    picture.set([0xff, 0xd8, 0xff]);
    const messages = [{ role: 'user', text: 'Look', images: [picture] }] as const;
    await withServer({ plays: [stall()], profile: { concurrency: 1 } }, async (model, server) => {
      const ask = () => model.ask({ messages, signal: controller.signal }).catch((error) => error.code);
      const first = ask();
      while (server.underWay < 1) await new Promise(setImmediate);
      const before = process.memoryUsage();
      const waiting = Array.from({ length: 99 }, ask);
      await new Promise(setImmediate);
      const after = process.memoryUsage();
      controller.abort();
      // Written out, 99 pictures are 66 MB.
      expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(20e6);
      expect(new Set(await Promise.all([first, ...waiting]))).toEqual(new Set(['cancelled']));
    });
  });

  test('beyond the queue are refused at once, and the others are answered', async () => {
    const { opened, open } = gate();
    await withServer(
      {
        plays: [silentUntil(opened, answer('Hello'))],
        profile: { concurrency: 2 },
        model: { endpoints: createEndpoints({ queue: 10 }) },
      },
      async (model) => {
        const asked = Array.from({ length: 100 }, () => model.ask(PLAIN));
        const refused = await Promise.allSettled(asked.slice(12));
        expect(refused).toEqual(
          refused.map(() => ({
            status: 'rejected',
            reason: expect.objectContaining({
              code: 'busy',
              message: expect.stringMatching(
                /^Too many requests wait for 127\.0\.0\.1:\d+ already: wait a little/,
              ),
            }),
          })),
        );
        open();
        for (const reply of await Promise.all(asked.slice(0, 12))) expect(reply.text).toBe('Hello');
      },
    );
  });

  test('leave the queue when they are cancelled or late, and hold up nobody', async () => {
    const { opened, open } = gate();
    const controller = new AbortController();
    const plays = [silentUntil(opened, answer('Hello'))];
    await withServer({ plays, profile: { concurrency: 1 } }, async (_, server, profile) => {
      const endpoints = createEndpoints();
      const [patient, hasty] = [
        modelFor(profile, { endpoints }),
        modelFor({ ...profile, totalMs: 30 }, { endpoints }),
      ];
      const first = patient.ask(PLAIN);
      const late = hasty.ask(PLAIN).catch((error) => error.code);
      const cancelled = patient.ask({ ...PLAIN, signal: controller.signal }).catch((error) => error.code);
      const last = patient.ask(PLAIN);
      controller.abort();
      expect(await cancelled).toBe('cancelled');
      expect(await late).toBe('timeout');
      expect(endpoints.at(profile).turnstile.waiting).toBe(1);
      open();
      await Promise.all([first, last]);
      expect(server.requests).toHaveLength(2);
      expect(endpoints.at(profile).turnstile).toMatchObject({ running: 0, waiting: 0 });
    });
  });
});

test('a server that asks to wait is left alone by all who ask it', async () => {
  const wait = status(429, { error: { message: 'slow down' } }, { 'retry-after-ms': '40' });
  await withServer({ plays: [wait, answer('Hello')], profile: { concurrency: 1 } }, async (model, server) => {
    const replies = await Promise.all([model.ask(PLAIN), model.ask(PLAIN), model.ask(PLAIN)]);
    expect(replies.map(({ attempts }) => attempts)).toEqual([2, 1, 1]);
    expect(server.requests).toHaveLength(4);
  });
});

describe('createTurnstile()', () => {
  const { signal } = new AbortController();

  test('begins no more requests in a minute than it may', async () => {
    let time = 0;
    const turnstile = createTurnstile({ concurrency: 10, queue: 10, requestsPerMinute: 2 }, () => time);
    const controller = new AbortController();
    const leaves = [await turnstile.enter(signal), await turnstile.enter(signal)];
    const third = turnstile.enter(controller.signal);
    expect(turnstile).toMatchObject({ running: 2, waiting: 1 });
    time = 60_001;
    leaves[0]!();
    (await third)();
    leaves[1]!();
    expect(turnstile).toMatchObject({ running: 0, waiting: 0 });
  });

  test('refuses who comes when the queue is full', async () => {
    const turnstile = createTurnstile({ concurrency: 1, queue: 1 }, () => 0);
    const leave = await turnstile.enter(signal);
    const second = turnstile.enter(signal);
    await expect(turnstile.enter(signal)).rejects.toThrow(QueueFull);
    leave();
    (await second)();
  });
});

describe('createBreaker()', () => {
  test('opens after failures in a row, rests, and lets one try', () => {
    let time = 0;
    const breaker = createBreaker({ failures: 2, restMs: 100 }, () => time);
    const checks = [breaker.check()];
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    checks.push(breaker.check());
    breaker.failed();
    checks.push(breaker.check());
    time = 100;
    checks.push(breaker.check(), breaker.check());
    breaker.failed();
    checks.push(breaker.check());
    time = 200;
    checks.push(breaker.check());
    breaker.ended();
    checks.push(breaker.check());
    breaker.succeeded();
    checks.push(breaker.check());
    expect(checks).toEqual([0, 0, 100, 0, 100, 100, 0, 0, 0]);
  });

  test('spares a dead server: after a few failures it is not asked any more', async () => {
    const endpoints = createEndpoints({ breaker: { failures: 4, restMs: 1e6 } });
    await withServer({ plays: [reset()], model: { endpoints } }, async (model, server) => {
      for (let i = 0; i < 3; i++) await model.ask(WITH_SCHEMA).catch(() => {});
      expect(server.requests).toHaveLength(4);
      await expect(model.ask(PLAIN)).rejects.toMatchObject({
        code: 'model-failed',
        message: expect.stringMatching(/failed several times in a row and is asked again in \d+ s/),
      });
    });
  });

  test('stays closed for what is the fault of a request', async () => {
    const endpoints = createEndpoints({ breaker: { failures: 2, restMs: 1e6 } });
    const plays = [status(404), status(413), status(400), status(401), answer('Hello')];
    await withServer({ plays, model: { endpoints } }, async (model) => {
      for (let i = 0; i < 4; i++) await model.ask(PLAIN).catch(() => {});
      expect((await model.ask(PLAIN)).text).toBe('Hello');
    });
  });
});
