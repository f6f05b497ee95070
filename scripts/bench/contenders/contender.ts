/** What every contender gets. */
export interface BenchFiles {
  /** Path of the 24 MP JPEG. */
  readonly jpeg: string;
  /** The same as bytes, for those who hold it in memory. */
  readonly jpegBytes: Uint8Array;
  /** Path of the settings as JSON. */
  readonly settings: string;
  /** A path in the bench's own folder. */
  readonly at: (name: string) => string;
}

export type Role = 'floor' | 'ours' | 'peer';

/** A way from the JPEG file to a JPEG of quality 90, chroma at half size. */
export interface Contender {
  readonly id: string;
  /** As the report calls it, with its version. */
  readonly name: string;
  readonly role: Role;
  /** Whether a run includes starting a program. */
  readonly start: 'cold' | 'warm';
  /** What it does to the picture; empty for nothing. */
  readonly edit: string;
  /** Writes the picture; round as in `interleave`. Gives the file: its path or its bytes. */
  run(round: number): Promise<string | Uint8Array>;
  close?(): Promise<void>;
}

/** A peer that is not on this machine. */
export interface Missing {
  readonly name: string;
  /** What would bring it. */
  readonly remedy: string;
}

/** An export that takes longer than this is a failure, not a measurement. */
export const TIMEOUT_MS = 180_000;
