import { webNet } from '#policy/generative/web-net.ts';

const net = webNet();
const aborted = (signal: unknown) =>
  new Promise<unknown>((resolve) => {
    const { reason } = signal as AbortSignal;
    if ((signal as AbortSignal).aborted) resolve(reason);
    (signal as AbortSignal).addEventListener('abort', () => resolve((signal as AbortSignal).reason));
  });

describe('webNet()', () => {
  test('until() fires when time is up, and says that it was time', async () => {
    expect(await aborted(net.until(1).signal)).toMatchObject({ code: 'timeout' });
  });

  test('until() follows the signal it was given, even one that fired before', async () => {
    const controller = new AbortController();
    const { signal } = net.until(60_000, controller.signal);
    controller.abort();
    expect(await aborted(signal)).toMatchObject({ code: 'cancelled' });
    expect(await aborted(net.until(60_000, controller.signal).signal)).toMatchObject({ code: 'cancelled' });
  });

  test('until() is silent once it is done with', async () => {
    const controller = new AbortController();
    const limit = net.until(1, controller.signal);
    limit.done();
    await net.wait(5, new AbortController().signal);
    controller.abort();
    expect(limit.signal.aborted).toBe(false);
  });

  test('wait() ends early when its signal fires', async () => {
    const controller = new AbortController();
    const waiting = net.wait(60_000, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await expect(net.wait(60_000, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
