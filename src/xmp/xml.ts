/** Text made safe for an attribute or for element content; line breaks and tabs survive attribute normalisation. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (character in ESCAPES ? character : ''))
    .replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** ` crs:Name="value"` for each, in order. */
export function attributes(
  prefix: string,
  pairs: readonly (readonly [string, string])[],
  separator = ' ',
): string {
  return pairs.map(([name, value]) => `${separator}${prefix}:${name}="${escapeXml(value)}"`).join('');
}

/** Items of a list, as element content. */
export function sequence(items: readonly string[]): string {
  return `<rdf:Seq>${items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('')}</rdf:Seq>`;
}

/** Text with one default alternative, as Camera Raw names things. */
export function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}
