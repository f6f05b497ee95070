import { CLOSING, ForgivingScanner } from './forgiving-scanner.ts';
import { JSON_BOUNDS, type JsonObject, type JsonValue } from './json-types.ts';

/** An object found in a text; `outer` when it stands in no other one. */
export interface FoundObject {
  readonly value: JsonObject;
  readonly outer: boolean;
}

/** Keys that mean something to JavaScript's own objects. */
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads what looks like JSON and never fails: comments, single quotes, bare words, `=` for `:`, missing and spare commas,
 * missing closers, raw line breaks and quotes within strings. Each character is looked at a bounded number of times, and
 * nothing is evaluated.
 */
export class ForgivingParser {
  readonly found: FoundObject[] = [];
  readonly #scanner: ForgivingScanner;
  #values = 0;
  #depth = 0;
  #openObjects = 0;
  #openLists = 0;

  constructor(text: string) {
    this.#scanner = new ForgivingScanner(text);
  }

  get notes(): ReadonlySet<string> {
    return this.#scanner.notes;
  }

  /** Every object from `start` on, in the order in which they end. */
  readAll(start: number): void {
    this.#scanner.at = start;
    for (;;) {
      const next = this.#scanner.text.indexOf('{', this.#scanner.at);
      if (next < 0) return;
      this.#scanner.at = next;
      this.#value();
    }
  }

  /** Undefined when there is none, or none that can be kept. */
  #value(): JsonValue | undefined {
    this.#scanner.skipSpace();
    if (++this.#values > JSON_BOUNDS.values) {
      this.#scanner.note(`more than ${JSON_BOUNDS.values} values`);
      this.#scanner.at = this.#scanner.text.length;
      return undefined;
    }
    const first = this.#scanner.text[this.#scanner.at] ?? '';
    if (first === '{' || first === '[') return this.#nested(first);
    if (first in CLOSING) return this.#scanner.string(CLOSING[first]!);
    return ',;}]'.includes(first) ? undefined : this.#scanner.bareValue();
  }

  #nested(first: '{' | '['): JsonValue | undefined {
    if (this.#depth >= JSON_BOUNDS.depth) {
      this.#scanner.note(`deeper than ${JSON_BOUNDS.depth} levels`);
      this.#scanner.skipNested();
      return undefined;
    }
    this.#scanner.at++;
    this.#depth++;
    const value = first === '{' ? this.#object() : this.#list();
    this.#depth--;
    return value;
  }

  #object(): JsonObject {
    const outer = this.#openObjects === 0;
    const value: Record<string, JsonValue> = {};
    this.#openObjects++;
    while (this.#hasMore('}', ']', this.#openLists > 0)) {
      const key = this.#key();
      this.#scanner.skipSpace();
      if (key === undefined || !this.#passColon()) continue;
      const member = this.#value();
      if (UNSAFE_KEYS.has(key)) this.#scanner.note(`key ${key}`);
      else if (member !== undefined) {
        if (Object.hasOwn(value, key)) this.#scanner.note(`${key} twice`);
        value[key] = member;
      }
    }
    this.#openObjects--;
    this.found.push({ value, outer });
    return value;
  }

  #list(): readonly JsonValue[] {
    const value: JsonValue[] = [];
    this.#openLists++;
    while (this.#hasMore(']', '}', this.#openObjects > 0)) value.push(this.#value() ?? null);
    this.#openLists--;
    return value;
  }

  /**
   * Whether another member begins here; passes separators and the own closer. The closer of something further out also
   * ends this one, and is left for it.
   */
  #hasMore(own: string, other: string, otherIsOpen: boolean): boolean {
    for (;;) {
      this.#scanner.skipSpace();
      const next = this.#scanner.text[this.#scanner.at];
      if (next === undefined) {
        this.#scanner.note('ends in the middle');
        return false;
      }
      if (next === own) {
        this.#scanner.at++;
        return false;
      }
      if (next === other && otherIsOpen) {
        this.#scanner.note(`${own} missing`);
        return false;
      }
      if (next !== other && next !== ',' && next !== ';') return true;
      this.#scanner.at++;
    }
  }

  /** Passes a colon, `=`, `:=` or `=>`. */
  #passColon(): boolean {
    const before = this.#scanner.at;
    while (':=>'.includes(this.#scanner.text[this.#scanner.at] ?? ' ')) this.#scanner.at++;
    return this.#scanner.at > before;
  }

  #key(): string | undefined {
    const first = this.#scanner.text[this.#scanner.at]!;
    if (first === '{' || first === '[') {
      this.#value();
      return undefined;
    }
    const key =
      first in CLOSING
        ? this.#scanner.string(CLOSING[first]!)
        : this.#scanner.bare(':=,;}]{["\n', JSON_BOUNDS.key);
    if (key === '') this.#scanner.at += ':='.includes(first) ? 1 : 0;
    return key.length > JSON_BOUNDS.key ? key.slice(0, JSON_BOUNDS.key) : key;
  }
}
