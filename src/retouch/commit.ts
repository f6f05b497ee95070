import type { PhotoFacts } from '#image/observation.ts';
import { type Orientation, toStoredFrame } from '#settings/orient.ts';
import type { Settings } from '#settings/settings.ts';
import type { AsShot } from '#settings/white-balance.ts';
import { writePreset, writeSidecar } from '#xmp/write.ts';

/** The photo that the settings are for, as far as its file's form needs it. */
export type CommittedPhoto = Pick<PhotoFacts, 'name' | 'source'> & { readonly orientation: Orientation };

/** What is committed: settings under a title, with an id that tells presets of equal content apart. */
export interface Commitment {
  readonly id: string;
  readonly title: string;
  readonly settings: Settings;
}

/**
 * The settings in the form that the photo's host can really use: a sidecar for a raw file, a preset for JPEG, TIFF and
 * PNG, beside which Lightroom reads no sidecar. A raw file takes white balance in Kelvin, relative to `asShot`; masks are
 * written in the frame before orientation, where Camera Raw keeps them.
 */
export function settingsXmp(
  { id, title, settings }: Commitment,
  photo: CommittedPhoto,
  asShot?: AsShot,
): string {
  const stored = toStoredFrame(settings, photo.orientation);
  return photo.source === 'raw-preview'
    ? writeSidecar(stored, { rawFileName: photo.name, ...(asShot ? { asShot } : {}) })
    : writePreset(stored, { name: title, group: 'RetouchIQ', seed: id });
}
