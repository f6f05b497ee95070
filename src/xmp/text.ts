/** Text from UTF-8, or UTF-16 with a byte order mark; the mark itself is taken off. Broken bytes become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decodeUtf16(bytes.subarray(2), 0);
  if (a === 0xfe && b === 0xff) return decodeUtf16(bytes.subarray(2), 1);
  // Without a mark, '<' and its empty half give the order away.
  if (a === 0x3c && b === 0) return decodeUtf16(bytes, 0);
  if (a === 0 && b === 0x3c) return decodeUtf16(bytes, 1);
  return stripMark(decodeUtf8(bytes));
}

export function stripMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Joins in pieces: one call with very many arguments would overflow the stack. */
function fromUnits(units: Uint16Array): string {
  let text = '';
  for (let start = 0; start < units.length; start += 8192) {
    text += String.fromCharCode(...units.subarray(start, start + 8192));
  }
  return text;
}

/** `first` is the index of the high byte in each pair. */
function decodeUtf16(bytes: Uint8Array, order: 0 | 1): string {
  const units = new Uint16Array(bytes.length >> 1);
  for (let index = 0; index < units.length; index++) {
    const [even, odd] = [bytes[index * 2] ?? 0, bytes[index * 2 + 1] ?? 0];
    units[index] = order === 0 ? even | (odd << 8) : (even << 8) | odd;
  }
  return fromUnits(units);
}

/** Written by hand: the panel's platform has no TextDecoder to count on. */
export function decodeUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index++] ?? 0;
    const length = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
    if (lead < 0x80) {
      units[count++] = lead;
      continue;
    }
    let code = lead & (0x3f >> length);
    let read = 0;
    while (read < length && ((bytes[index + read] ?? 0) & 0xc0) === 0x80) {
      code = (code << 6) | ((bytes[index + read] ?? 0) & 0x3f);
      read++;
    }
    index += read;
    const least = [0x80, 0x80, 0x800, 0x10000][length] ?? 0;
    const broken = lead < 0xc2 || length === 0 || read < length || code < least || code > 0x10ffff;
    if (broken || (code >= 0xd800 && code < 0xe000)) units[count++] = 0xfffd;
    else if (code >= 0x10000) {
      units[count++] = 0xd7c0 + (code >> 10);
      units[count++] = 0xdc00 | (code & 0x3ff);
    } else units[count++] = code;
  }
  return fromUnits(units.subarray(0, count));
}

/** UTF-8 bytes; half surrogates become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let count = 0;
  for (const character of text) {
    const found = character.codePointAt(0) ?? 0xfffd;
    const code = found >= 0xd800 && found < 0xe000 ? 0xfffd : found;
    if (code < 0x80) bytes[count++] = code;
    else {
      const tail = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[count++] = ([0, 0xc0, 0xe0, 0xf0][tail] ?? 0) | (code >> (6 * tail));
      for (let rest = tail - 1; rest >= 0; rest--) bytes[count++] = 0x80 | ((code >> (6 * rest)) & 0x3f);
    }
  }
  return bytes.slice(0, count);
}
