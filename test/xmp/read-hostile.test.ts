import { readXmp } from '#xmp/read.ts';
import { codeOf, description } from './text-of.ts';

describe('readXmp() of hostile input', () => {
  const refused: readonly [string, string][] = [
    ['', 'empty'],
    ['   \n', 'empty'],
    ['hello', 'damaged'],
    ['{"Exposure2012": 1}', 'damaged'],
    ['<html><body/></html>', 'no rdf:RDF'],
    ['<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF', 'damaged'],
    [description('').replace('</rdf:RDF>', ''), 'damaged'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'document type'],
    [
      `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${description('', 'crs:Name="&b;"')}`,
      'document type',
    ],
    [description('', 'crs:Name="&undeclared;"'), 'damaged'],
    [description('', 'crs:Exposure2012="1" crs:Exposure2012="2"'), 'damaged'],
    ['\u0089PNG\r\n\u001a\n', 'damaged'],
  ];
  test.each(refused)('refuses %j in a sentence', (text, why) => {
    expect(codeOf(() => readXmp(text))).toMatch(new RegExp(`^bad-settings: This is not XMP: .*${why}`));
  });

  test('survives deep nesting and very many keys', () => {
    const depth = 5000;
    const deep = description(`<crs:Look>${'<crs:a>'.repeat(depth)}${'</crs:a>'.repeat(depth)}</crs:Look>`);
    expect(codeOf(() => readXmp(deep))).toBe('no error');
    const many = Array.from({ length: 2000 }, (_, index) => `crs:Nonsense${index}="1"`).join(' ');
    const read = readXmp(description('', many));
    expect(read.settings).toEqual({});
    expect(read.unknown).toHaveLength(1000);
  });

  test('refuses what would keep it busy for long', () => {
    expect(codeOf(() => readXmp(description('<crs:a/>'.repeat(600_000))))).toMatch(/too many elements/);
    expect(codeOf(() => readXmp(' '.repeat(40_000_000)))).toMatch(/too large/);
  });

  test('is not slowed down by long runs of white space', () => {
    const text = description(
      `${' '.repeat(1_000_000)}<crs:a>${' '.repeat(1_000_000)}x</crs:a>`,
      'crs:Exposure2012="1"',
    );
    expect(readXmp(text).settings).toEqual({ Exposure2012: 1 });
  });

  test('bounds the number of corrections', () => {
    const one = '<rdf:li crs:What="Correction" crs:CorrectionName="A"/>';
    const text = description(
      `<crs:MaskGroupBasedCorrections><rdf:Seq>${one.repeat(1000)}</rdf:Seq></crs:MaskGroupBasedCorrections>`,
    );
    expect(readXmp(text).settings.MaskGroupBasedCorrections).toHaveLength(64);
  });
});
