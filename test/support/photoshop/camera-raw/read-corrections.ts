import type { Element } from '@xmldom/xmldom';
import type { Correction } from '#settings/settings.ts';
import { parseXmp } from '#xmp/parse.ts';
import { readXmp } from '#xmp/read.ts';
import { itemsOf, propertiesOf, structOf, textOf } from '#xmp/struct.ts';

const KINDS = ['Mask/Gradient', 'Mask/CircularGradient', 'Mask/RangeMask'];
/** All of them or none [HOST DRM §1.5]. */
const GRADES = 14;

function items(text: string): readonly Element[] {
  const list = parseXmp(text)
    .flatMap(propertiesOf)
    .find(({ key }) => key === 'MaskGroupBasedCorrections');
  return itemsOf(list?.value);
}

export function readsAsCorrections(text: string): boolean {
  try {
    items(text);
    return true;
  } catch {
    return false;
  }
}

function maskWorks(mask: Element): boolean {
  const fields = structOf(mask);
  // `2` does not exist and disables the whole correction [HOST DRM §1.5].
  if (!['0', '1'].includes(textOf(fields.get('MaskBlendMode')))) return false;
  if (!KINDS.includes(textOf(fields.get('What')))) return false;
  if (!/^[0-9A-F]{32}$/.test(textOf(fields.get('MaskSyncID')))) return false;
  if (textOf(fields.get('What')) !== 'Mask/RangeMask') return true;
  // Without SampleType 2 a luminance range silently does nothing; colour and depth cannot be made [HOST DRM §1.5, §73].
  const range = structOf(fields.get('CorrectionRangeMask') ?? '');
  return textOf(range.get('Type')) === '2' && textOf(range.get('SampleType')) === '2';
}

function works(correction: Element): boolean {
  const fields = structOf(correction);
  if (textOf(fields.get('What')) !== 'Correction') return false;
  const grades = [...fields.keys()].filter((key) => key.startsWith('LocalColorGrade'));
  if (grades.length !== 0 && grades.length !== GRADES) return false;
  const masks = itemsOf(fields.get('CorrectionMasks'));
  return masks.length > 0 && masks.every(maskWorks);
}

/** The corrections that have an effect in the host. The XML itself is read by the product's own reader. */
export function correctionsOf(text: string): readonly Correction[] {
  const read = readXmp(text).settings.MaskGroupBasedCorrections ?? [];
  return items(text).flatMap((item, index) => {
    const correction = read[index];
    return correction && works(item) ? [correction] : [];
  });
}
