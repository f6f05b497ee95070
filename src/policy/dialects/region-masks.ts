import type { AiMask, LuminanceMask, Mask } from '#settings/settings.ts';
import type { DialectContext } from './dialect.ts';

const PLAIN = { combine: 'add', inverted: false } as const;

/** Windows on encoded luminance, as soft as a mask drawn by hand. */
const TONES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  shadows: [0, 0, 0.2, 0.45],
  midtones: [0.15, 0.35, 0.65, 0.85],
  highlights: [0.55, 0.8, 1, 1],
};
const TARGETS: readonly AiMask['target'][] = ['subject', 'sky', 'background', 'person'];

/** What the host finds by itself. */
export function aiMask(target: AiMask['target'], combine: Mask['combine'] = 'add', inverted = false): AiMask {
  return { kind: 'ai', target, combine, inverted, referenceX: 0.5, referenceY: 0.5 };
}

/** Masks for a named part of the picture: as found in the photo, by tone, or by the host; undefined for none of these. */
export function regionMasks(region: string, { place }: DialectContext): readonly Mask[] | undefined {
  const name = region.toLowerCase().trim();
  const placed = place?.(name);
  if (placed) return placed;
  if (Object.hasOwn(TONES, name)) {
    const [lowNone, lowFull, highFull, highNone] = TONES[name]!;
    const mask: LuminanceMask = { kind: 'luminance', ...PLAIN, lowNone, lowFull, highFull, highNone };
    return [mask];
  }
  const target = TARGETS.find((one) => one === name);
  return target && !place ? [aiMask(target)] : undefined;
}
