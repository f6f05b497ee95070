import { isPlainObject } from '#settings/clamp-report.ts';
import { readNumber } from '#settings/clamp-value.ts';
import type { RadialMask } from '#settings/settings.ts';

type Point = readonly [x: number, y: number];

/** Of a closed outline that a person drew: hardly feathered. */
const FEATHER = 35;
const MOST_POINTS = 2000;

/** `{X, Y}` tables, pairs and "x y" texts; fractions of the frame. */
function readPoint(given: unknown): Point | undefined {
  const parts =
    typeof given === 'string'
      ? given.split(/[\s,]+/)
      : Array.isArray(given)
        ? given
        : isPlainObject(given)
          ? [given['X'] ?? given['x'], given['Y'] ?? given['y']]
          : [];
  const [x, y] = [readNumber(parts[0]), readNumber(parts[1])];
  return x === undefined || y === undefined ? undefined : [x, y];
}

/** Twice the signed area (Gauss's shoelace formula). */
function doubleArea(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/**
 * The upright ellipse in place of a drawn outline: in the middle of its box, with the outline's proportions and area (a
 * box becomes an ellipse 13 % longer and wider). Undefined for less than three points.
 */
export function outlineEllipse(given: unknown): RadialMask | undefined {
  const list: readonly unknown[] = Array.isArray(given) ? given.slice(0, MOST_POINTS) : [];
  const points = list.map(readPoint).filter((point) => point !== undefined);
  if (points.length < 3) return undefined;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const inscribed = (Math.PI / 4) * (right - left) * (bottom - top);
  if (!(inscribed > 0)) return undefined;
  const grown = Math.sqrt(Math.max(0.05, Math.abs(doubleArea(points)) / 2 / inscribed));
  return boxEllipse(left, top, right, bottom, grown);
}

/** The ellipse in a box, `grown` times as long and wide. */
function boxEllipse(left: number, top: number, right: number, bottom: number, grown: number): RadialMask {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [halfWidth, halfHeight] = [(grown * (right - left)) / 2, (grown * (bottom - top)) / 2];
  return {
    kind: 'radial',
    combine: 'add',
    inverted: false,
    left: x - halfWidth,
    right: x + halfWidth,
    top: y - halfHeight,
    bottom: y + halfHeight,
    angle: 0,
    feather: FEATHER,
  };
}

/** A box has this much more area than the ellipse in it: √(4/π) along each side makes up for it. */
const BOX_GROWTH = Math.sqrt(4 / Math.PI);
const BOX = /<box>\s*\[?\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)\s*\]?\s*(?:<\/box>|$)/i;

/** `<box>[x1, y1, x2, y2]</box>` in a text, in fractions of the frame, as an ellipse of its area. */
export function readBox(text: string): RadialMask | undefined {
  const start = text.indexOf('<box>');
  const match = start < 0 ? null : BOX.exec(text.slice(start, start + 120));
  if (!match) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = match.slice(1).map(Number);
  const inside = [x1, y1, x2, y2].every((value) => value >= 0 && value <= 1);
  if (!inside || x1 === x2 || y1 === y2) return undefined;
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  return boxEllipse(left, top, right, bottom, BOX_GROWTH);
}
