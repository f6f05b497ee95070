import type { Locator } from 'playwright-core';
import type { Panel } from './harness.ts';

/** What a person does in the panel. */

/** Types an instruction and presses Enter. */
export async function ask(panel: Panel, instruction: string): Promise<void> {
  await panel.locator('textarea').first().fill(instruction);
  await panel.page.keyboard.press('Enter');
}

/** The same, and waits for all of the answer. */
export async function run(panel: Panel, instruction: string): Promise<void> {
  await ask(panel, instruction);
  await panel.until(() => document.querySelector('[role=option]') !== null);
  await answered(panel);
}

/** Waits until nothing is being made any more. */
export async function answered(panel: Panel): Promise<void> {
  await panel.until(
    () =>
      document.querySelector('.tile-skeleton, .tile-blank') === null &&
      document.querySelector('.button-run') !== null,
  );
}

export function button(panel: Panel, name: string | RegExp): Locator {
  return panel.page.getByRole('button', { name, exact: typeof name === 'string' });
}

export async function press(panel: Panel, name: string | RegExp): Promise<void> {
  await button(panel, name).first().click();
}

/** Chooses an alternative that is not chosen. */
export async function chooseOther(panel: Panel): Promise<void> {
  await panel.locator('[role=option][aria-selected=false]').first().click();
}

/** Waits until the document is left alone: nothing that was asked of it is still under way. */
export async function settled(panel: Panel): Promise<void> {
  await panel.until((double) => !double.inModal && document.querySelector('.foot-words .foot-say') !== null);
}

/** What the foot of the panel says. */
export async function said(panel: Panel): Promise<string> {
  return panel.host(() => document.querySelector('.bench-foot')?.textContent ?? '');
}

/** Waits until the panel shows words. */
export async function reads(panel: Panel, words: RegExp): Promise<void> {
  await panel.until((_, [source, flags]) => new RegExp(source, flags).test(document.body.textContent ?? ''), [
    words.source,
    words.flags,
  ] as const);
}

/** Titles of the alternatives, in their order. */
export function titles(panel: Panel): Promise<readonly string[]> {
  return panel.host(() =>
    [...document.querySelectorAll('.tile-title')].map((tile) => tile.textContent ?? ''),
  );
}

/** The document as far as a person could tell two apart. */
export function documentNow(panel: Panel) {
  return panel.host((double) => ({
    history: double.history(),
    layers: double.layers().map(({ name }) => name),
    filters: double.filters().length,
    // Of all pixels, with a weight by place.
    sum: Array.from(double.picture().data).reduce((sum, value, i) => (sum + value * (1 + (i % 7))) % 1e9, 0),
  }));
}
