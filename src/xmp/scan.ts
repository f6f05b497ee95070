/** An attribute by its place in the text. `start` includes the white space before it. */
export interface ScannedAttribute {
  readonly prefix: string;
  readonly name: string;
  readonly uri: string;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** An element by its place in the text; `openEnd` is behind the `>` of its start tag. */
export interface ScannedElement {
  readonly prefix: string;
  readonly name: string;
  readonly uri: string;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  closeStart: number;
  end: number;
  readonly attributes: readonly ScannedAttribute[];
  readonly children: ScannedElement[];
  /** Namespace by prefix, as in force inside. */
  readonly scope: ReadonlyMap<string, string>;
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function split(qualified: string): { prefix: string; name: string } {
  const colon = qualified.indexOf(':');
  return colon < 0
    ? { prefix: '', name: qualified }
    : { prefix: qualified.slice(0, colon), name: qualified.slice(colon + 1) };
}

type RawAttribute = Omit<ScannedAttribute, 'uri'>;

/** Attributes of a start tag whose name ends at `at`; `end` is behind its `>`. */
function scanAttributes(
  text: string,
  at: number,
): { attributes: RawAttribute[]; end: number; selfClosing: boolean } {
  const pattern = /\s*(?:(\/?)>|([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'))/y;
  const attributes: RawAttribute[] = [];
  pattern.lastIndex = at;
  for (;;) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    // Cannot happen to text that the parser accepted.
    if (match === null) throw new Error(`Cannot scan XML at ${start}`);
    const [, slash, qualified, double, single] = match;
    if (qualified === undefined) return { attributes, end: pattern.lastIndex, selfClosing: slash === '/' };
    const valueEnd = pattern.lastIndex - 1;
    const valueStart = valueEnd - (double ?? single ?? '').length;
    attributes.push({ ...split(qualified), start, valueStart, valueEnd });
  }
}

function scopeOf(text: string, attributes: readonly RawAttribute[], outer: ReadonlyMap<string, string>) {
  const scope = new Map(outer);
  for (const { prefix, name, valueStart, valueEnd } of attributes) {
    if (prefix === 'xmlns') scope.set(name, text.slice(valueStart, valueEnd));
    else if (prefix === '' && name === 'xmlns') scope.set('', text.slice(valueStart, valueEnd));
  }
  return scope;
}

/**
 * Elements and attributes of a text **that a parser has found to be well-formed and without a document type**, with
 * their places, so that a change can leave every other byte alone (a serializer would not).
 */
export function scanXml(text: string): readonly ScannedElement[] {
  const roots: ScannedElement[] = [];
  const open: ScannedElement[] = [];
  const namePattern = /[^\s/>]+/y;
  for (let at = text.indexOf('<'); at >= 0; ) {
    const skipped = SKIPPED.find(([mark]) => text.startsWith(mark, at));
    if (skipped !== undefined) {
      at = text.indexOf('<', text.indexOf(skipped[1], at) + skipped[1].length);
      continue;
    }
    if (text.startsWith('</', at)) {
      const element = open.pop();
      const end = text.indexOf('>', at) + 1;
      if (element !== undefined) Object.assign(element, { closeStart: at, end });
      at = text.indexOf('<', end);
      continue;
    }
    namePattern.lastIndex = at + 1;
    const nameEnd = at + 1 + (namePattern.exec(text)?.[0].length ?? 0);
    const { attributes, end, selfClosing } = scanAttributes(text, nameEnd);
    const scope = scopeOf(text, attributes, open.at(-1)?.scope ?? new Map());
    const { prefix, name } = split(text.slice(at + 1, nameEnd));
    const element: ScannedElement = {
      prefix,
      name,
      uri: scope.get(prefix) ?? '',
      start: at,
      openEnd: end,
      selfClosing,
      closeStart: end,
      end,
      attributes: attributes.map((one) => ({
        ...one,
        uri: one.prefix === '' ? '' : (scope.get(one.prefix) ?? ''),
      })),
      children: [],
      scope,
    };
    (open.at(-1)?.children ?? roots).push(element);
    if (!selfClosing) open.push(element);
    at = text.indexOf('<', end);
  }
  return roots;
}
