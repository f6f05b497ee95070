import type { Settings } from '#settings/settings.ts';
import type { Applied, DocumentFacts, Form, Look, Place, SelfTestReport } from '../document-host.ts';

/** What is being done to the document now, or to a copy of it. */
export type Doing =
  | 'read'
  | 'try'
  | 'before'
  | 'commit'
  | 'discard'
  | 'undo'
  | 'strip'
  | 'rank'
  | 'self-test';

/** The person's choices about one document. */
export interface DocumentOptions {
  readonly look: Look;
  readonly place: Place;
  readonly form: Form;
  /** The selection means "here". */
  readonly here: boolean;
  /** Instruction and trace go into the document's metadata with a commit. */
  readonly keepWords: boolean;
  /** Every chosen alternative is shown in the document at once. */
  readonly follows: boolean;
}

/** An alternative that stands in the document, with the settings it was put there with. */
export interface Tried {
  readonly id: string;
  readonly settings: Settings;
  /** The host has told of it. What it told before it was there may arrive late and means nothing. */
  readonly seen: boolean;
}

/** The alternative that was committed, until the document is read again or the commit is undone. */
export interface Committed {
  readonly id: string;
  /** The host has told of the document with it. */
  readonly seen: boolean;
}

/** One document of the host, and what became of our work in it. */
export interface DocumentState {
  readonly facts: DocumentFacts | null;
  readonly options: DocumentOptions;
  /** How the open photo was read; null before the first time. */
  readonly read: { readonly look: Look; readonly mark: string } | null;
  readonly doing: Doing | null;
  readonly tried: Tried | null;
  /** Whether the document shows what was before the tried alternative. */
  readonly showsBefore: boolean;
  /** What came of the newest trial or commit. */
  readonly applied: { readonly id: string; readonly what: Applied } | null;
  readonly committed: Committed | null;
  readonly hostRanking: { readonly done: number; readonly of: number } | null;
  readonly selfTest:
    | { readonly status: 'running'; readonly done: number; readonly of: number; readonly question: string }
    | { readonly status: 'done'; readonly report: SelfTestReport }
    | null;
}

/** The safe choices: nothing of the person's is touched, and no word of theirs leaves the panel. */
export const INITIAL_OPTIONS: DocumentOptions = {
  look: 'document',
  place: 'new-layer',
  form: 'smart-filter',
  here: false,
  keepWords: false,
  follows: false,
};

export const INITIAL_DOCUMENT: DocumentState = {
  facts: null,
  options: INITIAL_OPTIONS,
  read: null,
  doing: null,
  tried: null,
  showsBefore: false,
  applied: null,
  committed: null,
  hostRanking: null,
  selfTest: null,
};

/** Choices that go on in the next document. Where to look and to write, and keeping words, are asked anew in each. */
export function carryOptions(options: DocumentOptions): DocumentOptions {
  return { ...INITIAL_OPTIONS, form: options.form, follows: options.follows };
}

/** The mark of what is looked at now; null when it cannot be looked at. */
export function currentMark(document: DocumentState): string | null {
  const choice = document.facts?.looks.find(({ look }) => look === document.options.look);
  return choice === undefined || choice.refusal !== null ? null : choice.mark;
}

/** Whether the photo that is open still shows what the document shows. After a commit it never does. */
export function isFresh(document: DocumentState): boolean {
  const { read, options, committed } = document;
  return (
    committed === null && read !== null && read.look === options.look && read.mark === currentMark(document)
  );
}
