import { runNow } from '#image/steps.ts';
import { openPhoto, type SentFile } from '#service/open-photo.ts';
import { createPhotos, type StoredPhoto } from '#service/photos.ts';
import { photoFile } from '../support/photo-files.ts';
import { serviceParts } from '../support/service-parts.ts';

const parts = serviceParts();
const signal = new AbortController().signal;
let photo: StoredPhoto;
beforeAll(async () => {
  photo = await opened({ width: 24, height: 16 });
});

async function opened(size: { width: number; height: number }, more: Partial<SentFile> = {}) {
  const file = { bytes: await photoFile(size), name: 'a.jpg', ...more };
  return openPhoto(file, parts, createPhotos(1), signal);
}

const named = (id: string): StoredPhoto => ({ ...photo, id });
const has = (photos: ReturnType<typeof createPhotos>, id: string) => {
  try {
    return photos.get(id).id === id;
  } catch {
    return false;
  }
};

test('the id of a photo comes from its bytes', async () => {
  const again = await opened({ width: 24, height: 16 }, { name: 'another name.jpg' });
  expect(again.id).toBe(photo.id);
  expect(again.facts.sha256.startsWith(again.id)).toBe(true);
  expect((await opened({ width: 24, height: 17 })).id).not.toBe(photo.id);
});

test('a reduced copy is known by the size of its picture, and shows detail at that scale', async () => {
  const copy = await opened({ width: 24, height: 16 }, { of: { width: 240, height: 160 } });
  expect(copy.id).not.toBe(photo.id);
  expect([copy.facts.width, copy.facts.height]).toEqual([240, 160]);
  expect([photo.preview.scale, copy.preview.scale]).toEqual([1, 0.1]);
  expect(runNow(copy.displayAt(1280)).scale).toBe(0.1);
});

test('the photo longest unused leaves first when memory is short', () => {
  const one = createPhotos(1e9);
  one.put(photo);
  const photos = createPhotos(one.size.bytes * 2);
  for (const id of ['a', 'b']) photos.put(named(id));
  photos.get('a');
  photos.put(named('c'));
  expect(['a', 'b', 'c'].map((id) => has(photos, id))).toEqual([true, false, true]);
  expect(photos.size.photos).toBe(2);
});

test('the newest photo stays even when it alone is over the limit', () => {
  const photos = createPhotos(1);
  photos.put(named('a'));
  photos.put(named('b'));
  expect([has(photos, 'a'), has(photos, 'b'), photos.size.photos]).toEqual([false, true, 1]);
});

test('the same photo twice is held once', () => {
  const photos = createPhotos(1e9);
  photos.put(photo);
  const { bytes } = photos.size;
  photos.put(photo);
  expect(photos.size).toEqual({ photos: 1, bytes });
});
