import { Edits } from './edits.ts';
import { META, RDF } from './namespaces.ts';
import { childElements, parseXmp, readXmpText } from './parse.ts';
import { type ScannedElement, scanXml } from './scan.ts';
import { escapeXml } from './xml.ts';

/** Namespace of what the product keeps in a document's own metadata. */
const OWN = 'https://retouchiq.org/ns/1.0/';
const PREFIX = 'retouchiq';

/**
 * A property of ours in an XMP packet, whether it stands there as an attribute or as an element: programs that save
 * the packet spell it as they like. Undefined when there is none.
 *
 * @throws RetouchError `bad-settings` when the text is not XMP
 */
export function readOwnProperty(xmp: string, name: string): string | undefined {
  if (xmp.trim() === '') return undefined;
  for (const description of parseXmp(readXmpText(xmp))) {
    const attribute = description.getAttributeNS(OWN, name);
    if (attribute !== null && attribute !== '') return attribute;
    const element = childElements(description).find(
      (child) => child.namespaceURI === OWN && child.localName === name,
    );
    if (element !== undefined) return element.textContent ?? '';
  }
  return undefined;
}

/**
 * The packet with our property set, or without it and any trace of our namespace when `value` is null. Every other
 * byte stays as it is; an empty packet is begun.
 *
 * @throws RetouchError `bad-settings` when the text is not XMP
 */
export function writeOwnProperty(xmp: string, name: string, value: string | null): string {
  if (xmp.trim() === '') return value === null ? '' : newPacket(propertyOf(name, value));
  const text = readXmpText(xmp);
  parseXmp(text);
  const rdf = findRdf(scanXml(text));
  const edits = new Edits();
  for (const description of rdf.children) takeOut(description, name, value === null, edits);
  if (value !== null) {
    const property = propertyOf(name, value);
    if (rdf.selfClosing) {
      const tag = text.slice(rdf.start, rdf.openEnd).replace(/\s*\/>$/, '>');
      edits.replace(
        rdf.start,
        rdf.end,
        `${tag}${property}</${rdf.prefix === '' ? '' : `${rdf.prefix}:`}RDF>`,
      );
    } else edits.insert(rdf.closeStart, property);
  }
  return edits.apply(text);
}

function findRdf(roots: readonly ScannedElement[]): ScannedElement {
  const isRdf = ({ uri, name }: ScannedElement) => uri === RDF && name === 'RDF';
  // `parseXmp` has found one: the root or a child of it.
  return [...roots, ...roots.flatMap(({ children }) => children)].find(isRdf)!;
}

function takeOut(description: ScannedElement, name: string, everything: boolean, edits: Edits): void {
  const ours = (part: { readonly uri: string; readonly name: string }) =>
    part.uri === OWN && (everything || part.name === name);
  const elements = description.children.filter(ours);
  const attributes = description.attributes.filter(ours);
  if (elements.length + attributes.length === 0) return;
  const about = description.attributes.filter(({ uri, name: each }) => uri === RDF && each === 'about');
  const declared = description.attributes.filter(({ prefix }) => prefix === 'xmlns');
  const others =
    description.children.length - elements.length + description.attributes.length - attributes.length;
  if (others === about.length + declared.length) {
    edits.remove(description.start, description.end);
    return;
  }
  for (const { start, end } of elements) edits.remove(start, end);
  for (const { start, valueEnd } of attributes) edits.remove(start, valueEnd + 1);
}

function propertyOf(name: string, value: string): string {
  return (
    `<rdf:Description xmlns:rdf="${RDF}" rdf:about="" xmlns:${PREFIX}="${OWN}">` +
    `<${PREFIX}:${name}>${escapeXml(value)}</${PREFIX}:${name}></rdf:Description>`
  );
}

function newPacket(property: string): string {
  return (
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    `<x:xmpmeta xmlns:x="${META}"><rdf:RDF xmlns:rdf="${RDF}">${property}</rdf:RDF></x:xmpmeta>` +
    '<?xpacket end="w"?>'
  );
}
