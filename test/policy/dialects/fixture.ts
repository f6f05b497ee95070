import { readFileSync } from 'node:fs';
import type { DialectContext } from '#policy/dialects/dialect.ts';
import { RENDERED_WHITE } from '#settings/white-balance.ts';

/** A reply of test/fixtures/policy. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/policy/${name}`, import.meta.url), 'utf8');
}

export const context: DialectContext = { asShot: RENDERED_WHITE };
