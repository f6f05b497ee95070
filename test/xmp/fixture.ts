import { readFileSync } from 'node:fs';

export const FIXTURES = [
  'element-form.xmp',
  'exported-jpeg.xmp',
  'hobby-preset.xmp',
  'no-settings.xmp',
  'old-process.xmp',
  'sidecar-with-masks.xmp',
] as const;

/** Text of a file in `test/fixtures/xmp`; all are made for these tests. */
export function fixture(name: (typeof FIXTURES)[number]): string {
  return readFileSync(new URL(`../fixtures/xmp/${name}`, import.meta.url), 'utf8');
}
