import type { ServiceLink, ServiceState } from '#panel/document-host.ts';

/** A service link that says what it is told to. */
export function fakeService(): ServiceLink & { tell(state: ServiceState): void } {
  let state: ServiceState = { mode: 'alone', status: 'off', address: '', sentence: null, version: null };
  const listeners = new Set<(state: ServiceState) => void>();
  function tell(next: ServiceState) {
    state = next;
    for (const listener of listeners) listener(next);
    return next;
  }
  const failed = (address: string): ServiceState => ({
    mode: 'alone',
    status: 'failed',
    address,
    sentence: `Nobody answers at ${address}. Start the service with "npm start", or work alone.`,
    version: null,
  });
  return {
    tell,
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },
    connect: async ({ address, token, code }) =>
      tell(
        token === undefined && code === undefined
          ? failed(`http://${address}`)
          : {
              mode: 'service',
              status: 'ready',
              address: `http://${address}`,
              sentence: null,
              version: '0.1.0',
            },
      ),
    async forget() {
      tell({ mode: 'alone', status: 'off', address: '', sentence: null, version: null });
    },
    retry: async () => tell(failed(state.address)),
    diagnose: async () => 'http://localhost:4815: refused',
  };
}
