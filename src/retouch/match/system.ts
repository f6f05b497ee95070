import type { Settings, SettingValue } from '#settings/settings.ts';
import type { Dial } from './dial.ts';

/** The coordinates of several dials in one row, measured in reaches from where the base has them: all 0 is the base. */
export interface System {
  readonly base: Settings;
  readonly dials: readonly Dial[];
  readonly size: number;
  /** Coordinates `spans[i][0] … spans[i][1] − 1` belong to dial `i`. */
  readonly spans: readonly (readonly [first: number, end: number])[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The base with every dial turned that does not stand where it stood. */
  settings(at: readonly number[]): Settings;
}

export function systemOf(base: Settings, dials: readonly Dial[]): System {
  const origins = dials.map((dial) => dial.read(base));
  let end = 0;
  const spans = origins.map(({ length }) => {
    end += length;
    return [end - length, end] as const;
  });
  const ends = (bound: 'minimum' | 'maximum') =>
    dials.flatMap((dial, i) => origins[i]!.map((origin) => (dial[bound] - origin) / dial.reach));
  return {
    base,
    dials,
    size: end,
    spans,
    // A base beyond a dial's ends may stay there or come back.
    low: ends('minimum').map((value) => Math.min(0, value)),
    high: ends('maximum').map((value) => Math.max(0, value)),
    settings: (at) => {
      const settings: Record<string, SettingValue | undefined> = { ...base };
      dials.forEach((dial, i) => {
        const own = at.slice(...spans[i]!);
        if (own.some((value) => value !== 0))
          dial.write(
            own.map((value, j) => origins[i]![j]! + value * dial.reach),
            settings,
          );
      });
      return settings;
    },
  };
}

/** Where the coordinates of `from` stand in `to`, which may have fewer or more dials; new ones at 0. */
export function carryOver(from: System, at: readonly number[], to: System): number[] {
  return to.dials.flatMap((dial, i) => {
    const known = from.dials.indexOf(dial);
    const [first, end] = to.spans[i]!;
    return known < 0 ? new Array<number>(end - first).fill(0) : at.slice(...from.spans[known]!);
  });
}
