const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Letters per chunk of the result: joining long lists of single characters is slow. */
const CHUNK = 0x6000;

/** Base64 with padding (RFC 4648 §4), for `data:` addresses. */
export function encodeBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK)
    chunks.push(encodeChunk(bytes.subarray(from, from + CHUNK)));
  return chunks.join('');
}

/**
 * @param text with or without padding; white space is passed over
 * @throws SyntaxError for other characters, or a length that no bytes have
 */
export function decodeBase64(text: string): Uint8Array {
  const letters = text.replaceAll(/\s/g, '').replace(/={1,2}$/, '');
  if (letters.length % 4 === 1) throw new SyntaxError('Cannot decode base64: it breaks off');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value === -1) throw new SyntaxError(`Cannot decode base64: '${letter}' is none of its letters`);
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) bytes[at++] = (bits >> (held -= 8)) & 0xff;
  }
  return bytes;
}

function encodeChunk(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const bits = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += `${letter(bits >> 18)}${letter(bits >> 12)}${left > 1 ? letter(bits >> 6) : '='}${left > 2 ? letter(bits) : '='}`;
  }
  return text;
}

function letter(bits: number): string {
  return LETTERS[bits & 0x3f]!;
}
