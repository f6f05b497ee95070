import { COLOR_NAMES, type Observation } from '#image/observation.ts';
import { describeSettings } from '#settings/format.ts';
import type { Settings } from '#settings/settings.ts';
import type { ProposeRequest } from '../../policy.ts';

/**
 * What was measured on the photo, in a few lines: models see colour and light poorly, and these numbers are true. No file
 * name, place or date stands in it.
 */
export function photoFacts({ statistics, regions, photo }: Observation): string {
  const { lightness, clipping, chroma, cast, haze } = statistics;
  const share = (part: number) => `${(100 * part).toFixed(part < 0.01 ? 1 : 0)} %`;
  const colors = COLOR_NAMES.map((name, i) => ({ name, part: statistics.hues[i] ?? 0 }))
    .filter(({ part }) => part >= 0.03)
    .map(({ name, part }) => `${name} ${share(part)}`);
  const found = regions.map(({ name, area }) => `${name} ${share(area)}`);
  return [
    `- lightness L*: median ${lightness.p50.toFixed(0)}, darkest hundredth ${lightness.p01.toFixed(0)}, lightest hundredth ${lightness.p99.toFixed(0)}`,
    `- clipped: ${share(clipping.shadows)} black, ${share(clipping.highlights)} white`,
    `- chroma C*: mean ${chroma.mean.toFixed(0)}; colours: ${colors.join(', ') || 'hardly any'}`,
    `- neutral parts: a* ${cast.a.toFixed(1)}, b* ${cast.b.toFixed(1)} (how sure: ${cast.confidence.toFixed(1)}); haze ${haze.toFixed(2)} of 1`,
    `- parts found: ${found.join(', ') || 'none'}`,
    `- file: ${photo.source === 'rendered' ? 'already developed (JPEG or the like)' : 'raw'}`,
  ].join('\n');
}

/** Settings that the picture shown has already; empty for an untouched photo. */
export function doneFacts(base: Settings): string {
  const done = describeSettings(base).map(({ label, text }) => `${label} ${text}`);
  return done.length === 0 ? '' : `The picture as you see it already has these settings: ${done.join(', ')}.`;
}

/** What must stay, from the words of the wish and from the person's locked sliders. */
export function lockFacts({ reading, locks }: Pick<ProposeRequest, 'reading' | 'locks'>): string {
  const kept = [...reading.locks.map(({ what, mode }) => `${what} (${mode})`), ...locks];
  return kept.length === 0 ? '' : `These stay as they are, whatever you answer: ${kept.join(', ')}.`;
}

/** The wish as data: quoted, so that its text cannot pass for a part of the prompt. */
export function quoteWish(instruction: string): string {
  return JSON.stringify(instruction);
}
