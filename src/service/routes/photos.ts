import { photoReplySchema } from '#wire/api.ts';
import { openPhoto } from '../open-photo.ts';
import { describePhoto } from '../photo-reply.ts';
import type { Route } from '../route.ts';

const reply = { status: 201, schema: photoReplySchema, description: 'The opened photo' } as const;

export const openPhotoRoute: Route = {
  method: 'post',
  path: '/v1/photos',
  summary: 'Open a photo: the body is the file as it is',
  access: 'token',
  body: { kind: 'file' },
  query: { name: { description: "The file's name", type: 'string' } },
  reply,
  timeoutMs: 300_000, // a large file over a slow line
  handle: async ({ body, query, parts, photos, signal }) =>
    describePhoto(await openPhoto(body as Uint8Array, fileName(query['name']), parts, photos, signal)),
};

export const openSampleRoute: Route = {
  method: 'post',
  path: '/v1/samples/{name}',
  summary: 'Open a sample scene',
  access: 'token',
  reply,
  handle: async ({ path, parts, photos, signal }) => {
    const bytes = await parts.samples.open(path['name']!);
    return describePhoto(await openPhoto(bytes, `${path['name']}.jpg`, parts, photos, signal));
  },
};

export const photoRoute: Route = {
  method: 'get',
  path: '/v1/photos/{id}',
  summary: 'An opened photo',
  access: 'token',
  reply: { ...reply, status: 200 },
  handle: ({ path, photos }) => describePhoto(photos.get(path['id']!)),
};

/** The last part of what was given, without control characters; it only labels the photo. */
function fileName(given = ''): string {
  const name = given.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, '');
  // By characters: half of a surrogate pair cannot be put into a header.
  const short = Array.from(name).slice(0, 200).join('').trim();
  return short === '' ? 'photo' : short;
}
