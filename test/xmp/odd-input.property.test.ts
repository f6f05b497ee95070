import fc from 'fast-check';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { readXmp } from '#xmp/read.ts';
import { rewriteXmp } from '#xmp/rewrite.ts';
import { FIXTURES, fixture } from './fixture.ts';

/** Things that stand behind a tag in odd but real XML, some of them allowed there and some not. */
const BITS = [
  '<!-- <a b="c"> -->',
  '<![CDATA[ <crs:x> ]]>',
  '<?pi <a> ?>',
  '<rdf:li/>',
  '<crs:Exposure2012>3</crs:Exposure2012>',
  '<crs:Tint/>',
  '<crs:Tint> <!-- c -->4</crs:Tint>',
  '<crs:ToneCurvePV2012/>',
  '<crs:ToneCurvePV2012 rdf:parseType="Resource"/>',
  '<crs:MaskGroupBasedCorrections><rdf:Seq/></crs:MaskGroupBasedCorrections>',
  '<rdf:Description rdf:about="" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" crs:Clarity2012="3"/>',
];
const ATTRIBUTES = [
  ' crs:Vibrance="4"',
  " crs:Texture='4'\n",
  ' xmlns:q="http://ns.adobe.com/camera-raw-settings/1.0/" q:Dehaze="5"',
  ' crs:Tint="&#43;4"',
  ' crs:ToneCurvePV2012="0, 1"',
  ' crs:MaskGroupBasedCorrections=""',
  ' crs:Exposure2012 = "2"',
  ' crs:AlreadyApplied="True"',
  ' crs:Texture',
  ' crs:Texture=4',
];

interface Change {
  readonly attribute: boolean;
  readonly place: number;
  readonly bit: number;
  readonly cut: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  attribute: fc.boolean(),
  place: fc.nat(),
  bit: fc.nat(),
  cut: fc.constantFrom(0, 0, 0, 0, 3),
});

function apply(text: string, { attribute, place, bit, cut }: Change): string {
  const places = [...text.matchAll(attribute ? /\s(?=[a-z]+:[A-Za-z0-9]+=)/g : />/g)].map(
    ({ index }) => index,
  );
  const at = (places[place % places.length] ?? 0) + (attribute ? 0 : 1);
  const bits = attribute ? ATTRIBUTES : BITS;
  return text.slice(0, at) + bits[bit % bits.length] + text.slice(at + cut);
}

const wanted: Settings = {
  Exposure2012: 1.25,
  Dehaze: 7,
  ToneCurvePV2012: [
    [0, 5],
    [255, 250],
  ],
  MaskGroupBasedCorrections: [
    {
      name: 'New',
      active: true,
      amount: 1,
      values: { LocalDehaze: 0.1 },
      masks: [{ kind: 'linear', combine: 'add', inverted: false, zeroX: 0, zeroY: 0, fullX: 1, fullY: 1 }],
    },
  ],
};

/** What can be read; undefined for what is refused. */
function readOrRefuse(text: string): Settings | undefined {
  try {
    return readXmp(text).settings;
  } catch (error) {
    if (RetouchError.isInstance(error) && error.code === 'bad-settings') return undefined;
    throw error;
  }
}

test('odd input is refused in a sentence, or can be read and written again', () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...FIXTURES),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (name, changes) => {
        const text = changes.reduce(apply, fixture(name));
        const settings = readOrRefuse(text);
        if (settings === undefined) return;
        accepted++;
        expect(readXmp(rewriteXmp(text, settings)).settings).toEqual(settings);
        expect(readXmp(rewriteXmp(text, wanted)).settings).toEqual(wanted);
      },
    ),
    { numRuns: 200 },
  );
  expect(accepted).toBeGreaterThan(20);
});
