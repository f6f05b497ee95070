import { LUMINANCE_WINDOW } from '#settings/mask-fields.ts';
import { defaultMaskName } from '#settings/mask-name.ts';
import type { ColorMask, LuminanceMask, Mask } from '#settings/settings.ts';
import { contentId } from './content-id.ts';
import { type CorrectionForm, FILE_FORM } from './correction-form.ts';
import { attributes, sequence } from './xml.ts';

type Pairs = readonly (readonly [string, string])[];

const WHAT = {
  linear: 'Mask/Gradient',
  radial: 'Mask/CircularGradient',
  luminance: 'Mask/RangeMask',
  color: 'Mask/RangeMask',
  ai: 'Mask/Image',
} as const;

/** Background is an object selection with a category of its own. */
const TARGETS: Readonly<Record<string, Pairs>> = {
  subject: [['MaskSubType', '1']],
  sky: [['MaskSubType', '2']],
  person: [['MaskSubType', '3']],
  background: [
    ['MaskSubType', '0'],
    ['MaskSubCategoryID', '22'],
  ],
};

/** Blend mode, inversion and value that stand for the way of combining; see `read-mask.ts`. */
function combination(mask: Mask, { spellReal }: CorrectionForm): Pairs {
  const inverted = mask.combine === 'intersect' ? !mask.inverted : mask.inverted;
  return [
    ['MaskBlendMode', mask.combine === 'add' ? '0' : '1'],
    ['MaskInverted', String(inverted)],
    ['MaskValue', spellReal(mask.combine === 'add' ? 1 : 0)],
  ];
}

function geometry(mask: Mask, { spellReal }: CorrectionForm): Pairs {
  switch (mask.kind) {
    case 'linear':
      return [
        ['ZeroX', spellReal(mask.zeroX)],
        ['ZeroY', spellReal(mask.zeroY)],
        ['FullX', spellReal(mask.fullX)],
        ['FullY', spellReal(mask.fullY)],
      ];
    case 'radial':
      return [
        ['Top', spellReal(mask.top)],
        ['Left', spellReal(mask.left)],
        ['Bottom', spellReal(mask.bottom)],
        ['Right', spellReal(mask.right)],
        ['Angle', spellReal(mask.angle)],
        ['Midpoint', '50'],
        ['Roundness', '0'],
        ['Feather', Number.isInteger(mask.feather) ? `${mask.feather}` : spellReal(mask.feather)],
        ['Flipped', 'false'],
        ['Version', '2'],
      ];
    case 'ai':
      return [
        ['MaskVersion', '1'],
        ...(TARGETS[mask.target] ?? []),
        ['ReferencePoint', `${spellReal(mask.referenceX)} ${spellReal(mask.referenceY)}`],
        ['ErrorReason', '0'],
      ];
    default:
      return [];
  }
}

/** Version 4 with SampleType 2: without these Camera Raw 18 takes a luminance range for nothing, silently. */
function luminanceRange(mask: LuminanceMask, { spellReal, depthSample }: CorrectionForm): string {
  const pairs: Pairs = [
    ['Version', '4'],
    ['Type', '2'],
    ['Invert', 'false'],
    ['SampleType', '2'],
    ['LumRange', LUMINANCE_WINDOW.map((part) => spellReal(mask[part])).join(' ')],
    ...(depthSample ? ([['LuminanceDepthSampleInfo', '0.000000 0.331378 0.207031']] as const) : []),
  ];
  return `<crs:CorrectionRangeMask${attributes('crs', pairs)}/>`;
}

function colorRange(mask: ColorMask, { spellReal }: CorrectionForm): string {
  const pairs: Pairs = [
    ['Version', '3'],
    ['Type', '1'],
    ['ColorAmount', spellReal(mask.amount / 100)],
    ['Invert', 'false'],
    ['SampleType', '0'],
  ];
  const points = mask.samples.map(({ r, g, b, x, y }) => [...[r, g, b, x, y].map(spellReal), '0'].join(' '));
  return (
    `<crs:CorrectionRangeMask><rdf:Description${attributes('crs', pairs)}>` +
    `<crs:PointModels>${sequence(points)}</crs:PointModels></rdf:Description></crs:CorrectionRangeMask>`
  );
}

/** One mask as an item of CorrectionMasks. `place` makes its id unique in the file. */
export function writeMask(
  mask: Mask,
  index: number,
  place: string,
  form: CorrectionForm = FILE_FORM,
): string {
  const pairs: Pairs = [
    ['What', WHAT[mask.kind]],
    ['MaskActive', 'true'],
    ['MaskName', mask.name ?? defaultMaskName(mask, index)],
    ...combination(mask, form).slice(0, 2),
    ['MaskSyncID', contentId(`${place}/${index} ${JSON.stringify(mask)}`)],
    ...combination(mask, form).slice(2),
    ...geometry(mask, form),
  ];
  if (mask.kind !== 'luminance' && mask.kind !== 'color') return `<rdf:li${attributes('crs', pairs)}/>`;
  const range = mask.kind === 'luminance' ? luminanceRange(mask, form) : colorRange(mask, form);
  return `<rdf:li><rdf:Description${attributes('crs', pairs)}>${range}</rdf:Description></rdf:li>`;
}
