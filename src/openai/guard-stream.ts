import { badReply } from './failure.ts';
import { REPLY_BYTES } from './limits.ts';
import { notUtf8, tooLarge } from './read-whole.ts';

/** Longest line of an event stream, bytes: the client joins a line's pieces anew with each that arrives. */
const LINE_BYTES = 2 ** 20;
const LINE_FEED = 10;

/** Passes an event stream on while it is UTF-8 and of bounded size, and ends it with a failure otherwise. */
export function guardStream(body: ReadableStream<Uint8Array>, host: string): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [bytes, line] = [0, 0];
  function checkUtf8(piece?: Uint8Array): void {
    try {
      decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw notUtf8(host);
    }
  }
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.length;
        const end = piece.lastIndexOf(LINE_FEED);
        line = end === -1 ? line + piece.length : piece.length - end - 1;
        if (bytes > REPLY_BYTES) throw tooLarge(host);
        if (line > LINE_BYTES) throw badReply(`${host} sent a line of over a megabyte, and was cut off`);
        checkUtf8(piece);
        controller.enqueue(piece);
      },
      flush: () => checkUtf8(),
    }),
  );
}
