import { readdirSync, readFileSync } from 'node:fs';
import * as library from '@xmldom/xmldom';
import fc from 'fast-check';
import { DOMParser } from '../../../plugin/photoshop/text/xml.ts';

interface Shown {
  readonly name: string;
  readonly uri: string | null;
  readonly attributes: readonly (readonly [string, string | null, string | null, string])[];
  readonly text: string;
  readonly children: readonly Shown[];
}

interface AnyElement {
  readonly nodeType: number;
  readonly namespaceURI: string | null;
  readonly localName: string | null;
  readonly attributes: ArrayLike<{
    name: string;
    localName: string | null;
    namespaceURI: string | null;
    value: string;
  }>;
  readonly textContent: string | null;
  readonly firstChild: unknown;
  readonly nextSibling: unknown;
}

function show(element: AnyElement): Shown {
  const children: Shown[] = [];
  for (
    let node = element.firstChild as AnyElement | null;
    node !== null;
    node = node.nextSibling as AnyElement | null
  )
    if (node.nodeType === 1) children.push(show(node));
  return {
    name: element.localName ?? '',
    uri: element.namespaceURI,
    attributes: Array.from(
      element.attributes,
      (one) => [one.name, one.localName, one.namespaceURI, one.value] as const,
    ),
    text: element.textContent ?? '',
    children,
  };
}

const ours = (text: string) => show(new DOMParser().parseFromString(text).documentElement as never);
const theirs = (text: string) => {
  const parser = new library.DOMParser({
    locator: false,
    onError: (_level, message) => {
      throw new Error(message);
    },
  });
  return show(parser.parseFromString(text, 'text/xml').documentElement as never);
};

const FOLDER = 'test/fixtures/xmp';

describe('the small XML reader', () => {
  it.each(readdirSync(FOLDER))('reads %s as the library does', (name) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
      .replace(/^\uFEFF/, '')
      .trimEnd();
    expect(ours(text)).toEqual(theirs(text));
  });

  it.each([
    '<a/>',
    "<?xml version='1.0'?>\n<!-- a > b --><a b='\"' c = \"x&#10;y\n z\">t<![CDATA[<&]]>u<b/></a>\n<!-- end -->",
    '<a xmlns="u" xmlns:p="v"><p:b p:c="1" d="2"/><c xmlns="w"><d xml:lang="x-default">e</d></c></a>',
    '<a>&amp;&lt;&gt;&quot;&apos;&#x1F600;&#233;é日</a>',
    '<a\n  b="1"\n/>',
    '<a>\r\n x\ry</a>',
    '<é·1 ö="ü"/>',
  ])('reads %p as the library does', (text) => {
    expect(ours(text)).toEqual(theirs(text));
  });

  it('reads any tree as the library does', () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', ' ', '\n', '"', "'", '&', '<', '>', 'ß', '😀', ']') })
      .map((raw) =>
        raw
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;'),
      );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc
        .record({
          name: fc.constantFrom('p:a', 'b', 'q:c-d.e'),
          attributes: fc.dictionary(fc.constantFrom('x', 'p:y', 'q:z', 'xmlns:q'), text, { maxKeys: 4 }),
          inside: fc.array(fc.oneof({ maxDepth: 4 }, text, tie('tree')), { maxLength: 4 }),
        })
        .map(
          ({ name, attributes, inside }) =>
            `<${name}${Object.entries(attributes)
              .map(([key, value]) => ` ${key}="${key.startsWith('xmlns') ? `u${value}` : value}"`)
              .join('')}>${inside.join('')}</${name}>`,
        ),
    }));
    fc.assert(
      fc.property(tree, (inside) => {
        const whole = `<r xmlns:p="urn:p" xmlns:q="urn:q">${inside}</r>`;
        expect(ours(whole)).toEqual(theirs(whole));
      }),
    );
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a/>text',
    '<a b=c/>',
    '<a b/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a>&nothing;</a>',
    '<a>&</a>',
    '<a>&#x110000;</a>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<1/>',
    '< a/>',
    '<!DOCTYPE a><a/>',
  ])('refuses %p', (text) => {
    expect(() => ours(text)).toThrow(SyntaxError);
  });

  it('reads a deep tree without running out of stack', () => {
    const deep = 20_000;
    const { documentElement } = new DOMParser().parseFromString('<a>'.repeat(deep) + '</a>'.repeat(deep));
    let depth = 0;
    for (let node: unknown = documentElement; node; node = (node as AnyElement).firstChild) depth++;
    expect(depth).toBe(deep);
  });
});
