import type { ByteReader } from './fetch.ts';

const LINE_FEED = 10;

/** Reads `text/event-stream` and hands on the data of every event; comments and other fields are passed over. */
export async function readEvents(reader: ByteReader, onData: (data: string) => void): Promise<void> {
  let line: number[] = [];
  let data: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return;
    for (const byte of value) {
      if (byte !== LINE_FEED) {
        line.push(byte);
        continue;
      }
      const text = decodeUtf8(line);
      line = [];
      if (text.startsWith('data:')) data.push(text.slice(5).replace(/^ /, ''));
      if (text !== '' || data.length === 0) continue;
      onData(data.join('\n'));
      data = [];
    }
  }
}

/** A whole line, so no character is cut; TextDecoder is not everywhere (UXP). */
function decodeUtf8(bytes: readonly number[]): string {
  const escaped = bytes.map((byte) =>
    byte < 0x80 && byte !== 0x25 ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`,
  );
  return decodeURIComponent(escaped.join('')).replace(/\r$/, '');
}
