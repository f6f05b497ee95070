import { suggestInstructions } from '#instruction/examples.ts';
import type { PhotoReply } from '#wire/api.ts';
import type { StoredPhoto } from './photos.ts';

/** What the API says of an opened photo. */
export function describePhoto(photo: StoredPhoto): PhotoReply {
  return {
    id: photo.id,
    photo: photo.facts,
    colorSpace: photo.colorSpace,
    bitDepth: photo.bitDepth,
    canEmbed: canEmbed(photo),
    examples: suggestInstructions(photo.observation),
    regions: photo.observation.regions.map(({ name, area }) => ({ name, area })),
    notes: [...photo.notes],
  };
}

/** Whether the photo's own file can carry develop settings. */
export function canEmbed({ format }: Pick<StoredPhoto, 'format'>): boolean {
  return format === 'jpeg' || format === 'png';
}
