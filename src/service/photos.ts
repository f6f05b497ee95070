import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { DecodedPhoto } from '#node/decode.ts';
import type { RenderSource } from '#render/renderer.ts';
import { RetouchError } from '#wire/error.ts';

/** A photo as the service keeps it: the file, and pictures of it small enough to work with. */
export interface StoredPhoto extends Omit<DecodedPhoto, 'raster'> {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly observation: Observation;
  /** The observation's preview, opened for rendering. */
  readonly preview: RenderSource;
  /** For looking at; opened for rendering, the last few sizes are kept. `edge` is at most DISPLAY_EDGE. */
  readonly displayAt: (edge: number) => RenderSource;
  /** What the pictures for looking at take. */
  readonly displayBytes: number;
  /** How long decoding took. */
  readonly decodeMs: number;
}

/** Photos in memory, the least recently used leave first. */
export interface Photos {
  put(photo: StoredPhoto): void;
  /** @throws RetouchError `not-found` */
  get(id: string): StoredPhoto;
  readonly size: { readonly photos: number; readonly bytes: number };
}

/** @param maxBytes what all photos may take; the newest one always stays */
export function createPhotos(maxBytes: number): Photos {
  // A Map keeps its order of insertion: the first is the one longest unused.
  const kept = new Map<string, { photo: StoredPhoto; bytes: number }>();
  const total = () => [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    put(photo) {
      kept.delete(photo.id);
      kept.set(photo.id, { photo, bytes: bytesOf(photo) });
      while (kept.size > 1 && total() > maxBytes) kept.delete(kept.keys().next().value!);
    },
    get(id) {
      const found = kept.get(id);
      if (found === undefined)
        throw new RetouchError('not-found', 'This photo is not open any more: open it again');
      kept.delete(id);
      kept.set(id, found);
      return found.photo;
    },
    get size() {
      return { photos: kept.size, bytes: total() };
    },
  };
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
