import { correctionHasEffect } from '#settings/neutral.ts';
import type { AiMask, Correction, Mask, Settings } from '#settings/settings.ts';
import type { Shortfall } from './expressed.ts';
import { globalSettings } from './global-settings.ts';
import { isHostMask } from './local-corrections.ts';

/** One correction that needs a selection by Photoshop: a layer of its own above the others, with that as its mask. */
export interface HostMaskedPart {
  /** What Photoshop is to find on the layer. */
  readonly find: 'subject' | 'sky';
  /** The selection is to be inverted (a background is what is not the subject). */
  readonly inverted: boolean;
  /** The correction's. */
  readonly name: string;
  /** For the layer's own Camera Raw filter; further masks of the correction are in it as local corrections. */
  readonly settings: Settings;
}

export interface SplitSettings {
  /** Everything that one Camera Raw filter takes. */
  readonly global: Settings;
  /** From below to above. */
  readonly parts: readonly HostMaskedPart[];
  readonly unsupported: readonly Shortfall[];
  readonly replaced: readonly Shortfall[];
}

const FIND: Readonly<Record<AiMask['target'], Pick<HostMaskedPart, 'find' | 'inverted'>>> = {
  subject: { find: 'subject', inverted: false },
  person: { find: 'subject', inverted: false },
  sky: { find: 'sky', inverted: false },
  background: { find: 'subject', inverted: true },
};

/**
 * Takes apart what one smart filter cannot do: found parts of the picture (subject, sky) are not taken in `$LCs`, but
 * Photoshop selects them and a selection can be a layer's mask, one for the whole layer.
 */
export function splitHostMasks(settings: Settings): SplitSettings {
  const corrections = settings.MaskGroupBasedCorrections;
  if (corrections === undefined) return { global: settings, parts: [], unsupported: [], replaced: [] };
  const kept: Correction[] = [];
  const parts: HostMaskedPart[] = [];
  const unsupported: Shortfall[] = [];
  const replaced: Shortfall[] = [];
  corrections.forEach((correction, index) => {
    if (!correction.masks.some(isHostMask)) {
      kept.push(correction);
      return;
    }
    if (!correctionHasEffect(correction)) return;
    const name = `MaskGroupBasedCorrections[${index}]`;
    const part = partOf(correction);
    if (typeof part === 'string') unsupported.push({ name, why: `'${correction.name}' ${part}` });
    else {
      parts.push(part);
      if (correction.masks.some((mask) => mask.kind === 'ai' && mask.target === 'person'))
        replaced.push({
          name,
          why: `Photoshop looks for the subject in place of a person ('${correction.name}')`,
        });
    }
  });
  return { global: { ...settings, MaskGroupBasedCorrections: kept }, parts, unsupported, replaced };
}

/** Or what stands in the way, to follow the correction's name. */
function partOf(correction: Correction): HostMaskedPart | string {
  const { masks } = correction;
  const place = masks.findIndex(isHostMask);
  const found = masks[place];
  if (found?.kind !== 'ai')
    return 'goes by a color that was picked in the picture, which only Camera Raw itself can do';
  if (masks.filter(isHostMask).length > 1)
    return 'joins several selections of Photoshop, and a layer takes one';
  // Only a product can be shared between the layer's mask and the masks in its filter.
  const joined = masks.slice(Math.max(1, place)).some(({ combine }) => combine === 'add');
  if (joined) return 'adds other areas to a selection of Photoshop, which a layer’s one mask cannot do';
  const { find, inverted } = FIND[found.target];
  return {
    find,
    inverted: inverted !== (found.inverted !== (place > 0 && found.combine === 'subtract')),
    name: correction.name,
    settings: settingsWithin(
      correction,
      place === 0 ? standingAlone(masks.slice(1)) : masks.filter((mask) => mask !== found),
    ),
  };
}

/** Masks that were taken from, or intersected with, something that is everything now. */
function standingAlone(masks: readonly Mask[]): readonly Mask[] {
  const [first, ...others] = masks;
  if (first === undefined) return [];
  const inverted = first.combine === 'subtract' ? !first.inverted : first.inverted;
  return [{ ...first, combine: 'add', inverted }, ...others];
}

function settingsWithin(correction: Correction, masks: readonly Mask[]): Settings {
  return masks.length === 0
    ? globalSettings(correction)
    : { MaskGroupBasedCorrections: [{ ...correction, masks }] };
}
