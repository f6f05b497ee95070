/**
 * Reads XML as far as XMP needs it: elements, attributes, namespaces, text; no document type. The plug-in's bundle has
 * this under the name of the XML library that the rest of the product uses, which is six times as large and speaks of
 * parts of the DOM that UXP does not have. Both are held against each other in the tests.
 */
export class DOMParser {
  /** @throws SyntaxError when it is not well-formed */
  parseFromString(text: string): { readonly documentElement: XmlElement } {
    return { documentElement: parseXml(text) };
  }
}

export interface XmlAttribute {
  readonly namespaceURI: string | null;
  readonly localName: string;
  readonly name: string;
  readonly value: string;
}

export interface XmlText {
  readonly nodeType: 3;
  readonly textContent: string;
  nextSibling: XmlNode | null;
}

export type XmlNode = XmlElement | XmlText;
type Scope = Readonly<Record<string, string>>;

export class XmlElement {
  readonly nodeType = 1;
  readonly namespaceURI: string | null;
  readonly localName: string;
  readonly tagName: string;
  readonly attributes: readonly XmlAttribute[];
  readonly scope: Scope;
  firstChild: XmlNode | null = null;
  nextSibling: XmlNode | null = null;
  private lastChild: XmlNode | null = null;

  constructor(tagName: string, attributes: readonly Omit<XmlAttribute, 'namespaceURI'>[], outer: Scope) {
    const scope: Record<string, string> = { ...outer };
    for (const { name, localName, value } of attributes)
      if (name === 'xmlns' || name.startsWith('xmlns:')) scope[name === 'xmlns' ? '' : localName] = value;
    this.scope = scope;
    this.tagName = tagName;
    this.localName = localNameOf(tagName);
    this.namespaceURI = scope[prefixOf(tagName)] ?? null;
    this.attributes = attributes.map((attribute) => {
      const prefix = attribute.name === 'xmlns' ? 'xmlns' : prefixOf(attribute.name);
      return { ...attribute, namespaceURI: prefix === '' ? null : (scope[prefix] ?? null) };
    });
  }

  get textContent(): string {
    let text = '';
    for (let node = this.firstChild; node !== null; node = node.nextSibling) text += node.textContent;
    return text;
  }

  getAttribute(name: string): string | null {
    return this.attributes.find((attribute) => attribute.name === name)?.value ?? null;
  }

  getAttributeNS(uri: string | null, localName: string): string | null {
    const found = this.attributes.find((one) => one.namespaceURI === uri && one.localName === localName);
    return found?.value ?? null;
  }

  append(node: XmlNode): void {
    if (this.lastChild === null) this.firstChild = node;
    else this.lastChild.nextSibling = node;
    this.lastChild = node;
  }
}

/** The two prefixes that need no declaration. */
const BUILT_IN: Scope = {
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
};
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._·-]*(:[\p{L}_][\p{L}\p{M}\p{N}._·-]*)?$/u;
const OPEN = /<([^\s<>/!?=]+)((?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const CLOSE = /<\/([^\s<>/]+)\s*>/y;
/** Passed over, but for the text in the second. */
const SPANS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function parseXml(text: string): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  const write = (content: string) => {
    const inside = open.at(-1);
    if (inside !== undefined) {
      if (content !== '') inside.append({ nodeType: 3, textContent: content, nextSibling: null });
    } else if (content.trim() !== '') throw damaged(`text outside of the root element: '${content.trim()}'`);
  };
  for (let at = 0; at < text.length; ) {
    const tag = text.indexOf('<', at);
    write(decodeEntities(text.slice(at, tag < 0 ? text.length : tag)));
    if (tag < 0) break;
    const span = SPANS.find(([mark]) => text.startsWith(mark, tag));
    if (span !== undefined) {
      const [mark, end] = span;
      const close = text.indexOf(end, tag + mark.length);
      if (close < 0) throw damaged(`'${mark}' is not closed`);
      if (mark === '<![CDATA[') write(text.slice(tag + mark.length, close));
      at = close + end.length;
    } else if (text.startsWith('</', tag)) {
      const [whole, name] = matchAt(CLOSE, text, tag);
      const closed = open.pop();
      if (closed?.tagName !== name) throw damaged(`</${name}> closes <${closed?.tagName ?? ''}>`);
      at = tag + whole.length;
    } else {
      const [whole, name = '', attributes = '', slash] = matchAt(OPEN, text, tag);
      if (!NAME.test(name)) throw damaged(`'${name}' is no name`);
      const element = new XmlElement(name, attributesIn(attributes), open.at(-1)?.scope ?? BUILT_IN);
      if (open.length === 0 && root !== undefined) throw damaged(`a second root element <${name}>`);
      root ??= element;
      open.at(-1)?.append(element);
      if (slash === '') open.push(element);
      at = tag + whole.length;
    }
  }
  if (open.length > 0) throw damaged(`<${open.at(-1)!.tagName}> is not closed`);
  if (root === undefined) throw damaged('there is no root element');
  return root;
}

function attributesIn(text: string): readonly Omit<XmlAttribute, 'namespaceURI'>[] {
  const seen = new Set<string>();
  return [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, name = '', double, single]) => {
      if (!NAME.test(name)) throw damaged(`'${name}' is no name`);
      if (seen.has(name)) throw damaged(`'${name}' is there twice`);
      seen.add(name);
      // White space of any kind in a value is one space each (XML 1.0, 3.3.3).
      const value = decodeEntities((double ?? single ?? '').replaceAll(/\r\n|[\t\n\r]/g, ' '));
      return { name, localName: localNameOf(name), value };
    },
  );
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/&([^;&\s]{1,12};)?/g, (whole, name?: string) => {
    const body = name?.slice(0, -1) ?? '';
    const number = /^#(?:x([\da-f]+)|(\d+))$/i.exec(body);
    const code =
      number === null ? 0 : Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
    const character =
      number === null ? ENTITIES[body] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined) throw damaged(`'${whole}' stands for nothing`);
    return character;
  });
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) throw damaged(`'${text.slice(at, at + 40)}' is no tag`);
  return match;
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}

function localNameOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function damaged(why: string): SyntaxError {
  return new SyntaxError(why);
}
