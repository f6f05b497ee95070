import { clamp, monotoneCubic } from '#render/curve.ts';
import type { WhitePoint } from '#render/renderer.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { CurvePoint, Settings, SettingValue } from '#settings/settings.ts';
import { IDENTITY_CURVE } from '#settings/tone-curve.ts';
import { kelvinToMired, miredToKelvin } from '#settings/white-balance.ts';

/**
 * Something that the matcher may turn: one slider, or what makes sense only together (a colour wheel, a curve). Its
 * coordinates are numbers that the picture follows about evenly.
 */
export interface Dial {
  /** The `crs:` names that it writes. */
  readonly names: readonly string[];
  /** Movement of a coordinate that an ordinary edit has; more of it costs more. */
  readonly reach: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Coordinates at which settings stand. */
  read(settings: Settings): readonly number[];
  /** Writes coordinates into settings; called only when they differ from what was read. */
  write(coordinates: readonly number[], settings: Record<string, SettingValue | undefined>): void;
}

/** A slider. @throws {RangeError} when the registry has none of this name */
export function slider(name: string, reach: number): Dial {
  const parameter = parameterByName(name);
  if (parameter?.kind !== 'number')
    throw new RangeError(`Cannot turn '${name}' as it must be a number in the registry`);
  const { minimum, maximum, neutral } = parameter;
  return {
    names: [name],
    reach,
    minimum,
    maximum,
    read: (settings) => [numberIn(settings, name, neutral)],
    write: ([value], settings) => {
      settings[name] = value;
    },
  };
}

/** Temperature of a file in Kelvin, turned in mired: equal steps look about equally large. */
export function kelvin(asShot: WhitePoint, reach: number): Dial {
  return {
    names: ['Temperature'],
    reach,
    minimum: -kelvinToMired(2000),
    maximum: -kelvinToMired(50_000),
    read: (settings) => [-kelvinToMired(numberIn(settings, 'Temperature', asShot.kelvin))],
    write: ([mired], settings) => {
      settings['Temperature'] = miredToKelvin(-mired!);
      settings['Tint'] ??= asShot.tint;
    },
  };
}

/** Tint beside a temperature in Kelvin; Camera Raw wants both. */
export function kelvinTint(asShot: WhitePoint, reach: number): Dial {
  return {
    names: ['Tint'],
    reach,
    minimum: -150,
    maximum: 150,
    read: (settings) => [numberIn(settings, 'Tint', asShot.tint)],
    write: ([tint], settings) => {
      settings['Tint'] = tint;
      settings['Temperature'] ??= asShot.kelvin;
    },
  };
}

/** A wheel of the grading panel as the point that its handle stands at: an angle means nothing in the middle. */
export function wheel(hue: string, saturation: string, reach: number): Dial {
  return {
    names: [hue, saturation],
    reach,
    minimum: -100,
    maximum: 100,
    read: (settings) => {
      const angle = (numberIn(settings, hue, 0) * Math.PI) / 180;
      const distance = numberIn(settings, saturation, 0);
      return [distance * Math.cos(angle), distance * Math.sin(angle)];
    },
    write: ([x, y], settings) => {
      const degrees = (Math.atan2(y!, x!) * 180) / Math.PI;
      settings[hue] = degrees < 0 ? degrees + 360 : degrees;
      settings[saturation] = Math.min(100, Math.hypot(x!, y!));
    },
  };
}

/** A tone curve by its levels over five places; the curve stays rising. */
export function curve(name: string, reach: number): Dial {
  return {
    names: [name],
    reach,
    minimum: -255,
    maximum: 255,
    read: (settings) => {
      const points = (settings[name] as readonly CurvePoint[] | undefined) ?? IDENTITY_CURVE;
      const through = monotoneCubic(
        points.map(([x]) => x),
        points.map(([, y]) => y),
      );
      return PLACES.map((place) => through(place) - place);
    },
    write: (offsets, settings) => {
      let floor = 0;
      settings[name] = PLACES.map((place, i): CurvePoint => {
        floor = clamp(place + offsets[i]!, floor, 255);
        return [place, floor];
      });
    },
  };
}

const PLACES = [0, 64, 128, 192, 255];

function numberIn(settings: Settings, name: string, otherwise: number): number {
  const value = settings[name];
  return typeof value === 'number' ? value : otherwise;
}
