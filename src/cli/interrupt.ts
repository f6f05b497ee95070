/** How long a command may take to stop between two steps before it is ended where it stands. */
const PATIENCE_MS = 5000;

/** A signal that fires on Ctrl-C, so that a running command can stop between two steps and leave nothing half-written. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
    setTimeout(() => process.exit(130), PATIENCE_MS).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}
