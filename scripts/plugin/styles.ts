/** A style sheet as rules; enough for what esbuild prints. */
export type StyleItem = StyleRule | StyleBlock;

export interface StyleRule {
  readonly kind: 'rule';
  readonly selectors: readonly string[];
  readonly declarations: readonly Declaration[];
}

/** `@media … { }` and whatever else has rules inside. */
export interface StyleBlock {
  readonly kind: 'block';
  /** `@media (max-width: 420px)` */
  readonly prelude: string;
  readonly items: readonly StyleItem[];
}

export interface Declaration {
  readonly property: string;
  readonly value: string;
}

/** @throws SyntaxError where a brace is missing */
export function parseStyles(text: string): readonly StyleItem[] {
  const css = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const items: StyleItem[] = [];
  let at = 0;
  while (at < css.length) {
    const end = indexOutside(css, '{;}', at);
    if (end === -1 || css[end] === '}') {
      if (css.slice(at).trim() === '') break;
      throw new SyntaxError(`Cannot read the style sheet at '${css.slice(at, at + 40).trim()}'`);
    }
    const head = css.slice(at, end).trim();
    if (css[end] === ';') {
      if (head !== '') items.push({ kind: 'block', prelude: head, items: [] });
      at = end + 1;
      continue;
    }
    const close = closingBrace(css, end);
    const body = css.slice(end + 1, close);
    items.push(
      head.startsWith('@') && indexOutside(body, '{', 0) !== -1
        ? { kind: 'block', prelude: head, items: parseStyles(body) }
        : { kind: 'rule', selectors: splitOutside(head, ','), declarations: declarationsIn(body) },
    );
    at = close + 1;
  }
  return items;
}

export function printStyles(items: readonly StyleItem[]): string {
  return items
    .map((item) => {
      if (item.kind === 'block') return `${item.prelude}{${printStyles(item.items)}}`;
      const body = item.declarations.map(({ property, value }) => `${property}:${value}`).join(';');
      return `${item.selectors.join(',')}{${body}}\n`;
    })
    .join('');
}

/** Every rule, those inside of blocks too. */
export function rulesIn(items: readonly StyleItem[]): readonly StyleRule[] {
  return items.flatMap((item) => (item.kind === 'rule' ? [item] : rulesIn(item.items)));
}

function declarationsIn(body: string): readonly Declaration[] {
  return splitOutside(body, ';').map((text) => {
    const colon = text.indexOf(':');
    if (colon === -1) throw new SyntaxError(`Cannot read the declaration '${text}'`);
    return { property: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
  });
}

function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = indexOutside(text, separator, at);
    const end = found === -1 ? text.length : found;
    parts.push(text.slice(at, end).trim());
    at = end + 1;
  }
  return parts.filter((part) => part !== '');
}

function closingBrace(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at !== -1; at = indexOutside(css, '{}', at + 1)) {
    depth += css[at] === '{' ? 1 : -1;
    if (depth === 0) return at;
  }
  throw new SyntaxError(`Cannot read the style sheet: '${css.slice(open, open + 40)}' is not closed`);
}

/** Index of the first of `characters` that is not inside of quotes or parentheses. */
function indexOutside(text: string, characters: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\') at++;
    else if (character === '"' || character === "'") at = endOfQuote(text, at);
    else if (depth === 0 && characters.includes(character)) return at;
    else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
  }
  return -1;
}

function endOfQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[open]) return at;
  }
  throw new SyntaxError(
    `Cannot read the style sheet: a quote is not closed at '${text.slice(open, open + 40)}'`,
  );
}
