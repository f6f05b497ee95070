import type { PhotoFacts } from '#image/observation.ts';
import type { Settings } from '#settings/settings.ts';
import type { AsShot } from '#settings/white-balance.ts';
import { writePreset, writeSidecar } from '#xmp/write.ts';

/** What is committed: settings under a title, with an id that tells presets of equal content apart. */
export interface Commitment {
  readonly id: string;
  readonly title: string;
  readonly settings: Settings;
}

/**
 * The settings in the form that the photo's host can really use: a sidecar for a raw file, a preset for JPEG, TIFF and
 * PNG, beside which Lightroom reads no sidecar. A raw file takes white balance in Kelvin, relative to `asShot`.
 */
export function settingsXmp(
  { id, title, settings }: Commitment,
  photo: Pick<PhotoFacts, 'name' | 'source'>,
  asShot?: AsShot,
): string {
  return photo.source === 'raw-preview'
    ? writeSidecar(settings, { rawFileName: photo.name, ...(asShot ? { asShot } : {}) })
    : writePreset(settings, { name: title, group: 'RetouchIQ', seed: id });
}
