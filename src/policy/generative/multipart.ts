import { joinBytes, utf8 } from './bytes.ts';

export interface FilePart {
  readonly name: string;
  readonly filename: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A form as `multipart/form-data` (RFC 7578). */
export function multipart(
  fields: Readonly<Record<string, string>>,
  files: readonly FilePart[],
): { readonly type: string; readonly body: Uint8Array } {
  const boundary = boundaryFor(fields, files);
  const pieces: Uint8Array[] = [];
  const head = (lines: readonly string[]) =>
    pieces.push(utf8(`--${boundary}\r\n${lines.join('\r\n')}\r\n\r\n`));
  for (const [name, value] of Object.entries(fields)) {
    head([`Content-Disposition: form-data; name="${name}"`]);
    pieces.push(utf8(`${value}\r\n`));
  }
  for (const { name, filename, type, bytes } of files) {
    head([`Content-Disposition: form-data; name="${name}"; filename="${filename}"`, `Content-Type: ${type}`]);
    pieces.push(bytes, utf8('\r\n'));
  }
  pieces.push(utf8(`--${boundary}--\r\n`));
  return { type: `multipart/form-data; boundary=${boundary}`, body: joinBytes(pieces) };
}

/** One that none of the values holds; pictures do not hold such a line but by intent, and ours are our own. */
function boundaryFor(fields: Readonly<Record<string, string>>, files: readonly FilePart[]): string {
  const texts = Object.values(fields);
  let hash = files.reduce((sum, { bytes }) => (Math.imul(sum, 31) + bytes.length) >>> 0, 17);
  for (;;) {
    const boundary = `retouchiq-${hash.toString(36)}`;
    if (!texts.some((text) => text.includes(boundary))) return boundary;
    hash = (Math.imul(hash, 1664525) + 1013904223) >>> 0;
  }
}
