import type { Cancellation } from '#wire/cancellation.ts';

export interface EditRequest {
  /** The picture as JPEG or PNG file, without EXIF. */
  readonly image: Uint8Array;
  /** What is to be done, already worded for a picture editor. */
  readonly prompt: string;
  readonly seed: number;
  readonly signal?: Cancellation;
}

/** A model that takes a picture and words and gives a new picture: it paints every pixel anew. */
export interface ImageEditor {
  /** For traces and results: `flux:flux-kontext-pro`. */
  readonly id: string;
  /**
   * The new picture as a file, of whatever size and format it came in.
   *
   * @throws RetouchError `model-failed`, `busy`, `timeout`, `cancelled`, `unauthorized`, `forbidden`, `too-large`
   */
  edit(request: EditRequest): Promise<Uint8Array>;
}

/** `image/png` or `image/jpeg` by the first bytes. */
export function typeOf(image: Uint8Array): 'image/png' | 'image/jpeg' {
  return image[0] === 0x89 && image[1] === 0x50 ? 'image/png' : 'image/jpeg';
}
