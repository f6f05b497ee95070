import type { Reading } from '#wire/goal.ts';

export type Reference = 'stronger' | 'gentler' | 'undo';

/** One way to bend what was done before: how much of its tones and of its colours stays, percent. */
export interface Bend {
  readonly title: string;
  readonly tone: number;
  readonly colour: number;
}

export const BENDS: Readonly<Record<Reference, readonly Bend[]>> = {
  stronger: [
    { title: 'The edit, a third stronger', tone: 135, colour: 135 },
    { title: 'Tones stronger, colours as they were', tone: 135, colour: 100 },
    { title: 'Colours stronger, tones as they were', tone: 100, colour: 135 },
    { title: 'The edit, two thirds stronger', tone: 170, colour: 170 },
  ],
  gentler: [
    { title: 'The edit, a third gentler', tone: 65, colour: 65 },
    { title: 'Tones gentler, colours as they were', tone: 65, colour: 100 },
    { title: 'Colours gentler, tones as they were', tone: 100, colour: 65 },
    { title: 'The edit, two thirds gentler', tone: 35, colour: 35 },
  ],
  undo: [
    { title: 'The photo as it was', tone: 0, colour: 0 },
    { title: 'Half of the edit taken back', tone: 50, colour: 50 },
    { title: 'Colours taken back, tones kept', tone: 100, colour: 0 },
    { title: 'Tones taken back, colours kept', tone: 0, colour: 100 },
  ],
};

/** What a style name without a look means for the edit before; undefined for a look. */
export function referenceOf(name: string): Reference | undefined {
  return name in BENDS ? (name as Reference) : undefined;
}

export function isReference({ styles }: Reading): boolean {
  return styles.some(({ name }) => referenceOf(name) !== undefined);
}
