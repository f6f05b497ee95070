import { JSON_BOUNDS, type JsonValue } from './json-types.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
/** Quotes that open a text, with those that close it. */
export const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”' };
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NOT_A_NUMBER = /^[+-]?(nan|inf|infinity)$/i;
const WORDS: Readonly<Record<string, JsonValue>> = {
  true: true,
  false: false,
  null: null,
  none: null,
  undefined: null,
};

/**
 * Goes through a text once and reads its smallest parts: strings, bare words, numbers, comments. Each character is looked
 * at a bounded number of times.
 */
export class ForgivingScanner {
  readonly notes = new Set<string>();
  /** Where the next character stands. */
  at = 0;

  constructor(readonly text: string) {}

  note(text: string): void {
    if (this.notes.size < JSON_BOUNDS.notes) this.notes.add(text);
  }

  /** Up to the closing quote: the one that a separator, a closer, a line break or the end follows. */
  string(closing: string): string {
    let kept = '';
    let from = ++this.at;
    const keep = (to: number, more = '') => {
      if (kept.length < JSON_BOUNDS.string) kept += this.text.slice(from, to) + more;
    };
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at]!;
      if (character === '\\') {
        keep(this.at, this.#escape());
        from = this.at + 1;
      } else if (character === closing && this.#endsString(this.at + 1)) {
        keep(this.at++);
        return this.#cut(kept);
      }
    }
    keep(this.text.length);
    this.note('ends in the middle');
    return this.#cut(kept);
  }

  #cut(text: string): string {
    if (text.length <= JSON_BOUNDS.string) return text;
    this.note(`text of more than ${JSON_BOUNDS.string} characters`);
    return text.slice(0, JSON_BOUNDS.string);
  }

  /** At a backslash; stays on the escape's last character. */
  #escape(): string {
    const letter = this.text[++this.at] ?? '';
    if (letter !== 'u') return ESCAPES[letter] ?? letter;
    const hex = this.text.slice(this.at + 1, this.at + 5);
    if (!/^[0-9a-f]{4}$/i.test(hex)) return letter;
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #endsString(at: number): boolean {
    let next = at;
    while (isSpace(this.text.charCodeAt(next)) && this.text[next] !== '\n') next++;
    const character = this.text[next];
    if (character === undefined || ',;:=}]\n'.includes(character)) return true;
    // A forgotten comma between two strings.
    if (next > at && character === this.text[at - 1]) return true;
    return (
      (character === '/' && '/*'.includes(this.text[next + 1] ?? ' ')) ||
      (character === '<' && this.text[next + 1] === '/')
    );
  }

  bareValue(): JsonValue | undefined {
    const text = this.bare(',;}]<\n', JSON_BOUNDS.string);
    if (text === '') {
      this.at++;
      return undefined;
    }
    const plain = text.replace('−', '-');
    if (text.length <= 40 && NUMBER.test(plain)) {
      const number = Number(plain);
      if (Number.isFinite(number)) return number;
    }
    if (text.length <= 40 && (NUMBER.test(plain) || NOT_A_NUMBER.test(plain))) {
      this.note(`${text} is no number`);
      return undefined;
    }
    const word = text.toLowerCase();
    return Object.hasOwn(WORDS, word) ? WORDS[word] : text;
  }

  /** Up to one of the characters or a comment, without the space around. */
  bare(stops: string, most: number): string {
    const from = this.at;
    while (this.at < this.text.length && !stops.includes(this.text[this.at]!)) {
      if (this.at > from && this.#startsComment()) break;
      this.at++;
    }
    return this.text.slice(from, Math.min(this.at, from + most)).trim();
  }

  #startsComment(): boolean {
    const [character, next] = [this.text[this.at], this.text[this.at + 1]];
    if (character === '/') return next === '/' || next === '*';
    return character === '#' && isSpace(this.text.charCodeAt(this.at - 1));
  }

  skipSpace(): void {
    for (;;) {
      while (isSpace(this.text.charCodeAt(this.at))) this.at++;
      if (!this.#startsComment()) return;
      const block = this.text[this.at + 1] === '*';
      const end = block ? this.text.indexOf('*/', this.at + 2) : this.text.indexOf('\n', this.at);
      this.at = end < 0 ? this.text.length : end + (block ? 2 : 1);
    }
  }

  /** Past an object or list with all that it holds. */
  skipNested(): void {
    let open = 0;
    while (this.at < this.text.length) {
      const character = this.text[this.at]!;
      if (character in CLOSING) {
        this.string(CLOSING[character]!);
        continue;
      }
      this.at++;
      if (character === '{' || character === '[') open++;
      else if ((character === '}' || character === ']') && --open === 0) return;
    }
  }
}

/** Space, control characters, no-break space, byte order mark and the two separators; false at the end (NaN). */
function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
}
