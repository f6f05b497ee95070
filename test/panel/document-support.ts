import type { Applied, DocumentFacts } from '#panel/document-host.ts';
import { INITIAL_DOCUMENT } from '#panel/state/document.ts';
import { INITIAL_STATE, type State } from '#panel/state/state.ts';
import { factsOf } from '../support/panel-shell/fake-document.ts';
import { follow, PHOTO, resultOf, runOf, THREE } from './support.ts';

export const APPLIED: Applied = { said: 'Added one filter.', differences: [], notes: [] };

/** The facts of document 1 with another mark for the whole of it. */
export function changed(mark: string, change: Partial<DocumentFacts> = {}): DocumentFacts {
  const facts = factsOf(1, 'lake.psd', change);
  return {
    ...facts,
    looks: facts.looks.map((choice) => (choice.look === 'document' ? { ...choice, mark } : choice)),
  };
}

export const FACTS = changed('before');

/** A document is open and nothing was asked yet. */
export const UNREAD: State = follow(
  { ...INITIAL_STATE, document: INITIAL_DOCUMENT },
  { type: 'document-told', facts: FACTS },
);

/** The document was read and three alternatives for "warmer" stand there. */
export const ANSWERED: State = follow(
  UNREAD,
  { type: 'run-started', run: runOf(1, 'warmer') },
  { type: 'document-read', photo: PHOTO, look: 'document', mark: 'before' },
  {
    type: 'run-progressed',
    key: 1,
    event: { type: 'result-ready', sequence: 9, result: resultOf('warmer', THREE) },
  },
);

export const TRIED: State = follow(
  ANSWERED,
  { type: 'document-work-started', doing: 'try' },
  { type: 'document-tried', id: 'warmer-1', settings: { Exposure2012: 0.5 }, applied: APPLIED },
);

export const COMMITTED: State = follow(ANSWERED, {
  type: 'document-committed',
  id: 'warmer-1',
  applied: APPLIED,
});
