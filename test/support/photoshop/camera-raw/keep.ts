import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import { CURVE_KEYS, KEYS, type Key, SILENT_KEYS, VERSIONS } from './keys.ts';
import { readsAsCorrections } from './read-corrections.ts';

export const FILTER = 'Adobe Camera Raw Filter';

function keepNumber(key: Key, value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  // JSON turns 1.0 into 1, and the host ignores an integer where it wants a real [HOST DRM §1.4.1]. The opposite
  // for its whole numbers is [BELIEF].
  if ((key.type === 'real') === Number.isInteger(value)) return undefined;
  const bounded = Math.min(key.maximum, Math.max(key.minimum, value));
  return key.type === 'real' ? Math.round(bounded * 100) / 100 : bounded;
}

function keepCurve(value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value) || value.length < 4 || value.length % 2 !== 0) return undefined;
  const good = value.every((number) => Number.isInteger(number) && number >= 0 && number <= 255);
  const rising = value.every((number, i) => i < 2 || i % 2 === 1 || number > value[i - 2]);
  return good && rising ? value : undefined;
}

function keepKey(name: string, value: unknown): unknown {
  const key = KEYS[name];
  if (key) return keepNumber(key, value);
  if (name in CURVE_KEYS) return keepCurve(value);
  if (name === '$WBal')
    return ['customEnum', 'autoEnum', 'asShot'].includes(String((value as Descriptor | null)?.['_value']))
      ? value
      : undefined;
  // A piece that cannot be read is dropped without an error [HOST DRM §1.4.4].
  if (name === '$LCs') return typeof value === 'string' && readsAsCorrections(value) ? value : undefined;
  return SILENT_KEYS.includes(name) || name in VERSIONS ? value : undefined;
}

const REGIONS = ['$PC_H', '$PC_L', '$PC_D', '$PC_S'];
const SPLITS = ['$PC_1', '$PC_2', '$PC_3'];

/** What the filter keeps of what it is sent. Whatever it does not understand is ignored; there is never an error. */
export function keep(sent: Descriptor): Descriptor {
  const kept: Record<string, unknown> = { _obj: FILTER, ...VERSIONS };
  for (const [name, value] of Object.entries(sent)) {
    if (name.startsWith('_')) continue;
    const taken = keepKey(name, value);
    if (taken !== undefined) kept[name] = taken;
  }
  // The parametric curve does nothing without its splits [HOST DRM §17.30].
  if (!SPLITS.every((name) => name in kept)) for (const name of REGIONS) delete kept[name];
  return kept;
}

/** What the person's OK in the dialog adds: neighbours of what is set [HOST DRM §1.4.12, KB]. */
export function normalise(filter: Descriptor): Descriptor {
  const neighbours = 'sharpen' in filter ? { $ShpR: 1, $ShpD: 25, $ShpM: 0 } : {};
  return { ...neighbours, ...filter };
}
