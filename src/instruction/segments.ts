import type { Item } from './match.ts';

/** How a segment joins the one before it. `comma` and `soft` may share a direction or a region; `hard` starts anew. */
export type Join = 'start' | 'comma' | 'soft' | 'or' | 'with' | 'hard';

export interface Segment {
  readonly join: Join;
  readonly items: readonly Item[];
}

const STRENGTH: readonly Join[] = ['start', 'soft', 'comma', 'or', 'with', 'hard'];

function isWish({ meaning }: Item): boolean {
  return (
    meaning.kind === 'quality' ||
    meaning.kind === 'verb' ||
    meaning.kind === 'style' ||
    meaning.kind === 'more'
  );
}

/** Divides a sentence at its joints. "Except" and "but not" open a segment and stay in it. */
export function splitSegments(items: readonly Item[]): Segment[] {
  const segments: Segment[] = [];
  let join: Join = 'start';
  let current: Item[] = [];
  function close(): void {
    if (current.length > 0) {
      segments.push({ join: segments.length === 0 ? 'start' : join, items: current });
      join = 'start';
    }
    current = [];
  }
  items.forEach((item, index) => {
    const next = items[index + 1]?.meaning.kind;
    if (item.text === 'so' && (next === 'region' || next === 'whole') && current.length > 0) {
      // "… so she stands out": a purpose, read for itself.
      close();
      join = 'hard';
    } else if (item.meaning.kind === 'not' && item.meaning.form === 'no' && current.some(isWish)) {
      // "Brighter without …" are two wishes, "the shadows have no detail" is one.
      close();
      join = 'hard';
      current.push(item);
    } else if (item.meaning.kind === 'join') {
      close();
      if (STRENGTH.indexOf(item.meaning.strength) > STRENGTH.indexOf(join)) join = item.meaning.strength;
    } else {
      if (item.meaning.kind === 'except' && current.length > 0) {
        close();
        join = 'hard';
      }
      current.push(item);
    }
  });
  close();
  return segments;
}
