import type { Draft } from './draft.ts';
import type { Measures } from './measure.ts';

interface Trait {
  /** Difference of a candidate from the mean of its siblings that is just worth a word. */
  readonly worth: number;
  read(measures: Measures): number;
  more(difference: number): string;
  less(difference: number): string;
}

/** Lightness of the middle tones as stops: L* → Y (CIE 1976), base-2 logarithm. */
function stops({ middle }: Measures): number {
  const f = (Math.max(1, middle) + 16) / 116;
  return Math.log2(middle > 8 ? f ** 3 : middle / 903.3);
}

function stopWords(difference: number): string {
  const size = Math.abs(difference);
  if (size < 0.27) return 'a shade';
  if (size < 0.42) return 'a third of a stop';
  if (size < 0.62) return 'half a stop';
  return size < 0.85 ? 'two thirds of a stop' : 'a stop';
}

const TRAITS: readonly Trait[] = [
  {
    worth: 0.13,
    read: stops,
    more: (d) => `${stopWords(d)} brighter`,
    less: (d) => `${stopWords(d)} darker`,
  },
  { worth: 0.9, read: (m) => m.spread, more: () => 'more contrast', less: () => 'softer' },
  { worth: 1.6, read: (m) => m.chroma, more: () => 'stronger colour', less: () => 'quieter colour' },
  { worth: 1.6, read: (m) => m.lightB, more: () => 'warmer light', less: () => 'cooler light' },
  { worth: 1.6, read: (m) => m.shadowB, more: () => 'warmer shadows', less: () => 'cooler shadows' },
  { worth: 1.4, read: (m) => m.black, more: () => 'lifted blacks', less: () => 'deeper blacks' },
  { worth: 1.6, read: (m) => m.high, more: () => 'brighter highlights', less: () => 'calmer highlights' },
];

/** Titles that say how each candidate differs from its siblings: what it does, then what was measured. */
export function titleDrafts(drafts: readonly { readonly draft: Draft; readonly lead: string }[]): string[] {
  return drafts.map(({ draft, lead }) => {
    const others = drafts.filter((one) => one.draft !== draft);
    const traits =
      others.length === 0
        ? []
        : differences(
            draft.after.measures,
            others.map((one) => one.draft.after.measures),
          );
    const title = [lead, traits.slice(0, lead === '' ? 3 : 2).join(', ')]
      .filter((part) => part !== '')
      .join(': ');
    return capital(title === '' ? 'As asked' : title);
  });
}

function differences(own: Measures, others: readonly Measures[]): string[] {
  return TRAITS.map((trait) => {
    const mean = others.reduce((sum, one) => sum + trait.read(one), 0) / others.length;
    const difference = trait.read(own) - mean;
    return {
      weight: Math.abs(difference) / trait.worth,
      text: difference > 0 ? trait.more(difference) : trait.less(difference),
    };
  })
    .filter(({ weight }) => weight >= 1)
    .sort((one, other) => other.weight - one.weight)
    .map(({ text }) => text);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
