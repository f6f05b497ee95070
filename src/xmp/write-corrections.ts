import { parameterByName } from '#settings/parameters.ts';
import type { Correction } from '#settings/settings.ts';
import { contentId } from './content-id.ts';
import { type CorrectionForm, FILE_FORM } from './correction-form.ts';
import { spellCurve } from './spell.ts';
import { writeMask } from './write-mask.ts';
import { attributes, sequence } from './xml.ts';

/**
 * The attributes that Camera Raw writes for every correction, in its order; some are leftovers of process version 2
 * or have no slider here, and stay 0.
 */
export const LOCAL_ORDER = [
  'LocalExposure',
  'LocalHue',
  'LocalSaturation',
  'LocalContrast',
  'LocalClarity',
  'LocalSharpness',
  'LocalBrightness',
  'LocalToningHue',
  'LocalToningSaturation',
  'LocalExposure2012',
  'LocalContrast2012',
  'LocalHighlights2012',
  'LocalShadows2012',
  'LocalWhites2012',
  'LocalBlacks2012',
  'LocalClarity2012',
  'LocalDehaze',
  'LocalLuminanceNoise',
  'LocalMoire',
  'LocalDefringe',
  'LocalTemperature',
  'LocalTint',
  'LocalTexture',
  'LocalGrain',
  'LocalCorrectedDepth',
  'LocalGlow',
  'LocalCurveRefineSaturation',
] as const;

/** Grading inside a mask, in Camera Raw's order; it is all there or not at all. */
export const GRADE_ORDER = [
  'LocalColorGradeShadowHue',
  'LocalColorGradeShadowSat',
  'LocalColorGradeHighlightHue',
  'LocalColorGradeHighlightSat',
  'LocalColorGradeBalance',
  'LocalColorGradeMidtoneHue',
  'LocalColorGradeMidtoneSat',
  'LocalColorGradeShadowLum',
  'LocalColorGradeMidtoneLum',
  'LocalColorGradeHighlightLum',
  'LocalColorGradeBlending',
  'LocalColorGradeGlobalHue',
  'LocalColorGradeGlobalSat',
  'LocalColorGradeGlobalLum',
] as const;

function neutralOf(name: string): number {
  const parameter = parameterByName(name);
  return parameter?.kind === 'number' ? parameter.neutral : 0;
}

function writeValues(
  values: Correction['values'],
  form: CorrectionForm,
): readonly (readonly [string, string])[] {
  const base = LOCAL_ORDER.map((name) => [name, form.spellReal(values[name] ?? neutralOf(name))] as const);
  if (GRADE_ORDER.every((name) => values[name] === undefined)) return base;
  // In signed whole numbers.
  const grade = GRADE_ORDER.map((name) => {
    const value = values[name] ?? neutralOf(name);
    return [name, value > 0 ? `+${value}` : `${value}`] as const;
  });
  return [...base, ...grade];
}

export function writeCorrection(
  correction: Correction,
  index: number,
  seed: string,
  form: CorrectionForm = FILE_FORM,
): string {
  const place = `${seed}/${index}`;
  const pairs: readonly (readonly [string, string])[] = [
    ['What', 'Correction'],
    ['CorrectionAmount', form.spellReal(correction.amount)],
    ['CorrectionActive', String(correction.active)],
    ['CorrectionName', correction.name],
    ['CorrectionSyncID', contentId(`${place} ${JSON.stringify(correction)}`)],
    ...writeValues(correction.values, form),
  ];
  const curves = Object.entries(correction.curves ?? {}).map(
    ([name, points]) => `<crs:${name}>${sequence(spellCurve(points, ','))}</crs:${name}>`,
  );
  const masks = correction.masks.map((mask, number) => writeMask(mask, number, place, form));
  return (
    `\n     <rdf:li>\n      <rdf:Description${attributes('crs', pairs)}>${curves.join('')}` +
    `\n       <crs:CorrectionMasks><rdf:Seq>${masks.map((mask) => `\n        ${mask}`).join('')}` +
    `</rdf:Seq></crs:CorrectionMasks>\n      </rdf:Description>\n     </rdf:li>`
  );
}

/** The element that holds all local corrections, for rounded settings. `seed` goes into their ids. */
export function writeCorrections(
  corrections: readonly Correction[],
  seed = '',
  form: CorrectionForm = FILE_FORM,
): string {
  const items = corrections.map((one, index) => writeCorrection(one, index, seed, form)).join('');
  return `<crs:MaskGroupBasedCorrections>\n    <rdf:Seq>${items}\n    </rdf:Seq>\n   </crs:MaskGroupBasedCorrections>`;
}
