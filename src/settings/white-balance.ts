import type { Settings } from './settings.ts';

/** The white that Kelvin and tint are relative to. */
export interface AsShot {
  readonly kelvin: number;
  readonly tint: number;
}

/** What a file is taken for that was rendered already: daylight. */
export const RENDERED_WHITE: AsShot = { kelvin: 6500, tint: 0 };

/**
 * Mired by which one unit of IncrementalTemperature (−100…100) moves the white. Camera Raw's own scale is not
 * published; one mired a unit is what public re-implementations assume. Rendering and conversion share this number.
 */
export const MIRED_PER_UNIT = 1;

const KELVIN = { minimum: 2000, maximum: 50000 };

/** Reciprocal megakelvin: equal steps look about equally large. */
export function kelvinToMired(kelvin: number): number {
  return 1e6 / kelvin;
}

/** Kelvin within Camera Raw's 2000…50000, also for a mired value at or below 0. */
export function miredToKelvin(mired: number): number {
  const kelvin = mired <= 0 ? KELVIN.maximum : 1e6 / mired;
  return Math.min(KELVIN.maximum, Math.max(KELVIN.minimum, kelvin));
}

/** IncrementalTemperature (−100…100, + is warmer) that does to a rendered file what `kelvin` does to the raw one. */
export function kelvinToIncremental(kelvin: number, asShotKelvin: number): number {
  const units = (kelvinToMired(asShotKelvin) - kelvinToMired(kelvin)) / MIRED_PER_UNIT;
  return Math.min(100, Math.max(-100, units));
}

/** Kelvin (2000…50000) that does to a raw file what `incremental` does to the rendered one. */
export function incrementalToKelvin(incremental: number, asShotKelvin: number): number {
  return miredToKelvin(kelvinToMired(asShotKelvin) - incremental * MIRED_PER_UNIT);
}

function number(settings: Settings, name: string): number | undefined {
  const value = settings[name];
  return typeof value === 'number' ? value : undefined;
}

function without(settings: Settings, names: readonly string[]): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));
}

/** The same white balance in the form that rendered files take. An incremental value that is there already stays. */
export function withIncrementalWhite(settings: Settings, asShot: AsShot = RENDERED_WHITE): Settings {
  const kelvin = number(settings, 'Temperature');
  const tint = number(settings, 'Tint');
  if (kelvin === undefined && tint === undefined) return settings;
  return {
    ...(kelvin === undefined ? {} : { IncrementalTemperature: kelvinToIncremental(kelvin, asShot.kelvin) }),
    ...(tint === undefined ? {} : { IncrementalTint: Math.min(100, Math.max(-100, tint - asShot.tint)) }),
    ...without(settings, ['Temperature', 'Tint', 'WhiteBalance']),
    WhiteBalance: 'Custom',
  };
}

/** The same white balance in the form that raw files take; both values are stated, as Camera Raw needs the pair. */
export function withKelvinWhite(settings: Settings, asShot: AsShot): Settings {
  const temperature = number(settings, 'IncrementalTemperature');
  const tint = number(settings, 'IncrementalTint');
  if (temperature === undefined && tint === undefined) return settings;
  const shiftedTint = asShot.tint + (tint ?? 0);
  return {
    Temperature: incrementalToKelvin(temperature ?? 0, asShot.kelvin),
    Tint: Math.min(150, Math.max(-150, shiftedTint)),
    ...without(settings, ['IncrementalTemperature', 'IncrementalTint', 'WhiteBalance']),
    WhiteBalance: 'Custom',
  };
}
