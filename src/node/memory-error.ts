import { RetouchError } from '#wire/error.ts';

/** How V8, WebAssembly and libvips say that memory was refused. */
const REFUSALS =
  /allocation failed|invalid (typed )?array (buffer )?length|could not allocate|out of memory|cannot allocate/i;

/** The error for people when memory was refused; undefined when `error` says something else. */
export function memoryError(error: unknown): RetouchError | undefined {
  const { message = '', code } = (error ?? {}) as { message?: string; code?: string };
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY' && !REFUSALS.test(message)) return undefined;
  return new RetouchError(
    'internal',
    'There was not enough memory to render this picture: close other programs, or ask for a smaller size',
    { cause: error },
  );
}
