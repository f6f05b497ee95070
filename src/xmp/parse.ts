import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { RetouchError } from '#wire/error.ts';
import { RDF } from './namespaces.ts';
import { decodeText, stripMark } from './text.ts';

/** Characters; the largest sidecars (brushes, embedded tables) have a few million. */
export const MOST_CHARACTERS = 16 * 1024 * 1024;

/** Start and end tags; a sidecar with much brushwork has some ten thousands. */
const MOST_TAGS = 500_000;

function countTags(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count++;
  return count;
}

function refuse(why: string, cause?: unknown): never {
  throw new RetouchError('bad-settings', `This is not XMP: ${why}`, { cause });
}

/** Text of a file, whatever its encoding, bounded and without anything that could make a parser fetch or multiply. */
export function readXmpText(source: string | Uint8Array): string {
  if (source.length > MOST_CHARACTERS * 2) refuse('it is too large');
  const text = typeof source === 'string' ? stripMark(source) : decodeText(source);
  if (text.length > MOST_CHARACTERS) refuse('it is too large');
  if (text.trim() === '') refuse('the file is empty');
  // XMP has no use for a document type, and with none there are no entities to expand or fetch.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) refuse('a document type declaration is not allowed in it');
  if (countTags(text) > MOST_TAGS) refuse('it has too many elements');
  return text;
}

/** Padding behind the closing packet mark may be anything blank, also zero bytes. A loop: a pattern would be slow here. */
export function trimPadding(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\0' || (text[end - 1] ?? '').trim() === '')) end--;
  return text.slice(0, end);
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function childElements(parent: Node): readonly Element[] {
  const elements: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (isElement(node)) elements.push(node);
  return elements;
}

/**
 * The top-level descriptions of an XMP packet.
 * @throws RetouchError `bad-settings` when the text is not well-formed XML with an rdf:RDF in it
 */
export function parseXmp(text: string): readonly Element[] {
  let root: Element | null;
  try {
    const parser = new DOMParser({
      locator: false,
      // Its warnings are about attributes without quotes or values: not XML, and Adobe's programs refuse it.
      onError: (_level, message) => {
        throw new Error(message);
      },
    });
    root = parser.parseFromString(trimPadding(text), 'text/xml').documentElement;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n')[0] : '';
    return refuse(`the XML is damaged (${(message ?? '').slice(0, 160)})`, error);
  }
  if (root === null) return refuse('it has no content');
  const rdf = [root, ...childElements(root)].find(
    (one) => one.namespaceURI === RDF && one.localName === 'RDF',
  );
  if (rdf === undefined) return refuse('there is no rdf:RDF in it');
  return childElements(rdf);
}
