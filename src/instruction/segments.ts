import type { Item } from './match.ts';
import type { Kind } from './meaning.ts';

/** How a segment joins the one before it. `comma` and `soft` may share a direction or a region; `hard` starts anew. */
export type Join = 'start' | 'comma' | 'soft' | 'or' | 'with' | 'hard';

export interface Segment {
  readonly join: Join;
  readonly items: readonly Item[];
}

const STRENGTH: readonly Join[] = ['start', 'soft', 'comma', 'or', 'with', 'hard'];

const ACTS: ReadonlySet<Kind> = new Set<Kind>(['verb', 'make', 'add', 'remove', 'recover']);

function isWish({ meaning }: Item): boolean {
  return (
    meaning.kind === 'quality' ||
    meaning.kind === 'verb' ||
    meaning.kind === 'style' ||
    meaning.kind === 'more' ||
    meaning.kind === 'pop' ||
    meaning.kind === 'recover'
  );
}

/** The first item from `index` on that carries meaning. */
function contentAt(items: readonly Item[], index: number): Item | undefined {
  return items.slice(index).find(({ meaning }) => meaning.kind !== 'filler');
}

/** Kinds that say what a purpose is for: "so the subject stands out", "to make the sky pop". */
const PURPOSEFUL: ReadonlySet<Kind> = new Set<Kind>(['region', 'whole', 'zone', 'axis', 'see', 'recover']);

function isAct(meaning: Item['meaning']): boolean {
  if (meaning.kind === 'more') return meaning.form === 'verb';
  return ACTS.has(meaning.kind) || meaning.kind === 'see' || meaning.kind === 'pop';
}

/** Whether a purpose of what was asked so far starts here; it is a wish of its own and never the opposite of it. */
function startsPurpose(items: readonly Item[], index: number): boolean {
  const item = items[index]!;
  const next = contentAt(items, index + 1)?.meaning.kind;
  if (item.text === 'so' || item.text === 'so that') return next !== undefined && PURPOSEFUL.has(next);
  const after = items[index + 1];
  // "… to make the mountains pop", but not "from cold to warm".
  if (item.meaning.kind === 'toward') return after !== undefined && isAct(after.meaning);
  if (item.meaning.kind === 'pop') return item.text.startsWith('to ');
  // "… for a full tonal range".
  return item.text === 'for' && /^(an?|more|that|better)$/.test(after?.text ?? '');
}

/** Whether the next setting starts here in a list without marks: "highlights -50 shadows +30", "shadows up whites down". */
function endsSetting(current: readonly Item[], item: Item): boolean {
  const last = current.at(-1)?.meaning;
  const ends = last?.kind === 'quantity' || (last?.kind === 'more' && last.form === 'particle');
  if (!ends || !SETTABLE.has(item.meaning.kind)) return false;
  const before = current.slice(0, -1);
  const named = before.some(({ meaning }) => SETTABLE.has(meaning.kind));
  return named && !before.some(({ meaning }) => ACTS.has(meaning.kind) || meaning.kind === 'more');
}

const SETTINGS: ReadonlySet<Kind> = new Set<Kind>(['quantity', 'magnitude', 'more', 'recover']);
const SETTABLE: ReadonlySet<Kind> = new Set<Kind>(['axis', 'zone', 'color', 'region']);

/** Nothing but the name of what a number or a verb after the colon sets. */
function isName(current: readonly Item[]): boolean {
  const named = current.filter(({ meaning }) => meaning.kind !== 'filler');
  return named.length === 1 && SETTABLE.has(named[0]!.meaning.kind);
}

/** "Everything sharper but the background": a "but" before a bare place, after "everything". */
function isException(items: readonly Item[], index: number, current: readonly Item[]): boolean {
  if (items[index]!.text !== 'but' || !current.some(({ text }) => text === 'everything')) return false;
  const rest = items.slice(index + 1);
  const end = rest.findIndex(({ meaning }) => meaning.kind === 'join');
  const place = (end < 0 ? rest : rest.slice(0, end)).filter(({ meaning }) => meaning.kind !== 'filler');
  return place.length > 0 && place.every(({ meaning }) => meaning.kind === 'region');
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
    if (endsSetting(current, item)) {
      close();
      join = 'comma';
    }
    if (current.some((each) => isWish(each) || each.meaning.kind === 'axis') && startsPurpose(items, index)) {
      close();
      join = 'hard';
      if (item.meaning.kind === 'pop') current.push(item);
    } else if (item.meaning.kind === 'not' && item.meaning.form === 'no' && current.some(isWish)) {
      // "Brighter without …" are two wishes, "the shadows have no detail" is one.
      close();
      join = 'hard';
      current.push(item);
    } else if (item.text === ':' && SETTINGS.has(next ?? 'filler') && isName(current)) {
      // "Highlights: -60", "clarity: low".
      return;
    } else if (isException(items, index, current)) {
      current.push({ ...item, meaning: { kind: 'except' } });
    } else if (item.meaning.kind === 'join') {
      // "Colour splash with only the red one" is one wish.
      if (item.text === 'with' && current.some(({ meaning }) => meaning.kind === 'selective')) return;
      close();
      if (STRENGTH.indexOf(item.meaning.strength) > STRENGTH.indexOf(join)) join = item.meaning.strength;
    } else {
      const turns = item.meaning.kind === 'except' && item.text.endsWith('but') && ACTS.has(next ?? 'filler');
      if (item.meaning.kind === 'except' && current.length > 0) {
        close();
        join = 'hard';
      }
      // "Keep everything, but brighten …" excepts nothing.
      if (!turns) current.push(item);
    }
  });
  close();
  return segments;
}
