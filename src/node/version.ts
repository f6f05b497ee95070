import { readFileSync } from 'node:fs';

/** Put in by the build; running from the sources there is only `package.json`. */
declare const RETOUCHIQ_VERSION: string | undefined;

/** Version of the product. */
export const version: string = typeof RETOUCHIQ_VERSION === 'string' ? RETOUCHIQ_VERSION : readVersion();

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
