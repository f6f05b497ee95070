import type { Settings } from '#settings/settings.ts';
import { effectiveSettings } from './effective.ts';
import { alternativeOf, type Base, ORIGINAL, type Work } from './work.ts';

/** Where a refinement starts: the chosen alternative with the person's edits. */
export function baseOf(work: Work): Base | null {
  const settings = effectiveSettings(work, work.chosen);
  if (work.chosen === ORIGINAL) {
    return Object.keys(settings).length === 0 ? null : { title: 'your own settings', settings };
  }
  return { title: alternativeOf(work, work.chosen)?.title ?? '', settings };
}

/** From the original, only locked settings are carried over: they must keep the value they have now. */
export function lockedOnly(work: Work): Settings {
  const settings = effectiveSettings(work, work.chosen);
  return Object.fromEntries(Object.entries(settings).filter(([name]) => work.locks.includes(name)));
}
