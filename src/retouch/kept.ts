import { RetouchError } from '#wire/error.ts';

/** What is kept in memory by its id; the least recently used leave first. */
export interface Kept<T> {
  put(item: T): void;
  /** @throws RetouchError `not-found` */
  get(id: string): T;
  readonly size: { readonly photos: number; readonly bytes: number };
}

/**
 * Photos in memory.
 *
 * @param maxBytes what all of them may take; the newest one always stays
 * @param bytesOf what one takes
 */
export function keepPhotos<T extends { readonly id: string }>(
  maxBytes: number,
  bytesOf: (photo: T) => number,
): Kept<T> {
  // A Map keeps its order of insertion: the first is the one longest unused.
  const kept = new Map<string, { readonly photo: T; readonly bytes: number }>();
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
