import { RetouchError } from '#wire/error.ts';

/** The one thing to do about a failure. */
export type Remedy = 'reconnect' | 'choose-photo' | 'run-again' | 'reopen-photo' | 'export-again' | 'dismiss';

/** What went wrong, in a sentence with the cause, and the one thing to do. */
export interface Failure {
  readonly sentence: string;
  readonly remedy: Remedy;
}

export type Attempt = 'connect' | 'open' | 'run' | 'rank' | 'export';

const REMEDY: Readonly<Record<Attempt, Remedy>> = {
  connect: 'reconnect',
  open: 'choose-photo',
  run: 'run-again',
  rank: 'dismiss',
  export: 'export-again',
};

export const REMEDY_LABEL: Readonly<Record<Remedy, string>> = {
  reconnect: 'Connect again',
  'choose-photo': 'Choose another photo',
  'run-again': 'Try again',
  'reopen-photo': 'Open the photo again',
  'export-again': 'Export again',
  dismiss: 'OK',
};

/** Turns what was thrown while attempting something into a sentence for the person. */
export function describeFailure(error: unknown, attempt: Attempt): Failure {
  const known = RetouchError.wrap(error);
  if (isNetworkFailure(error)) {
    return {
      sentence:
        'The RetouchIQ service does not answer. Start it with "npm start"; your last result stays usable.',
      remedy: 'reconnect',
    };
  }
  switch (known.code) {
    case 'unauthorized':
      return { sentence: 'The service no longer accepts this page.', remedy: 'reconnect' };
    case 'not-found':
      return attempt === 'connect'
        ? { sentence: sentence(known.message), remedy: 'reconnect' }
        : {
            sentence: 'The service no longer has this photo; it was probably restarted.',
            remedy: 'reopen-photo',
          };
    case 'timeout':
      return { sentence: 'The service took longer than its time limit.', remedy: REMEDY[attempt] };
    default:
      return { sentence: sentence(known.message), remedy: REMEDY[attempt] };
  }
}

/** `fetch` throws a TypeError when no connection came about, in every browser. */
function isNetworkFailure(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  return RetouchError.isInstance(error) && cause instanceof TypeError;
}

function sentence(message: string): string {
  const text = message.trim() || 'Something went wrong';
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
