import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '../../../plugin/photoshop/text/base64.ts';

describe('base64 by hand is that of Node', () => {
  it('encodes and decodes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect([...decodeBase64(text)]).toEqual([...bytes]);
      }),
    );
  });
  it('encodes across its chunks', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => (index * 7919) & 0xff);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });
  it.each(['A', 'AB*D', '=A==', 'AAAAA'])('refuses %p', (text) => {
    expect(() => decodeBase64(text)).toThrow(SyntaxError);
  });
  it('takes text without padding and with line breaks', () => {
    expect([...decodeBase64('TWFu\nTQ')]).toEqual([...Buffer.from('ManM')]);
  });
});
