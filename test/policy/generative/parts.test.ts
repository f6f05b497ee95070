import fc from 'fast-check';
import { isSameHouse, mayFetch } from '#policy/generative/address.ts';
import { fromBase64, fromUtf8, toBase64, utf8 } from '#policy/generative/bytes.ts';
import { createImageEditor, editorConfigSchema } from '#policy/generative/editor-config.ts';
import { multipart } from '#policy/generative/multipart.ts';
import { webNet } from '#policy/generative/web-net.ts';
import { readForm } from '../../support/image-editor-server/read-form.ts';

describe('bytes', () => {
  test('toBase64() and fromBase64() agree with Node', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const coded = toBase64(bytes);
        expect(coded).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(coded)).toEqual(bytes);
      }),
    );
  });

  test('utf8() agrees with Node, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(utf8(text)).equals(Buffer.from(text, 'utf8'))).toBe(true);
      }),
    );
    expect(fromUtf8(utf8('a\uD800b'))).toBe('a\uFFFDb');
  });

  test('fromUtf8() reads back what utf8() wrote, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(fromUtf8(utf8(text))).toBe(text)),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(typeof fromUtf8(bytes)).toBe('string')));
  });

  test.each(['a', 'ab*d', 'äöü='])('fromBase64() refuses %j', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  test('fromBase64() takes a data: address and line breaks', () => {
    expect(fromBase64('data:image/png;base64,AQ\nID\r\n')).toEqual(Uint8Array.of(1, 2, 3));
  });
});

test('multipart() writes what a strict reader reads back, whatever the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (prompt, bytes) => {
      const form = multipart({ prompt }, [
        { name: 'image', filename: 'photo.png', type: 'image/png', bytes },
      ]);
      const [field, file] = readForm(form.type, Buffer.from(form.body));
      expect(field!.bytes.toString()).toBe(prompt);
      expect(file).toMatchObject({ name: 'image', filename: 'photo.png', type: 'image/png' });
      expect(new Uint8Array(file!.bytes)).toEqual(bytes);
    }),
  );
});

describe('addresses', () => {
  test.each([
    ['https://api.bfl.ai', 'https://api.us3.bfl.ai/v1/get_result?id=1', true],
    ['https://api.bfl.ai', 'https://api.bfl.ai/x', true],
    ['https://api.bfl.ai', 'http://api.bfl.ai/x', false],
    ['https://api.bfl.ai', 'https://api.bfl.ai.evil.example/x', false],
    ['https://api.bfl.ai', 'https://evilbfl.ai/x', false],
    ['https://api.bfl.ai', 'https://user@api.bfl.ai/x', false],
    ['http://10.0.0.5:8000', 'http://9.0.0.5/x', false],
    ['http://localhost:8000', 'http://localhost:9000/x', true],
  ])('isSameHouse(%j, %j) is %p', (base, address, expected) => {
    expect(isSameHouse(base, address)).toBe(expected);
  });

  test.each([
    ['https://api.bfl.ai', 'https://delivery-eu1.bfl.ai/a.png?se=1', true],
    ['https://api.bfl.ai', 'https://cdn.example.com/a.png', true],
    ['https://api.bfl.ai', 'http://cdn.example.com/a.png', false],
    ['https://api.bfl.ai', 'https://192.168.1.1/a.png', false],
    ['https://api.bfl.ai', 'https://[::1]/a.png', false],
    ['https://api.bfl.ai', 'https://printer.local/a.png', false],
    ['https://api.bfl.ai', 'https://2130706433/a.png', false],
    ['http://127.0.0.1:1', 'http://127.0.0.1:1/a.png', true],
  ])('mayFetch(%j, %j) is %p', (base, address, expected) => {
    expect(mayFetch(base, address)).toBe(expected);
  });
});

test.each([
  [{ api: 'flux', model: 'flux-2-pro' }, true],
  [{ api: 'openai-images', model: 'gpt-image-1', inputFidelity: 'high' }, true],
  [{ api: 'flux' }, false],
  [{ api: 'flux', model: 'a\nb' }, false],
  [{ api: 'flux', model: 'x', baseUrl: 'file:///etc' }, false],
  [{ api: 'flux', model: 'x', key: 'secret' }, false],
])('editorConfigSchema on %j: %p', (config, expected) => {
  expect(editorConfigSchema.safeParse(config).success).toBe(expected);
});

test.each([
  [{ api: 'flux', model: 'flux-2-pro' }, 'flux:flux-2-pro'],
  [
    { api: 'openai-images', model: 'gpt-image-1', quality: 'high', totalMs: 5000 },
    'openai-images:gpt-image-1',
  ],
])('createImageEditor() makes of %j the editor %s', (config, id) => {
  const parts = { key: undefined, net: webNet(), permit: () => {} };
  expect(createImageEditor(editorConfigSchema.parse(config), parts).id).toBe(id);
});
