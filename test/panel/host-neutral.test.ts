import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const panel = join(import.meta.dirname, '../../plugin/panel');
const files = readdirSync(panel, { recursive: true, encoding: 'utf8' });
const read = (name: string) => readFileSync(join(panel, name), 'utf8');
const withoutComments = (css: string) => css.replace(/\/\*.*?\*\//gs, '');

/** What Photoshop's UXP ignores or lacks: Adobe's CSS and known-issues pages, and field reports on `gap`. */
const UNSUPPORTED_CSS =
  /(^|[\s;{])((row-|column-)?gap|grid[\w-]*|transition[\w-]*|animation[\w-]*|font|text-transform|float|inset|aspect-ratio)\s*:|@keyframes|@container|\b(min|max|clamp)\(|display:\s*grid|position:\s*sticky|:(focus-within|has|is|where)\b/m;
const UNSUPPORTED_CODE =
  /\b(TextDecoder|EventSource|URLSearchParams|Worker|WebAssembly|matchMedia|structuredClone)\b|\beval\(|new Function\(/;

describe('styles.css', () => {
  test('imports every sheet', () => {
    const imported = [...read('styles.css').matchAll(/@import ["']\.\/(.+?)["']/g)].map(([, name]) => name);
    expect(imported.sort()).toEqual(
      files.filter((name) => /^styles.+\.css$/.test(name) && name !== 'styles.css').sort(),
    );
  });

  test('has a rule for every class that the panel gives', () => {
    const rules = files
      .filter((name) => name.endsWith('.css'))
      .map(read)
      .join();
    const given = files
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => [...read(name).matchAll(/className="([\w -]+)"/g)])
      .flatMap(([, names = '']) => names.split(' '));
    expect([...new Set(given)].filter((name) => !rules.includes(`.${name}`))).toEqual([]);
  });
});

describe('plugin/panel', () => {
  test.each(files.filter((name) => name.endsWith('.css')))('%s uses only what UXP can style', (name) => {
    expect(withoutComments(read(name))).not.toMatch(UNSUPPORTED_CSS);
  });

  test.each(files.filter((name) => /\.tsx?$/.test(name)))('%s uses only what UXP can run', (name) => {
    expect(read(name)).not.toMatch(UNSUPPORTED_CODE);
  });
});

describe('colours of the panel', () => {
  const colors = new Map(
    [...read('styles/base.css').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, color]) => [
      name,
      color!,
    ]),
  );
  /** WCAG 2.2 relative luminance. */
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const pairs = ['text', 'text-strong', 'text-quiet', 'warning'].flatMap((text) =>
    ['window', 'pane', 'raised', 'field'].map((ground) => [text, ground] as const),
  );
  test.each(pairs)('%s on %s can be read (contrast at least 4.5)', (text, ground) => {
    expect(contrast(colors.get(text)!, colors.get(ground)!)).toBeGreaterThanOrEqual(4.5);
  });
});
