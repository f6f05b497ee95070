import type { Theme } from './themes.ts';

/**
 * A style sheet as UXP sees it: what is not in the list of what works there is left out, so that a picture of the page
 * shows the panel as it would stand in Photoshop [VAL css data; DOC known-issues, unsupported].
 */

const PROPERTIES =
  /^(--[\w-]+|align-(content|items|self)|background(-[a-z]+)*|border(-[a-z]+)*|bottom|left|right|top|color|content|cursor|display|fill(-[a-z]+)*|flex(-[a-z]+)*|font-(family|size|style|weight)|(min-|max-)?(height|width)|justify-content|letter-spacing|line-clamp|line-height|margin(-[a-z]+)*|object-(fit|position)|opacity|order|outline(-[a-z]+)*|overflow(-[xy])?|padding(-[a-z]+)*|pointer-events|position|stroke(-[a-z]+)*|text-(align|decoration(-[a-z]+)*|overflow)|transform|vertical-align|visibility|white-space|word-break|z-index)$/;
const VALUES =
  /\b(grid|inline-grid|contents|sticky|space-evenly)\b|\b(min|max|clamp|color-mix|env|repeat|conic-gradient)\(/;
const MEDIA = /^@media\b(?!.*(prefers-reduced|prefers-contrast|hover|pointer|resolution|forced-colors))/;
const SELECTORS = /:(is|where|has|focus-visible|focus-within|nth-child\([^)]* of )|@container|&/;

function keepDeclarations(text: string): string {
  return text
    .split(/;(?![^(]*\))/)
    .filter((declaration) => {
      const [property = '', ...value] = declaration.split(':');
      return PROPERTIES.test(property.trim()) && !VALUES.test(value.join(':'));
    })
    .join(';');
}

/** Position behind the brace that closes the one at `open`. */
function endOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

export function asUxpSeesIt(css: string, theme: Theme): string {
  let text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  let kept = '';
  while (text.includes('{')) {
    const open = text.indexOf('{');
    const end = endOf(text, open);
    const head = text.slice(0, open).trim();
    const body = text.slice(open + 1, end - 1);
    if (head.startsWith('@')) {
      const scheme = /prefers-color-scheme:\s*(\w+)/.exec(head)?.[1];
      // Four themes, of which a browser knows two [CODE BOLT].
      if (scheme !== undefined) kept += scheme === theme ? asUxpSeesIt(body, theme) : '';
      else if (MEDIA.test(head)) kept += `${head}{${asUxpSeesIt(body, theme)}}`;
    } else {
      const selectors = head.split(/,(?![^(]*\))/).filter((selector) => !SELECTORS.test(selector));
      if (selectors.length > 0) kept += `${selectors.join(',')}{${keepDeclarations(body)}}`;
    }
    text = text.slice(end);
  }
  return kept;
}
