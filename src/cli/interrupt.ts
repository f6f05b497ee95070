/** A signal that fires on Ctrl-C, so that a running command can stop between two steps and leave nothing half-written. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  process.once('SIGTERM', () => controller.abort());
  return controller.signal;
}
