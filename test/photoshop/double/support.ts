import type { Descriptor, ExecutionContext } from '../../../plugin/photoshop/host/photoshop.ts';
import type { PhotoshopDouble } from '../../support/photoshop/create-photoshop.ts';

export const FILTER = 'Adobe Camera Raw Filter';

export function inScope<T>(
  { photoshop }: PhotoshopDouble,
  work: (context: ExecutionContext) => Promise<T>,
): Promise<T> {
  return photoshop.core.executeAsModal(work, { commandName: 'Test' });
}

/** Plays each by itself, in one modal scope. */
export async function play(
  double: PhotoshopDouble,
  ...commands: Descriptor[]
): Promise<readonly Descriptor[]> {
  return inScope(double, () => double.photoshop.action.batchPlay(commands, { continueOnError: true }));
}

/** A little document with one smart object that is called "photo". */
export function openSmart(double: PhotoshopDouble): void {
  double.control.open({ width: 48, height: 32, layers: [{ name: 'photo', smartObject: 'present' }] });
}

/** Mean level of what is visible, 0…255. */
export function mean({ control }: PhotoshopDouble): number {
  const { data } = control.picture();
  let sum = 0;
  for (const value of data) sum += value;
  return sum / data.length / (data.BYTES_PER_ELEMENT === 1 ? 1 : 257);
}
