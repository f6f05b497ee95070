/** The part of a message channel that giving a turn takes; UXP may have none. */
interface Channel {
  readonly port1: { onmessage: (() => void) | null; close(): void };
  readonly port2: { postMessage(message: null): void };
}

interface Scope {
  readonly MessageChannel?: new () => Channel;
  readonly setTimeout: (run: () => void, milliseconds: number) => unknown;
}

/**
 * Resolves when the host had its turn: by a message, which comes at once, where there are message channels; else by a
 * timer, which hosts may hold back for 4 ms. There is no `setImmediate` in UXP.
 */
export function nextTurn(scope: Scope = globalThis as unknown as Scope): Promise<void> {
  const { MessageChannel } = scope;
  return new Promise((resolve) => {
    if (MessageChannel === undefined) {
      scope.setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
