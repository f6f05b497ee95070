/** One thing that was not taken as given. `to` is undefined when it was left out. */
export interface ClampEntry {
  readonly name: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly why: string;
}

/** Collects what was changed; long reports are cut, since hostile input could make them endless. */
export class ClampReport {
  readonly entries: ClampEntry[] = [];
  static readonly most = 500;

  add(name: string, from: unknown, to: unknown, why: string): void {
    if (this.entries.length < ClampReport.most) this.entries.push({ name, from, to, why });
  }

  drop(name: string, from: unknown, why: string): undefined {
    this.add(name, from, undefined, why);
    return undefined;
  }
}

export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
