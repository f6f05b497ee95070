import { suggestKey } from './suggest.ts';

/** What a reader has to say about a file besides its settings. */
export interface UnknownKey {
  readonly key: string;
  readonly value: string;
  /** The real key that was probably meant. */
  readonly suggestion?: string;
}

export interface ForeignKey {
  readonly key: string;
  readonly value: string;
  /** Where Camera Raw shows it. */
  readonly panel: string;
}

export class ReadNotes {
  readonly unknown: UnknownKey[] = [];
  readonly foreign: ForeignKey[] = [];
  readonly warnings: string[] = [];
  /** Hostile files could make lists endless. */
  static readonly most = 1000;

  addUnknown(path: string, key: string, value: string): void {
    if (this.unknown.length >= ReadNotes.most) return;
    const suggestion = suggestKey(key);
    this.unknown.push({
      key: `${path}${key}`,
      value: shorten(value),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }

  addForeign(key: string, value: string, panel: string): void {
    if (this.foreign.length < ReadNotes.most) this.foreign.push({ key, value: shorten(value), panel });
  }

  warn(text: string): void {
    if (this.warnings.length < ReadNotes.most) this.warnings.push(text);
  }
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
