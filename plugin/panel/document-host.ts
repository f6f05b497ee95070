import type { Settings, SettingValue } from '#settings/settings.ts';
import type { PhotoReply, RankReply, RankRequest } from '#wire/api.ts';
import type { RetouchResult } from '#wire/result.ts';

/** What is looked at: everything visible, the active layer alone, or what the selection encloses. */
export type Look = 'document' | 'layer' | 'selection';

/** A way of looking, as it stands for the document now. */
export interface LookChoice {
  readonly look: Look;
  /** "Whole document", "Layer “Skin”", "Selection". */
  readonly label: string;
  /**
   * Changes whenever what it sees may have been changed by other hands than ours, so that it has to be read again. A
   * tried alternative does not change it; a commit does, and undoing the commit brings the former mark back.
   */
  readonly mark: string;
  /** Why it cannot be looked at so, and what to do; null when it can. */
  readonly refusal: string | null;
}

/** Where an edit goes: on a new layer above all others, or into the active layer. */
export type Place = 'new-layer' | 'this-layer';

/** How a committed edit is kept: a Camera Raw smart filter, or a Color Lookup adjustment layer (global edits only). */
export type Form = 'smart-filter' | 'color-lookup';

/** A place as it stands for the layer that is active now. */
export interface PlaceChoice {
  readonly place: Place;
  readonly label: string;
  /** Exactly what a commit will do, in a sentence. */
  readonly will: string;
  /** Why it cannot be done, and what to do; null when it can. */
  readonly refusal: string | null;
}

/** What was committed to this document earlier, read from its metadata. */
export interface CommittedEdit {
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly settings: Settings;
  readonly versions: Readonly<Record<string, string>>;
  readonly criteria: readonly { readonly name: string; readonly weight: number; readonly score: number }[];
  /** Only when the person opted in to keep words with the document. */
  readonly instruction: string | null;
}

/** The active document as the panel sees it. */
export interface DocumentFacts {
  readonly id: number;
  readonly title: string;
  /** Name of the active layer; null with none or several. */
  readonly layer: string | null;
  readonly hasSelection: boolean;
  readonly looks: readonly LookChoice[];
  readonly places: readonly PlaceChoice[];
  /** Why the document cannot be looked at (bitmap mode, …); null when it can. */
  readonly refusal: string | null;
  /** An alternative that stands in the document and is not committed. */
  readonly tried: string | null;
  readonly committed: readonly CommittedEdit[];
  /** Whether `undo()` can take the newest commit back: nothing was done to the document after it. */
  readonly canUndo: boolean;
}

/** An alternative to put into the document. */
export interface DocumentEdit {
  /** The document it is meant for; refused (`cancelled`) when another one is active by then. */
  readonly document: number;
  readonly id: string;
  readonly title: string;
  readonly settings: Settings;
  readonly place: Place;
  /** The person's selection means "here": the edit's layer gets it as its mask. */
  readonly here: boolean;
}

export interface CommitEdit extends DocumentEdit {
  readonly form: Form;
  readonly instruction: string;
  readonly result: RetouchResult | null;
  /** Instruction and trace go into the document's metadata too. Off unless the person asked for it. */
  readonly keepWords: boolean;
}

/** What was done to the document. */
export interface Applied {
  /** One sentence: "Added one Camera Raw smart filter on a new layer." */
  readonly said: string;
  /** Where the host holds another value than was sent. */
  readonly differences: readonly {
    readonly name: string;
    readonly asked: SettingValue | null;
    readonly got: SettingValue | null;
  }[];
  /** What the person should know ("You worked in the document meanwhile: the edit was added on top"). */
  readonly notes: readonly string[];
}

/** Ranking of what Camera Raw itself rendered, with how far our preview was from it. */
export interface HostTrueReply extends RankReply {
  /** Mean and 95th percentile ΔE00 between our preview and the host's rendering, by candidate id. */
  readonly fidelity: Readonly<Record<string, { readonly mean: number; readonly p95: number }>>;
}

export interface SelfTestReport {
  readonly host: string;
  readonly findings: readonly {
    readonly question: string;
    readonly expected: string;
    readonly found: string;
    readonly agrees: boolean;
  }[];
  /** The whole report, to be attached to a bug. */
  readonly text: string;
}

/** What a host can do that has the photo open as a document. All of it is undoable or restores what it found. */
export interface DocumentHost {
  /** Tells at once, and whenever the document, its layers or its selection change; null without a document. */
  watch(listener: (facts: DocumentFacts | null) => void): () => void;
  /** Reads the pixels, without the tried alternative, and opens them for retouching. */
  open(look: Look, signal: AbortSignal): Promise<PhotoReply>;
  /** Shows an alternative in the document, in place of the one tried before. */
  tryOut(edit: DocumentEdit, signal: AbortSignal): Promise<Applied>;
  /** Shows the document as it was before the tried alternative, or with it again. */
  showBefore(before: boolean): Promise<void>;
  commit(edit: CommitEdit, signal: AbortSignal): Promise<Applied>;
  /** Why an edit cannot be kept in this form, and what to do; null when it can. Told before a commit is offered. */
  refuseForm?(form: Form, settings: Settings): string | null;
  /** Takes the tried alternative out again. */
  discard(): Promise<void>;
  /** Takes the newest commit back. Answers what was done, in a sentence. */
  undo(): Promise<string>;
  /** Lets Camera Raw itself render the finalists on a temporary copy and ranks those. */
  rankTrue(
    request: RankRequest,
    onProgress: (done: number, of: number) => void,
    signal: AbortSignal,
  ): Promise<HostTrueReply>;
  /** Removes every word of ours (instructions, traces) and, with `settings`, all our metadata from the document. */
  strip(everything: boolean): Promise<string>;
  selfTest(
    onProgress: (done: number, of: number, question: string) => void,
    signal: AbortSignal,
  ): Promise<SelfTestReport>;
}

/** Connection to a service from a host that can do without one. */
export interface ServiceLink {
  subscribe(listener: (state: ServiceState) => void): () => void;
  /** With a token, or with the short code that the service printed. Address without a scheme or with a slash is fine. */
  connect(choice: {
    readonly address: string;
    readonly token?: string;
    readonly code?: string;
  }): Promise<ServiceState>;
  /** Works alone from now on and forgets the token. */
  forget(): Promise<void>;
  retry(): Promise<ServiceState>;
  /** Everything that helps to find out why the service does not answer, without the token; for the clipboard. */
  diagnose(): Promise<string>;
}

export interface ServiceState {
  /** Which one answers now. */
  readonly mode: 'alone' | 'service';
  readonly status: 'off' | 'connecting' | 'ready' | 'failed';
  readonly address: string;
  /** Why it does not answer and what to do; null when all is well. */
  readonly sentence: string | null;
  readonly version: string | null;
}

/** What the host program's own menu can ask of the panel. */
export type HostCommand =
  | 'next'
  | 'previous'
  | 'before'
  | 'try'
  | 'commit'
  | 'discard'
  | 'self-test'
  | 'strip';
