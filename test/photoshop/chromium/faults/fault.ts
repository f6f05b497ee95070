import type { Control } from '../../../support/photoshop/control.ts';
import type { Rules } from '../../../support/photoshop/rules.ts';
import type { Panel } from '../harness.ts';
import { button, press, run } from '../person.ts';

export type Before = (double: Control) => void;

/** Something that goes wrong, told as what leads to it and what the person reads. */
export interface Fault {
  readonly rules?: Partial<Rules>;
  /** Sent to the page as text: uses nothing from outside. */
  readonly before: Before;
  readonly act: (panel: Panel) => Promise<void>;
  readonly says: RegExp;
  /** Names of history states and number of smart filters at the end. Default: the document is as it was. */
  readonly after?: { readonly history: readonly string[]; readonly filters: number };
  /** Another document is in front at the end, which nothing was done to. */
  readonly elsewhere?: boolean;
}

export type Faults = Readonly<Record<string, Fault>>;

/** A small RGB document of 8 bits. */
export const photo: Before = (double) => void double.open({ width: 96, height: 64, title: 'hill.psd' });

/** Asks, has an answer, and commits it. */
export async function commit(panel: Panel): Promise<void> {
  await run(panel, 'brighter');
  await press(panel, 'Commit');
}

/** Asks, has an answer, and shows it in the document. */
export async function tryOut(panel: Panel): Promise<void> {
  await run(panel, 'brighter');
  await press(panel, 'Try in document');
  await button(panel, 'Discard').waitFor();
}
