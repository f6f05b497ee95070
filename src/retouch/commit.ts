import type { PhotoFacts } from '#image/observation.ts';
import type { Settings } from '#settings/settings.ts';
import { embedXmpInJpeg, embedXmpInPng } from '#xmp/embed.ts';
import { rewriteXmp } from '#xmp/rewrite.ts';
import { writePreset, writeSidecar } from '#xmp/write.ts';

/** What is committed: settings under a title, with an id that tells presets of equal content apart. */
export interface Commitment {
  readonly id: string;
  readonly title: string;
  readonly settings: Settings;
}

/**
 * The settings in the form that the photo's host can really use: a sidecar for a raw file, a preset for JPEG, TIFF and
 * PNG, beside which Lightroom reads no sidecar.
 */
export function settingsXmp({ id, title, settings }: Commitment, photo: Pick<PhotoFacts, 'name' | 'source'>): string {
  return photo.source === 'raw-preview'
    ? writeSidecar(settings, { rawFileName: photo.name })
    : writePreset(settings, { name: title, group: 'RetouchIQ', seed: id });
}

/** A file that can carry its settings. */
export interface Embeddable {
  readonly bytes: Uint8Array;
  readonly format: 'jpeg' | 'png';
  /** The XMP packet that it has already; what is not ours in it stays. */
  readonly xmp?: string;
}

/** The photo's own file, pixels untouched, with the settings inside as instructions for Camera Raw and Lightroom. */
export function embedSettings({ bytes, format, xmp }: Embeddable, settings: Settings): Uint8Array {
  const packet = xmp === undefined ? writeSidecar(settings, { rendered: true }) : rewriteXmp(xmp, settings);
  return format === 'jpeg' ? embedXmpInJpeg(bytes, packet) : embedXmpInPng(bytes, packet);
}
