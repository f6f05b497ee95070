import { photoReplySchema } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import { openPhoto, type SentFile } from '../open-photo.ts';
import { replyFor } from '../photo-reply.ts';
import type { Route } from '../route.ts';

const reply = { status: 201, schema: photoReplySchema, description: 'The opened photo' } as const;

export const openPhotoRoute: Route = {
  method: 'post',
  path: '/v1/photos',
  summary: 'Open a photo: the body is the file as it is',
  access: 'token',
  body: { kind: 'file' },
  query: {
    name: { description: "The file's name", type: 'string' },
    of: {
      description: 'Size of the picture that the file is a reduced copy of: `6000x4000`',
      type: 'string',
    },
  },
  reply,
  timeoutMs: 300_000, // a large file over a slow line
  handle: async ({ body, query, parts, photos, signal }) =>
    replyFor(await openPhoto(sentFile(body as Uint8Array, query), parts, photos, signal)),
};

export const openSampleRoute: Route = {
  method: 'post',
  path: '/v1/samples/{name}',
  summary: 'Open a sample scene',
  access: 'token',
  reply,
  handle: async ({ path, parts, photos, signal }) => {
    const bytes = await parts.samples.open(path['name']!);
    return replyFor(await openPhoto({ bytes, name: `${path['name']}.jpg` }, parts, photos, signal));
  },
};

export const photoRoute: Route = {
  method: 'get',
  path: '/v1/photos/{id}',
  summary: 'An opened photo',
  access: 'token',
  reply: { ...reply, status: 200 },
  handle: ({ path, photos }) => replyFor(photos.get(path['id']!)),
};

function sentFile(bytes: Uint8Array, query: Readonly<Record<string, string>>): SentFile {
  const file = { bytes, name: fileName(query['name']) };
  return query['of'] === undefined ? file : { ...file, of: fullSize(query['of']) };
}

/** @throws RetouchError `bad-request` */
function fullSize(text: string): { width: number; height: number } {
  const [, width, height] = /^([1-9]\d{0,5})x([1-9]\d{0,5})$/.exec(text) ?? [];
  if (width === undefined)
    throw new RetouchError('bad-request', "'of' must be a size in pixels, such as 6000x4000");
  return { width: Number(width), height: Number(height) };
}

/** The last part of what was given, without control characters; it only labels the photo. */
function fileName(given = ''): string {
  const name = given.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, '');
  // By characters: half of a surrogate pair cannot be put into a header.
  const short = Array.from(name).slice(0, 200).join('').trim();
  return short === '' ? 'photo' : short;
}
