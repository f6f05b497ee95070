import { isPlainObject } from '#settings/clamp-report.ts';
import { readNumber } from '#settings/clamp-value.ts';

/** A number, also with its unit behind it: "+0.35 EV", "−20 %", "5600K". Undefined for anything else. */
export function looseNumber(given: unknown): number | undefined {
  if (typeof given !== 'string') return readNumber(given);
  const text = given.slice(0, 40).replace(/[−–]/, '-').trim();
  return readNumber(text.replace(/\s*(ev|stops?|%|percent|points?|k|kelvin|°|degrees)$/i, ''));
}

/**
 * Curves in every form that models write: lists as they are; tables with counted keys as Lua makes them, `{"1": x,
 * "2": y, …}` or `{"1": "x,y", …}`, in the order of their numbers. A lonely last number is left out.
 */
export function looseCurve(given: unknown): unknown {
  if (Array.isArray(given)) return given;
  if (!isPlainObject(given)) return given;
  const points = given['points'];
  if (points !== undefined) return looseCurve(points);
  const values = Object.keys(given)
    .filter((key) => /^\[?\d{1,4}\]?$/.test(key))
    .sort((one, other) => Number(one.replace(/\D/g, '')) - Number(other.replace(/\D/g, '')))
    .map((key) => given[key]);
  const numbers = values.every((value) => readNumber(value) !== undefined);
  return numbers && values.length % 2 === 1 ? values.slice(0, -1) : values;
}
