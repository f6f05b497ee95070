import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';
import type { DecodedPhoto } from '#node/decode.ts';
import type { RenderSource } from '#render/renderer.ts';
import { type Kept, keepPhotos } from '#retouch/kept.ts';

/** A photo as the service keeps it: the file, and pictures of it small enough to work with. */
export interface StoredPhoto extends Omit<DecodedPhoto, 'raster'> {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly observation: Observation;
  /** The observation's preview, opened for rendering. */
  readonly preview: RenderSource;
  /** For looking at; opened for rendering, the last few sizes are kept. `edge` is at most DISPLAY_EDGE. */
  readonly displayAt: (edge: number) => Steps<RenderSource>;
  /** What the pictures for looking at take. */
  readonly displayBytes: number;
  /** How long decoding took. */
  readonly decodeMs: number;
}

/** Photos in memory, the least recently used leave first. */
export type Photos = Kept<StoredPhoto>;

/** @param maxBytes what all photos may take; the newest one always stays */
export function createPhotos(maxBytes: number): Photos {
  return keepPhotos(maxBytes, bytesOf);
}

function bytesOf({ bytes, preview, displayBytes, observation }: StoredPhoto): number {
  const masks = observation.regions.reduce((sum, { mask }) => sum + mask.data.byteLength, 0);
  return (
    bytes.byteLength + rasterBytes(preview.raster) + displayBytes + observation.lab.data.byteLength + masks
  );
}

export function rasterBytes({ data, alpha }: Raster): number {
  return data.byteLength + (alpha?.byteLength ?? 0);
}
