import type { About, PhotoReply, STAGES } from '#wire/api.ts';
import type { Reading } from '#wire/goal.ts';
import type { DocumentState } from './document.ts';
import type { Failure } from './failure.ts';
import { type History, startHistory } from './history.ts';
import { INITIAL_MODELS, type ModelsState } from './models.ts';
import { type Alternative, type Base, EMPTY_WORK, type Work } from './work.ts';

export type Stage = (typeof STAGES)[number];
export type Tab = 'reasoning' | 'criteria' | 'settings';
export type Compare = 'after' | 'before' | 'split';
/** What a panel in a host program shows in place of its bench. */
export type Page = 'bench' | 'options' | 'connection' | 'self-test';
export const SURROUNDS = ['grey', 'dark', 'white'] as const;
export type Surround = (typeof SURROUNDS)[number];

/** A job on its way. */
export interface Run {
  /** Tells the events of this run from those of one that was left behind. */
  readonly key: number;
  readonly instruction: string;
  readonly stage: Stage | null;
  /** Milliseconds, the clock of the effects. */
  readonly startedAt: number;
  readonly reading: Reading | null;
  /** What a model thought aloud so far, its newest part; empty when none does. */
  readonly thinking: string;
  readonly arrived: readonly Alternative[];
  /** Whether alternatives are shown as they come, because the answer is slow. */
  readonly shownEarly: boolean;
  /** The early alternative being looked at; not a step of the work yet. */
  readonly peek: string | null;
  readonly base: Base | null;
  /** Adds to the strip instead of replacing it ("more"). */
  readonly adds: boolean;
}

/** 100 % view: the point of the photo under the middle of the stage, as fractions of the frame. */
export interface Zoom {
  readonly x: number;
  readonly y: number;
}

export interface View {
  readonly compare: Compare;
  /** Divider of the split, 0…1 of the visible picture. */
  readonly divider: number;
  readonly zoom: Zoom | null;
  readonly clipping: boolean;
  readonly surround: Surround;
  readonly tab: Tab;
  /** The setting that a link pointed at; `times` counts up so that the same link works twice. */
  readonly highlight: { readonly name: string; readonly times: number } | null;
  readonly showAll: boolean;
  readonly exactWeights: boolean;
  readonly sheet: boolean;
  readonly exportMenu: boolean;
  readonly page: Page;
}

export interface State {
  readonly connection: 'connecting' | 'ready' | 'unpaired' | 'offline';
  readonly about: About | null;
  readonly models: ModelsState;
  readonly photo: PhotoReply | null;
  /** The host's own document that all this is about; null where photos are opened as files. */
  readonly document: DocumentState | null;
  /** Name of what is being opened. */
  readonly opening: string | null;
  readonly draft: string;
  /** Instructions given, oldest first, and where ↑ stands in them (null: at the draft). */
  readonly instructions: readonly string[];
  readonly recall: number | null;
  readonly work: History<Work>;
  /** Whether the next instruction starts from the chosen alternative. */
  readonly refines: boolean;
  readonly run: Run | null;
  readonly seed: number;
  readonly ranking: boolean;
  readonly exporting: string | null;
  readonly failure: Failure | null;
  /** What was just done, in a sentence ("Wrote lake-edit.jpg"). */
  readonly notice: string | null;
  readonly view: View;
}

export const INITIAL_VIEW: View = {
  compare: 'after',
  divider: 0.5,
  zoom: null,
  clipping: false,
  surround: 'grey',
  tab: 'reasoning',
  highlight: null,
  showAll: false,
  exactWeights: false,
  sheet: false,
  exportMenu: false,
  page: 'bench',
};

export const INITIAL_STATE: State = {
  connection: 'connecting',
  about: null,
  models: INITIAL_MODELS,
  photo: null,
  document: null,
  opening: null,
  draft: '',
  instructions: [],
  recall: null,
  work: startHistory(EMPTY_WORK),
  refines: false,
  run: null,
  seed: 1,
  ranking: false,
  exporting: null,
  failure: null,
  notice: null,
  view: INITIAL_VIEW,
};
