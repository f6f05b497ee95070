import { isIdentityCurve } from '#settings/curve.ts';
import { roundSettings } from '#settings/normalize.ts';
import { PARAMETERS } from '#settings/parameters.ts';
import type { CurvePoint, Settings } from '#settings/settings.ts';
import { spellCurve, spellSetting } from './spell.ts';
import { writeCorrections } from './write-corrections.ts';
import { sequence } from './xml.ts';

/** Settings as they stand in a description: attributes and elements by key, both in the order of the registry. */
export interface Properties {
  readonly attributes: ReadonlyMap<string, string>;
  /** Whole elements with the prefixes `crs:` and `rdf:`. */
  readonly elements: ReadonlyMap<string, string>;
}

const WHITE = ['Temperature', 'Tint', 'IncrementalTemperature', 'IncrementalTint'];
export const CURVE_NAME = 'ToneCurveName2012';

/** Spells settings for XMP. Every value is rounded to its slider's step first; `seed` goes into the ids of masks. */
export function spellProperties(settings: Settings, seed = ''): Properties {
  const rounded = roundSettings(settings);
  const attributes = new Map<string, string>();
  const elements = new Map<string, string>();
  // Camera Raw takes the numbers only beside this word.
  if (rounded['WhiteBalance'] === undefined && WHITE.some((name) => rounded[name] !== undefined)) {
    attributes.set('WhiteBalance', 'Custom');
  }
  for (const parameter of PARAMETERS) {
    const value = rounded[parameter.name];
    if (value === undefined) continue;
    if (parameter.kind === 'curve') {
      const points = value as readonly CurvePoint[];
      const name = parameter.name;
      elements.set(name, `<crs:${name}>${sequence(spellCurve(points))}</crs:${name}>`);
      if (name === 'ToneCurvePV2012')
        attributes.set(CURVE_NAME, isIdentityCurve(points) ? 'Linear' : 'Custom');
    } else attributes.set(parameter.name, spellSetting(parameter, value));
  }
  const corrections = rounded.MaskGroupBasedCorrections;
  if (corrections !== undefined)
    elements.set('MaskGroupBasedCorrections', writeCorrections(corrections, seed));
  return { attributes, elements };
}
