import { readOwnProperty, writeOwnProperty } from '#xmp/own-property.ts';

const PACKET = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:format="image/tiff"/>
</rdf:RDF></x:xmpmeta>`;
const VALUE = '{"note":"<b>&amp; \\"quotes\\" é 🌲"}';

describe('writeOwnProperty()', () => {
  test.each([
    ['an empty packet', ''],
    ['a packet of others', PACKET],
    [
      'an empty list of descriptions',
      PACKET.replace(/<rdf:RDF[^>]*>[\s\S]*<\/rdf:RDF>/, (all) => `${all.slice(0, all.indexOf('>'))}/>`),
    ],
  ])('writes into %s what readOwnProperty() reads', (_case, packet) => {
    const written = writeOwnProperty(packet, 'Edits', VALUE);
    expect(readOwnProperty(written, 'Edits')).toBe(VALUE);
    expect(readOwnProperty(packet, 'Edits')).toBeUndefined();
  });

  test('replaces a value, so that it stands there once', () => {
    const twice = writeOwnProperty(writeOwnProperty(PACKET, 'Edits', 'one'), 'Edits', 'two');
    expect(readOwnProperty(twice, 'Edits')).toBe('two');
    expect(twice).not.toContain('one<');
  });

  test('gives back the packet byte for byte when the value is taken out', () => {
    expect(writeOwnProperty(writeOwnProperty(PACKET, 'Edits', VALUE), 'Edits', null)).toBe(PACKET);
    expect(writeOwnProperty('', 'Edits', null)).toBe('');
  });

  test('takes out a value that another program wrote as an attribute among its own', () => {
    const respelled = PACKET.replace(
      'dc:format',
      'xmlns:ns1="https://retouchiq.org/ns/1.0/" ns1:Edits="kept" dc:format',
    );
    expect(readOwnProperty(respelled, 'Edits')).toBe('kept');
    const without = writeOwnProperty(respelled, 'Edits', null);
    expect(without).not.toContain('kept');
    expect(without).toContain('dc:format="image/tiff"');
    expect(readOwnProperty(without, 'Edits')).toBeUndefined();
  });

  test('refuses what is not XMP and leaves nothing half done', () => {
    expect(() => writeOwnProperty('<a>', 'Edits', 'x')).toThrow(/not XMP/);
    expect(() => writeOwnProperty('<!DOCTYPE a><a/>', 'Edits', 'x')).toThrow(/not XMP/);
  });
});
