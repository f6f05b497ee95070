import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';
import { FILTER, openSmart, play } from './support.ts';

const ID = 'ABEC1B6E51EC2740BBA4E22EE3F9B7B0';

function gradient(attributes = ''): string {
  return `<rdf:li crs:What="Mask/Gradient" crs:MaskActive="true" crs:MaskBlendMode="0" crs:MaskInverted="false"
    crs:MaskSyncID="${ID}" crs:MaskValue="1" crs:ZeroX="0.5" crs:ZeroY="0.9" crs:FullX="0.5" crs:FullY="0.1" ${attributes}/>`;
}

function range(sampleType: string): string {
  return `<rdf:li><rdf:Description crs:What="Mask/RangeMask" crs:MaskActive="true" crs:MaskBlendMode="0"
    crs:MaskInverted="false" crs:MaskSyncID="${ID}" crs:MaskValue="1"><crs:CorrectionRangeMask crs:Version="4"
    crs:Type="2" crs:Invert="false" crs:SampleType="${sampleType}"
    crs:LumRange="0.000000 0.000000 1.000000 1.000000"/></rdf:Description></rdf:li>`;
}

function corrections(masks: string, attributes = ''): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/">
    <crs:MaskGroupBasedCorrections><rdf:Seq><rdf:li><rdf:Description crs:What="Correction" crs:CorrectionAmount="1"
    crs:CorrectionActive="true" crs:CorrectionName="here" crs:CorrectionSyncID="${ID}" crs:LocalExposure2012="0.5"
    ${attributes}><crs:CorrectionMasks><rdf:Seq>${masks}</rdf:Seq></crs:CorrectionMasks></rdf:Description></rdf:li>
    </rdf:Seq></crs:MaskGroupBasedCorrections></rdf:Description></rdf:RDF></x:xmpmeta>`;
}

async function changed(text: string): Promise<boolean> {
  const double = createPhotoshop();
  openSmart(double);
  const before = double.control.picture().data;
  await play(double, { _obj: FILTER, $LCs: text });
  const after = double.control.picture().data;
  return after.some((value, i) => value !== before[i]);
}

describe('local corrections of the double', () => {
  test.each<[string, string, boolean]>([
    ['a gradient works', corrections(gradient()), true],
    ['a luminance range works', corrections(range('2')), true],
    ['a luminance range without its sample type does not', corrections(range('0')), false],
    [
      'blend mode 2 disables the correction',
      corrections(gradient().replace('BlendMode="0"', 'BlendMode="2"')),
      false,
    ],
    ['an AI mask cannot be made', corrections(gradient().replace('Mask/Gradient', 'Mask/Image')), false],
    ['an id of another form is not taken', corrections(gradient().replace(ID, 'x')), false],
    ['a grade must be whole', corrections(gradient(), 'crs:LocalColorGradeShadowHue="+27"'), false],
  ])('%s', async (_, text, works) => {
    expect(await changed(text)).toBe(works);
  });
});
