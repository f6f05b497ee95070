import type { Element } from '@xmldom/xmldom';
import { CRS, RDF } from './namespaces.ts';
import { childElements } from './parse.ts';

/** A property is text (attribute form) or an element (everything else). */
export type PropertyValue = string | Element;

export interface Property {
  readonly key: string;
  readonly value: PropertyValue;
}

function isRdf(element: Element, name: string): boolean {
  return element.namespaceURI === RDF && element.localName === name;
}

/** Camera Raw properties of a description, in attribute and in element form. */
export function propertiesOf(description: Element): readonly Property[] {
  const attributes = Array.from(description.attributes)
    .filter((attribute) => attribute.namespaceURI === CRS)
    .map((attribute) => ({ key: attribute.localName ?? '', value: attribute.value }));
  const elements = childElements(description)
    .filter((element) => element.namespaceURI === CRS)
    .map((element) => ({ key: element.localName ?? '', value: element }));
  return [...attributes, ...elements];
}

/** A structure, written as attributes, as a nested description, or both; the first of a key counts. */
export function structOf(value: PropertyValue): ReadonlyMap<string, PropertyValue> {
  const fields = new Map<string, PropertyValue>();
  if (typeof value === 'string') return fields;
  const nested = childElements(value).filter((element) => isRdf(element, 'Description'));
  for (const { key, value: field } of [value, ...nested].flatMap(propertiesOf)) {
    if (!fields.has(key)) fields.set(key, field);
  }
  return fields;
}

/** Items of an rdf:Seq, rdf:Bag or rdf:Alt. */
export function itemsOf(value: PropertyValue | undefined): readonly Element[] {
  if (value === undefined || typeof value === 'string') return [];
  return childElements(value)
    .filter((element) => ['Seq', 'Bag', 'Alt'].some((name) => isRdf(element, name)))
    .flatMap((list) => childElements(list).filter((element) => isRdf(element, 'li')));
}

/** Plain text; of alternatives the default one. Text of elements is trimmed only when it is laid out on lines. */
export function textOf(value: PropertyValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  const items = itemsOf(value);
  const chosen = items.find((item) => item.getAttribute('xml:lang') === 'x-default') ?? items[0] ?? value;
  const text = chosen.textContent ?? '';
  return text.includes('\n') ? text.trim() : text;
}
