import { RetouchError } from '#wire/error.ts';
import { sentence } from './sentence.ts';

/** The one thing to do about a failure. */
export type Remedy =
  | 'reconnect'
  | 'choose-photo'
  | 'run-again'
  | 'reopen-photo'
  | 'export-again'
  | 'read-again'
  | 'try-again'
  | 'commit-again'
  | 'open-connection'
  | 'dismiss';

/** What went wrong, in a sentence with the cause, and the one thing to do. */
export interface Failure {
  readonly sentence: string;
  readonly remedy: Remedy;
}

export type Attempt =
  | 'connect'
  | 'open'
  | 'run'
  | 'rank'
  | 'export'
  // in a document of the host
  | 'read'
  | 'try'
  | 'commit'
  | 'change';

/** Where the panel runs: on a page of the service, or in a program that has the document open itself. */
export type World = 'page' | 'document';

const REMEDY: Readonly<Record<Attempt, Remedy>> = {
  connect: 'reconnect',
  open: 'choose-photo',
  run: 'run-again',
  rank: 'dismiss',
  export: 'export-again',
  read: 'read-again',
  try: 'try-again',
  commit: 'commit-again',
  change: 'dismiss',
};

export const REMEDY_LABEL: Readonly<Record<Remedy, string>> = {
  reconnect: 'Connect again',
  'choose-photo': 'Choose another photo',
  'run-again': 'Try again',
  'reopen-photo': 'Open the photo again',
  'export-again': 'Export again',
  'read-again': 'Read it again',
  'try-again': 'Try again',
  'commit-again': 'Commit again',
  'open-connection': 'Connection',
  dismiss: 'OK',
};

/** Turns what was thrown while attempting something into a sentence for the person. */
export function describeFailure(error: unknown, attempt: Attempt, world: World = 'page'): Failure {
  const known = RetouchError.wrap(error);
  if (world === 'document') return describeInDocument(known, attempt);
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

/** The host says itself what was wrong; what a service has to do with it is only ever its connection. */
function describeInDocument({ code, message }: RetouchError, attempt: Attempt): Failure {
  if (code === 'unauthorized') return { sentence: sentence(message), remedy: 'open-connection' };
  // What was read is gone: from a service that was restarted, or with another document in between.
  if (code === 'not-found') return { sentence: sentence(message), remedy: 'read-again' };
  return { sentence: sentence(message), remedy: REMEDY[attempt] };
}

/** `fetch` throws a TypeError when no connection came about, in every browser. */
function isNetworkFailure(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  return RetouchError.isInstance(error) && cause instanceof TypeError;
}
