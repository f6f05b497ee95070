import { MIXER_COLORS } from '#settings/mixer.ts';
import { LOCAL_PARAMETERS, PARAMETERS, parameterByName } from '#settings/parameters.ts';
import { suggestKey } from '#xmp/suggest.ts';

/** What models call a slider besides its name and label. */
const ALSO: Readonly<Record<string, string>> = {
  temp: 'Temperature',
  whitebalance: 'WhiteBalance',
  colortemperature: 'Temperature',
  noisereduction: 'LuminanceSmoothing',
  blackandwhite: 'ConvertToGrayscale',
  monochrome: 'ConvertToGrayscale',
  tonecurve: 'ToneCurvePV2012',
};

/** "Exposure 2012", `exposure_2012` and "exposure" are one. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(pv)?2012/, '');
}

const GLOBAL = namesOf(PARAMETERS);
const LOCAL = namesOf(LOCAL_PARAMETERS);

/** Names first; labels where they belong to one parameter only. */
function namesOf(parameters: readonly { readonly name: string; readonly label: string }[]) {
  const names = new Map(parameters.map(({ name }) => [fold(name), name]));
  const labels = parameters.map(({ label }) => fold(label));
  for (const { name, label } of parameters) {
    const folded = fold(label);
    if (!names.has(folded) && labels.indexOf(folded) === labels.lastIndexOf(folded)) names.set(folded, name);
  }
  return names;
}

const PROPERTIES: Readonly<Record<string, string>> = {
  hue: 'Hue',
  saturation: 'Saturation',
  sat: 'Saturation',
  luminance: 'Luminance',
  lum: 'Luminance',
};
const COLORS = MIXER_COLORS.join('|').toLowerCase();
const MIXER = new RegExp(
  `^(?:(hue|sat|saturation|lum|luminance)(${COLORS})|(${COLORS})(hue|sat|saturation|lum|luminance))$`,
);

/** "red saturation" and "saturation red" are the mixer's; calibration has only its exact `crs:` names. */
function mixerName(folded: string): string | undefined {
  const [match, before, color, colorFirst, after] = MIXER.exec(folded) ?? [];
  if (match === undefined) return undefined;
  const named = MIXER_COLORS.find((one) => one.toLowerCase() === (color ?? colorFirst));
  return `${PROPERTIES[before ?? after ?? '']}Adjustment${named}`;
}

/** The global `crs:` name that a model meant, by its name, its label or another usual word; undefined when there is none. */
export function globalName(given: string): string | undefined {
  const parameter = parameterByName(given);
  if (parameter && parameter.panel !== 'Local') return given;
  const folded = fold(given.slice(0, 60));
  return mixerName(folded) ?? GLOBAL.get(folded) ?? (Object.hasOwn(ALSO, folded) ? ALSO[folded] : undefined);
}

/** The global name that was probably misspelt; costs a comparison with every name. */
export function misspeltName(given: string): string | undefined {
  const name = suggestKey(given);
  return name !== undefined && parameterByName(name)?.panel !== 'Local' ? name : undefined;
}

/** The `Local*` name that a model meant, with or without the prefix. */
export function localName(given: string): string | undefined {
  const folded = fold(given.slice(0, 60));
  return LOCAL.get(folded) ?? LOCAL.get(`local${folded}`);
}
