import { describeFailure } from '#panel/state/failure.ts';
import { RetouchError } from '#wire/error.ts';

describe('describeFailure()', () => {
  test.each([
    [new TypeError('Failed to fetch'), 'run', 'reconnect', /does not answer/],
    [
      new RetouchError('model-failed', 'x', { cause: new TypeError('Failed to fetch') }),
      'open',
      'reconnect',
      /does not answer/,
    ],
    [
      new RetouchError('bad-photo', 'This is not an image'),
      'open',
      'choose-photo',
      /^This is not an image\.$/,
    ],
    [new RetouchError('not-found', 'No such photo'), 'run', 'reopen-photo', /no longer has this photo/],
    [new RetouchError('timeout', 'x'), 'export', 'export-again', /time limit/],
    [
      new RetouchError('bad-request', 'Write what you want changed.'),
      'run',
      'run-again',
      /^Write what you want changed\.$/,
    ],
    ['odd', 'rank', 'dismiss', /odd\./],
  ] as const)(
    'gives %p while trying to %s one remedy, %s, and a sentence',
    (error, attempt, remedy, sentence) => {
      const failure = describeFailure(error, attempt);
      expect(failure.remedy).toBe(remedy);
      expect(failure.sentence).toMatch(sentence);
    },
  );
});
