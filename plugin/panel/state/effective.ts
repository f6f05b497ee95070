import { scaleSettings } from '#settings/scale.ts';
import type { Correction, Settings } from '#settings/settings.ts';
import { alternativeOf, type Edit, editOf, ORIGINAL, type Work } from './work.ts';

/** Settings as they are rendered: the proposal scaled by the amount, then what the person set by hand. */
export function applyEdit(proposed: Settings, edit: Edit): Settings {
  const scaled = edit.amount === 100 ? proposed : scaleSettings(proposed, edit.amount);
  const corrections = editMasks(scaled.MaskGroupBasedCorrections ?? [], edit);
  const { MaskGroupBasedCorrections: _, ...rest } = { ...scaled, ...edit.overrides };
  return corrections.length === 0 ? rest : { ...rest, MaskGroupBasedCorrections: corrections };
}

/** What the photo looks like under alternative `id` (or the original) with the person's edits. */
export function effectiveSettings(work: Work, id: string): Settings {
  const proposed = id === ORIGINAL ? {} : (alternativeOf(work, id)?.settings ?? {});
  return applyEdit(proposed, editOf(work, id));
}

function editMasks(corrections: readonly Correction[], edit: Edit): readonly Correction[] {
  return corrections.flatMap((correction, index) => {
    const change = edit.masks[index];
    if (change === undefined) return [correction];
    if (change.deleted === true) return [];
    return [
      {
        ...correction,
        active: change.active ?? correction.active,
        amount: change.amount ?? correction.amount,
      },
    ];
  });
}
