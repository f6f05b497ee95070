import { RetouchError } from '#wire/error.ts';
import { sameSecret } from '../secrets.ts';

/** @throws RetouchError `unauthorized` */
export function checkToken(authorization: string | undefined, token: string): void {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (given === undefined)
    throw new RetouchError(
      'unauthorized',
      'This needs the pairing token: pair first with the code that the service printed',
    );
  if (!sameSecret(given, token))
    throw new RetouchError('unauthorized', 'The pairing token is not valid (any more): pair again');
}
