import fc from 'fast-check';
import { decodeText, decodeUtf8, encodeUtf8 } from '#xmp/text.ts';

const codePoint = fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }));
const anyText = fc.array(codePoint, { maxLength: 60 }).map((points) => String.fromCodePoint(...points));

describe('UTF-8 by hand', () => {
  test('is the platform’s for any string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(Buffer.from(text, 'utf8').equals(encodeUtf8(text))).toBe(true);
        expect(decodeUtf8(Buffer.from(text, 'utf8'))).toBe(text);
      }),
    );
  });

  test('reads any bytes without failing, and right ones right', () => {
    const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const text = decodeUtf8(bytes);
        let expected: string | undefined;
        try {
          expected = platform.decode(bytes);
        } catch {
          expect(text).toContain('\uFFFD');
        }
        if (expected !== undefined) expect(text).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  const broken: readonly (readonly number[])[] = [
    [0xc0, 0x80], // overlong zero
    [0xe0, 0x80, 0xaf], // overlong slash
    [0xed, 0xa0, 0x80], // half surrogate
    [0xf4, 0x90, 0x80, 0x80], // above U+10FFFF
    [0xe2, 0x82], // cut off
    [0xff],
  ];
  test.each(broken)('replaces broken bytes %#', (...bytes) => {
    expect(decodeUtf8(new Uint8Array(bytes))).toMatch(/^\uFFFD+$/);
  });

  test('decodes long text without overflowing the stack', () => {
    const text = 'ä'.repeat(300_000);
    expect(decodeText(Buffer.from(text))).toBe(text);
    expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toBe(text);
  });
});
