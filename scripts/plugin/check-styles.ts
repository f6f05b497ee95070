import {
  FUNCTIONS,
  MEDIA,
  PROPERTIES,
  PSEUDO_CLASSES,
  PSEUDO_ELEMENTS,
  UNITS,
  VALUES,
} from './host-styles.ts';
import { type Declaration, parseStyles, rulesIn, type StyleItem } from './styles.ts';

/** What a style sheet says that UXP does not understand, in sentences. */
export function stylesProblems(css: string): readonly string[] {
  const items = parseStyles(css);
  const found = [
    ...preludesIn(items)
      .filter((prelude) => !MEDIA.test(prelude))
      .map((prelude) => `UXP has no ${prelude}`),
    ...rulesIn(items).flatMap(({ selectors, declarations }) => [
      ...selectors.flatMap(selectorProblems),
      ...declarations.flatMap((declaration) =>
        declarationProblems(declaration).map((problem) => `${problem} (in ${selectors.join(', ')})`),
      ),
    ]),
  ];
  return [...new Set(found)];
}

function preludesIn(items: readonly StyleItem[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'block') return [item.prelude, ...preludesIn(item.items)];
    return item.selectors.filter((selector) => selector.startsWith('@'));
  });
}

function selectorProblems(selector: string): readonly string[] {
  const bare = selector.replaceAll(/"[^"]*"|'[^']*'/g, '""');
  return [...bare.matchAll(/(::?)([a-z-]+)/g)].flatMap(([whole, colons, name = '']) => {
    const known = PSEUDO_ELEMENTS.has(name) || (colons === ':' && PSEUDO_CLASSES.has(name));
    return known ? [] : [`UXP has no ${whole} (in ${selector})`];
  });
}

function declarationProblems({ property, value }: Declaration): readonly string[] {
  const bare = value.replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '').replace(/\s*!important$/, '');
  const problems: string[] = [];
  if (!property.startsWith('--') && !PROPERTIES.has(property))
    problems.push(`UXP has no property ${property}`);
  const allowed = VALUES[property];
  if (allowed !== undefined && !bare.includes('var(') && !allowed.test(bare))
    problems.push(`UXP has no ${property}: ${value}`);
  for (const [, name = ''] of bare.matchAll(/([a-z-]+)\(/gi))
    if (!FUNCTIONS.has(name.toLowerCase())) problems.push(`UXP has no ${name}()`);
  // Numbers within names (`--grey-2px`) and colours (`#1e1e1e`) are none.
  for (const [, unit = ''] of bare
    .replaceAll(/#[\da-f]+|--[\w-]+/gi, '')
    .matchAll(/(?<![\w-])-?(?:\d*\.)?\d+([a-z%]+)/gi))
    if (!UNITS.has(unit.toLowerCase())) problems.push(`UXP has no unit ${unit} (in ${property}: ${value})`);
  return problems;
}
