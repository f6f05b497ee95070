import { randomInt } from 'node:crypto';
import { RetouchError } from '#wire/error.ts';
import { sameSecret } from './secrets.ts';

export interface Pairing {
  /** A new short code; the one before is void. */
  issue(): string;
  /**
   * The token for the right code, once.
   *
   * @throws RetouchError `unauthorized`
   */
  redeem(code: string): string;
}

export interface PairingOptions {
  readonly token: string;
  /** Milliseconds. */
  readonly now: () => number;
  /** How long a code is good. Default two minutes. */
  readonly lifeMs?: number;
  /** Wrong tries before the code is void. Default 5: one chance in 200 000 to guess six digits. */
  readonly tries?: number;
}

/** Trades a short code, read off the terminal by a person, for the token that programs send. */
export function createPairing({ token, now, lifeMs = 120_000, tries = 5 }: PairingOptions): Pairing {
  let open: { code: string; until: number; tries: number } | undefined;
  return {
    issue() {
      open = { code: String(randomInt(1_000_000)).padStart(6, '0'), until: now() + lifeMs, tries };
      return open.code;
    },
    redeem(code) {
      if (open === undefined || now() > open.until || open.tries <= 0) {
        throw new RetouchError(
          'unauthorized',
          'There is no valid code at the moment: ask the service for a new one',
        );
      }
      open.tries -= 1;
      if (!sameSecret(code.replaceAll(/[\s-]/g, ''), open.code)) {
        throw new RetouchError(
          'unauthorized',
          `This code is not right; ${open.tries} ${open.tries === 1 ? 'try' : 'tries'} left`,
        );
      }
      open = undefined;
      return token;
    },
  };
}
