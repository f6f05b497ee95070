/** A list of replacements in a text, given by places in the original. */
export class Edits {
  readonly #list: { start: number; end: number; text: string }[] = [];

  replace(start: number, end: number, text: string): void {
    this.#list.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** Insertions at one place keep their order. Replacements must not overlap. */
  apply(text: string): string {
    const sorted = [...this.#list].sort((a, b) => a.start - b.start || a.end - b.end);
    let result = '';
    let at = 0;
    for (const { start, end, text: replacement } of sorted) {
      result += text.slice(at, start) + replacement;
      at = end;
    }
    return result + text.slice(at);
  }
}
