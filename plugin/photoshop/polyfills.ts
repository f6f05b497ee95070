/**
 * What the plug-in's code asks for and UXP lacks or may lack. Imported before everything else. Each is set only where it
 * is missing, and does no more than is needed here. (React would need `matchMedia`, `MutationObserver` and
 * `HTMLIFrameElement` as well.)
 */
type Scope = Record<string, unknown>;

installPolyfills(globalThis as unknown as Scope);

/** @param scope the global object */
export function installPolyfills(scope: Scope): void {
  // Preact draws with it. In no list of what UXP has; plug-in templates bring it along.
  scope['queueMicrotask'] ??= (task: () => void) => {
    void Promise.resolve().then(task);
  };
  addThrowIfAborted(scope['AbortController'] as (new () => { signal: object }) | undefined);
}

/** Newer than the rest of AbortSignal, and in no list of what UXP has. */
function addThrowIfAborted(Controller: (new () => { signal: object }) | undefined): void {
  if (Controller === undefined) return;
  const prototype = Object.getPrototypeOf(new Controller().signal) as Record<string, unknown>;
  if ('throwIfAborted' in prototype) return;
  Object.defineProperty(prototype, 'throwIfAborted', {
    configurable: true,
    writable: true,
    value(this: { readonly aborted: boolean; readonly reason?: unknown }) {
      if (this.aborted) throw this.reason ?? Object.assign(new Error('Aborted'), { name: 'AbortError' });
    },
  });
}
