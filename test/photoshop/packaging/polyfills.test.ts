import { installPolyfills } from '../../../plugin/photoshop/polyfills.ts';

/** A signal as in a host of which only the oldest parts are known. */
class OldSignal {
  aborted = false;
  reason: unknown;
}
class OldController {
  readonly signal = new OldSignal();
  abort(reason?: unknown): void {
    this.signal.aborted = true;
    this.signal.reason = reason;
  }
}

describe('installPolyfills()', () => {
  it('leaves alone what is there', () => {
    const scope = { queueMicrotask, AbortController } as Record<string, unknown>;
    const before = { ...scope };
    const method = Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'throwIfAborted');
    installPolyfills(scope);
    expect(scope).toEqual(before);
    expect(Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'throwIfAborted')).toEqual(method);
  });

  it('runs a microtask before the next turn', async () => {
    const scope: Record<string, unknown> = {};
    installPolyfills(scope);
    const order: string[] = [];
    const turn = new Promise<void>((resolve) => setImmediate(() => resolve())).then(() => order.push('turn'));
    (scope['queueMicrotask'] as typeof queueMicrotask)(() => order.push('task'));
    expect(order).toEqual([]);
    await turn;
    expect(order).toEqual(['task', 'turn']);
  });

  it('lets a signal throw its reason, or an abort, once it was aborted', () => {
    installPolyfills({ AbortController: OldController });
    const { signal, abort } = bound(new OldController());
    expect(() => signal.throwIfAborted()).not.toThrow();
    abort(new RangeError('enough'));
    expect(() => signal.throwIfAborted()).toThrow(new RangeError('enough'));
    const other = bound(new OldController());
    other.abort();
    expect(() => other.signal.throwIfAborted()).toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});

function bound(controller: OldController) {
  return {
    signal: controller.signal as unknown as { throwIfAborted(): void },
    abort: (reason?: unknown) => controller.abort(reason),
  };
}
