import type { RgbSpace } from '#color/space.ts';
import { ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB } from '#color/spaces.ts';
import type { Steps } from '#image/steps.ts';
import { pointwiseChain } from '#render/chain.ts';
import { decodeSpace, encodeSpaceExtended } from '#render/codec.ts';
import { analysisOf } from '#render/local/analysis.ts';
import { isLocal } from '#render/local/local-pass.ts';
import type { RenderSource } from '#render/renderer.ts';
import { buildTable, type ColorTable } from '#render/table/color-table.ts';
import { changedParameters, correctionHasEffect } from '#settings/neutral.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';

/** Nodes per edge. Within 0.1 level of 255 on average of the exact development; 36 thousand nodes. */
const SIZE = 33;

/**
 * What in these settings looks at more than one pixel, or at where it lies, and so is not in reach of a table of
 * colours; as Camera Raw labels it. Empty: a Color Lookup layer can hold all of the edit.
 */
export function spatialParts(settings: Settings): readonly string[] {
  const sliders = changedParameters(settings)
    .filter(
      ({ name, panel }) => panel === 'Detail' || panel === 'Effects' || isLocal({ [name]: settings[name] }),
    )
    .map(({ label }) => label);
  const masked = (settings.MaskGroupBasedCorrections ?? []).filter(correctionHasEffect).length;
  if (masked === 0) return sliders;
  return [...sliders, masked === 1 ? 'one masked correction' : `${masked} masked corrections`];
}

/**
 * The edit as a table of colours, coded in `space` on both sides.
 *
 * @param photo what the edit was made for: tone controls adapt to its key
 * @param space of the document's numbers, which a Color Lookup layer works on
 * @throws RetouchError `bad-settings` for what is not in reach of a table
 */
export function* bakeColorTable(settings: Settings, photo: RenderSource, space: RgbSpace): Steps<ColorTable> {
  const spatial = spatialParts(settings);
  if (spatial.length > 0)
    throw new RetouchError(
      'bad-settings',
      `A Color Lookup layer changes colors only and cannot hold ${listOf(spatial)}: keep the edit as a smart filter`,
    );
  const context = {
    source: photo.source,
    asShot: photo.asShot,
    get darkKey() {
      return analysisOf(photo).darkKey;
    },
  };
  const { enterScene, develop } = pointwiseChain(settings, context, false);
  return yield* buildTable(SIZE, (samples, count) => {
    decodeSpace(space, samples, count);
    enterScene?.(samples, count);
    develop?.(samples, count);
    encodeSpaceExtended(space, samples, count);
  });
}

/** As Photoshop names the profiles of the spaces that are known here; undefined for others. */
export function tableSpaceOf(profileName: string): RgbSpace | undefined {
  const name = profileName.trim().toLowerCase();
  if (name.startsWith('srgb')) return SRGB;
  if (name.startsWith('adobe rgb')) return ADOBE_RGB;
  if (name.startsWith('display p3') || name === 'image p3') return DISPLAY_P3;
  if (name.startsWith('prophoto rgb') || name.startsWith('romm')) return PROPHOTO;
  return undefined;
}

function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
