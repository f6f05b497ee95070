import type { Settings } from '#settings/settings.ts';
import type {
  About,
  ExportRequest,
  PhotoReply,
  RankReply,
  RankRequest,
  RetouchEvent,
  RetouchJobRequest,
} from '#wire/api.ts';
import type { Reading } from '#wire/goal.ts';
import type { AgreementRequest, ModelsReply } from '#wire/models.ts';
import type { DocumentHost, HostCommand, ServiceLink } from './document-host.ts';

/** A file that the person picked or dropped. */
export interface PickedFile {
  readonly name: string;
  readonly content: Blob;
}

/** Levels 0…255 of a shown picture: counts per level of red, green, blue and luma, and the share of clipped pixels. */
export interface Histogram {
  readonly red: readonly number[];
  readonly green: readonly number[];
  readonly blue: readonly number[];
  readonly luma: readonly number[];
  /** 0…1 of the picture. */
  readonly clipped: { readonly shadows: number; readonly highlights: number };
}

export interface RetouchCall {
  readonly request: RetouchJobRequest;
  readonly onEvent: (event: RetouchEvent) => void;
  readonly signal: AbortSignal;
}

/** Who can propose and judge, and what the person allows them; every call answers how it is then. */
export interface ModelsLink {
  list(): Promise<ModelsReply>;
  agree(request: AgreementRequest): Promise<ModelsReply>;
  setLocalOnly(localOnly: boolean): Promise<ModelsReply>;
  /** What was chosen last in this window; null when nothing was. */
  kept(): ModelChoice | null;
  keep(choice: ModelChoice): void;
}

/** Names; null: what the service was started with. */
export interface ModelChoice {
  readonly policy: readonly string[] | null;
  readonly reward: string | null;
}

/**
 * What the panel needs from the program it runs in. The page and the Photoshop plug-in each give their own;
 * nothing in this folder knows which. Pictures are addresses that an `<img>` can show.
 */
export interface Host {
  readonly specVersion: 1;
  readonly id: string;
  /** `mac` shows ⌘ in the sheet of keys, the others Ctrl. */
  readonly platform: 'mac' | 'other';
  /** False where the document window of the host is the preview. */
  readonly showsPreview: boolean;
  /** Long edge of the pictures of alternatives, px. */
  readonly previewEdge: number;
  /** The document that the host itself has open; absent where photos are opened as files. */
  readonly document?: DocumentHost;
  /** Choosing who proposes and judges; absent where the host does not offer it. */
  readonly models?: ModelsLink;
  /** Absent where the page comes from the service itself. */
  readonly service?: ServiceLink;
  /** The host program's own menu. Answers how to stop listening. */
  onCommand?(listener: (command: HostCommand) => void): () => void;
  /** Puts text on the clipboard. */
  copyText(text: string): Promise<void>;
  /**
   * Says hello. `photo` is the one the service was started with, if any.
   * @throws RetouchError `unauthorized` when a pairing code is needed first, `model-failed` when nobody answers
   */
  connect(): Promise<{ readonly about: About; readonly photo: PhotoReply | null }>;
  /** Trades the short code that the service printed for a token, and keeps the token. */
  pair(code: string): Promise<void>;
  /** Asks the person for a file; null when they changed their mind. */
  chooseFile(): Promise<PickedFile | null>;
  openPhoto(file: PickedFile, signal: AbortSignal): Promise<PhotoReply>;
  openSample(name: string, signal: AbortSignal): Promise<PhotoReply>;
  /** Small picture of a sample scene. */
  samplePicture(name: string): string;
  /** Renders the photo under the settings; long edge in px. Give the address back with `releasePicture`. */
  render(photo: string, settings: Settings, edge: number, signal: AbortSignal): Promise<string>;
  releasePicture(address: string): void;
  /** Decodes a picture ahead, so that showing it later takes no longer than a frame. */
  warmPicture(address: string): Promise<void>;
  histogram(address: string): Promise<Histogram>;
  /** A see-through picture of what is clipped: highlights red, shadows blue. */
  clippingOverlay(address: string): Promise<string>;
  /** How a sentence is read, without doing anything about it. */
  read(instruction: string): Promise<Reading>;
  /** Runs the whole job; resolves after its last event. Aborting the signal cancels it on the service too. */
  retouch(call: RetouchCall): Promise<void>;
  rank(request: RankRequest, signal: AbortSignal): Promise<RankReply>;
  /** Makes the file and saves it where the person wants it; answers its name. */
  exportFile(photo: string, request: ExportRequest): Promise<string>;
  saveText(name: string, text: string): Promise<void>;
}
