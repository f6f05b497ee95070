import type { NumberParameter, Parameter } from '#settings/parameter.ts';
import { LOCAL_PARAMETERS, PARAMETERS } from '#settings/parameters.ts';
import type { Correction, Mask, Settings, SettingValue } from '#settings/settings.ts';
import { HOST_KEYS } from './keys.ts';
import type { ReadFilter } from './read-back.ts';

export interface Difference {
  readonly name: string;
  readonly asked: SettingValue | null;
  readonly got: SettingValue | null;
}

export interface Comparison {
  /** Where the host holds another value than was sent. Empty: it took everything. */
  readonly differences: readonly Difference[];
  /** Keys that the host added by itself, at a value without effect. */
  readonly filledIn: readonly string[];
  /** Keys that nobody here sent and that may have an effect: a person's work in the host's dialog. */
  readonly foreign: readonly string[];
}

/**
 * What the host made of what was sent (`CameraRawDescriptor.sent`). A value counts as taken within half a step of its
 * slider. A neutral value that does not come back is not a difference: hosts may leave out what has no effect.
 */
export function compareApplied(asked: Settings, got: ReadFilter): Comparison {
  const differences: Difference[] = [];
  const white = got.settings['WhiteBalance'] === 'Auto' && asked['WhiteBalance'] === 'Auto';
  for (const parameter of PARAMETERS) {
    // What the automatic white came to is the host's answer, not a difference.
    if (white && parameter.name.startsWith('Incremental')) continue;
    compareValue(parameter.name, parameter, asked[parameter.name], got.settings[parameter.name], differences);
  }
  compareCorrections(
    asked.MaskGroupBasedCorrections ?? [],
    got.settings.MaskGroupBasedCorrections ?? [],
    differences,
  );
  const others = Object.entries(got.others);
  const harmless = ([key, value]: readonly [string, unknown]) =>
    Object.hasOwn(HOST_KEYS, key) && (HOST_KEYS[key] === undefined || HOST_KEYS[key] === value);
  return {
    differences,
    filledIn: others.filter(harmless).map(([key]) => key),
    foreign: others.filter((one) => !harmless(one)).map(([key]) => key),
  };
}

function compareValue(
  name: string,
  parameter: Parameter,
  asked: SettingValue | undefined,
  got: SettingValue | undefined,
  differences: Difference[],
): void {
  if (!isSame(parameter, asked ?? parameter.neutral, got ?? parameter.neutral))
    differences.push({ name, asked: asked ?? null, got: got ?? null });
}

function isSame(parameter: Parameter, asked: SettingValue, got: SettingValue): boolean {
  if (parameter.kind === 'number') return isNear(parameter, asked as number, got as number);
  if (parameter.kind === 'curve') return String(asked) === String(got);
  // Custom and As Shot: the numbers beside it tell.
  return asked === got || (parameter.name === 'WhiteBalance' && asked !== 'Auto' && got !== 'Auto');
}

function isNear({ step, unit }: NumberParameter, asked: number, got: number): boolean {
  const distance = Math.abs(asked - got);
  return (unit === 'degrees' ? Math.min(distance, Math.abs(360 - distance)) : distance) <= step / 2 + 1e-9;
}

/** Fractions of the canvas; a tenth of a pixel on 1000. */
const COORDINATE = 1e-4;

function compareCorrections(
  asked: readonly Correction[],
  got: readonly Correction[],
  differences: Difference[],
): void {
  const place = 'MaskGroupBasedCorrections';
  if (asked.length !== got.length) {
    differences.push({ name: place, asked, got });
    return;
  }
  asked.forEach((one, index) => {
    const other = got[index] as Correction;
    const path = `${place}[${index}]`;
    for (const parameter of LOCAL_PARAMETERS) {
      const { name } = parameter;
      compareValue(`${path}.${name}`, parameter, one.values[name], other.values[name], differences);
    }
    if (Math.abs(one.amount - other.amount) > 0.005)
      differences.push({ name: `${path}.CorrectionAmount`, asked: one.amount, got: other.amount });
    if (one.active !== other.active)
      differences.push({ name: `${path}.CorrectionActive`, asked: one.active, got: other.active });
    for (const curve of ['MainCurve', 'RedCurve', 'GreenCurve', 'BlueCurve'] as const) {
      const [sent, held] = [one.curves?.[curve], other.curves?.[curve]];
      if (String(sent) !== String(held))
        differences.push({ name: `${path}.${curve}`, asked: sent ?? null, got: held ?? null });
    }
    if (!haveSameMasks(one.masks, other.masks))
      differences.push({ name: `${path}.masks`, asked: [one], got: [other] });
  });
}

function haveSameMasks(asked: readonly Mask[], got: readonly Mask[]): boolean {
  return asked.length === got.length && asked.every((mask, index) => isSameMask(mask, got[index] as Mask));
}

function isSameMask(asked: Mask, got: Mask): boolean {
  const other = got as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(asked).every(([field, value]) => {
    if (field === 'name') return true;
    const held = other[field];
    // Angle and feather are whole sliders, all else are fractions.
    if (typeof value === 'number' && typeof held === 'number')
      return Math.abs(value - held) <= (field === 'angle' || field === 'feather' ? 0.5 : COORDINATE);
    return value === held;
  });
}
