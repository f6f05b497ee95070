import { LOCAL_PARAMETERS, parameterByName } from '#settings/parameters.ts';
import type { Correction } from '#settings/settings.ts';
import { contentId } from './content-id.ts';
import { spellCurve, spellReal } from './spell.ts';
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

const GRADE = LOCAL_PARAMETERS.filter((parameter) => parameter.name.startsWith('LocalColorGrade'));

function writeValues(values: Correction['values']): readonly (readonly [string, string])[] {
  const base = LOCAL_ORDER.map((name) => {
    const parameter = parameterByName(name);
    const neutral = parameter?.kind === 'number' ? parameter.neutral : 0;
    return [name, spellReal(values[name] ?? neutral)] as const;
  });
  // Grading is all or nothing, in signed whole numbers.
  if (GRADE.every((parameter) => values[parameter.name] === undefined)) return base;
  const grade = GRADE.map((parameter) => {
    const value = values[parameter.name] ?? parameter.neutral;
    return [parameter.name, value > 0 ? `+${value}` : `${value}`] as const;
  });
  return [...base, ...grade];
}

export function writeCorrection(correction: Correction, index: number, seed: string): string {
  const place = `${seed}/${index}`;
  const pairs: readonly (readonly [string, string])[] = [
    ['What', 'Correction'],
    ['CorrectionAmount', spellReal(correction.amount)],
    ['CorrectionActive', String(correction.active)],
    ['CorrectionName', correction.name],
    ['CorrectionSyncID', contentId(`${place} ${JSON.stringify(correction)}`)],
    ...writeValues(correction.values),
  ];
  const curves = Object.entries(correction.curves ?? {}).map(
    ([name, points]) => `<crs:${name}>${sequence(spellCurve(points, ','))}</crs:${name}>`,
  );
  const masks = correction.masks.map((mask, number) => writeMask(mask, number, place));
  return (
    `\n     <rdf:li>\n      <rdf:Description${attributes('crs', pairs)}>${curves.join('')}` +
    `\n       <crs:CorrectionMasks><rdf:Seq>${masks.map((mask) => `\n        ${mask}`).join('')}` +
    `</rdf:Seq></crs:CorrectionMasks>\n      </rdf:Description>\n     </rdf:li>`
  );
}

/** The element that holds all local corrections, for rounded settings. `seed` goes into their ids. */
export function writeCorrections(corrections: readonly Correction[], seed = ''): string {
  const items = corrections.map((correction, index) => writeCorrection(correction, index, seed)).join('');
  return `<crs:MaskGroupBasedCorrections>\n    <rdf:Seq>${items}\n    </rdf:Seq>\n   </crs:MaskGroupBasedCorrections>`;
}
