import { openPhoto } from '#service/open-photo.ts';
import { createPhotos, type StoredPhoto } from '#service/photos.ts';
import { photoFile } from '../support/photo-files.ts';
import { serviceParts } from '../support/service-parts.ts';

const parts = serviceParts();
const signal = new AbortController().signal;
let photo: StoredPhoto;
beforeAll(async () => {
  photo = await openPhoto(
    await photoFile({ width: 24, height: 16 }),
    'a.jpg',
    parts,
    createPhotos(1),
    signal,
  );
});

const named = (id: string): StoredPhoto => ({ ...photo, id });
const has = (photos: ReturnType<typeof createPhotos>, id: string) => {
  try {
    return photos.get(id).id === id;
  } catch {
    return false;
  }
};

test('the id of a photo comes from its bytes', async () => {
  const file = await photoFile({ width: 24, height: 16 });
  const again = await openPhoto(file, 'another name.jpg', parts, createPhotos(1), signal);
  expect(again.id).toBe(photo.id);
  expect(again.facts.sha256.startsWith(again.id)).toBe(true);
  expect(
    (await openPhoto(await photoFile({ width: 24, height: 17 }), 'a.jpg', parts, createPhotos(1), signal)).id,
  ).not.toBe(photo.id);
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
