import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

/** The part of a logger that the service uses; injected, so that tests can listen. */
export interface Logger {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Never written: secrets, and what people say about their photos. */
const REDACTED = ['token', 'code', 'authorization', 'instruction', 'reading', 'photoName'].flatMap(
  (field) => [field, `*.${field}`],
);

/** JSON lines on stderr (stdout belongs to commands' output). */
export function createLogger(
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info',
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): PinoLogger {
  return pino({ level, base: null, redact: { paths: REDACTED, censor: '[not logged]' } }, destination);
}
