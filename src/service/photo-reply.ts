import { describePhoto } from '#retouch/describe-photo.ts';
import type { PhotoReply } from '#wire/api.ts';
import type { StoredPhoto } from './photos.ts';

/** What the API says of an opened photo. */
export function replyFor(photo: StoredPhoto): PhotoReply {
  return describePhoto({ ...photo, canEmbed: canEmbed(photo) });
}

/** Whether the photo's own file can carry develop settings. */
export function canEmbed({ format }: Pick<StoredPhoto, 'format'>): boolean {
  return format === 'jpeg' || format === 'png';
}
