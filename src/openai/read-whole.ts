import { badReply } from './failure.ts';

/**
 * The text of a reply, read no further than `most` bytes.
 *
 * @throws {RequestFailed} when there is more and it is not to be cut, or when it is not UTF-8
 */
export async function readWhole(reply: Response, most: number, beyond: 'cut' | 'refuse'): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const reader = reply.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    bytes += value.length;
    if (bytes <= most) continue;
    await reader.cancel().catch(() => {});
    if (beyond === 'refuse') throw tooLarge(hostOf(reply));
    break;
  }
  const all = Buffer.concat(pieces).subarray(0, most);
  try {
    return new TextDecoder('utf-8', { fatal: beyond === 'refuse' }).decode(all);
  } catch {
    throw notUtf8(hostOf(reply));
  }
}

function hostOf({ url }: Response): string {
  return URL.canParse(url) ? new URL(url).host : 'The server';
}

export function tooLarge(host: string) {
  return badReply(`${host} sent far more than an answer can be, and was cut off: is this a chat model?`);
}

export function notUtf8(host: string) {
  return badReply(`${host} sent text that is not UTF-8`, { retry: true });
}
