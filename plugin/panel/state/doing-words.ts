import type { Doing } from './document.ts';

/** What is being done to the document, in words. */
export const DOING_WORDS: Readonly<Record<Doing, string>> = {
  read: 'Reading the document',
  try: 'Showing it in the document',
  before: 'Changing the view',
  commit: 'Committing',
  discard: 'Taking it out again',
  undo: 'Undoing the commit',
  strip: 'Removing the words',
  rank: 'Camera Raw renders the finalists',
  'self-test': 'Testing on a document of its own',
};
