import { exportRequestSchema } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import type { MadeFile, PhotoFile } from '../parts.ts';
import { canEmbed } from '../photo-reply.ts';
import type { StoredPhoto } from '../photos.ts';
import { jsonRoute } from '../route.ts';

const IMAGE_FILES = {
  jpeg: { extension: '.jpg', contentType: 'image/jpeg' },
  png: { extension: '.png', contentType: 'image/png' },
  tiff: { extension: '.tif', contentType: 'image/tiff' },
} as const;

export const exportRoute = jsonRoute(exportRequestSchema, {
  method: 'post',
  path: '/v1/photos/{id}/export',
  summary: 'A file to save: pixels, an XMP file, or the original with the settings inside',
  access: 'token',
  reply: {
    status: 200,
    media: ['image/jpeg', 'image/png', 'image/tiff', 'application/rdf+xml'],
    description: 'The file; its name is in `Content-Disposition`',
  },
  timeoutMs: 300_000,
  handle: async ({ body, path, photos, parts, signal }) => {
    const photo = photos.get(path['id']!);
    if (body.kind === 'xmp') return download(photo, parts.writeXmp(fileOf(photo), body.settings, body.title));
    if (body.kind === 'embedded') {
      if (!canEmbed(photo)) {
        throw new RetouchError(
          'bad-request',
          `Settings cannot be put into a ${photo.format.toUpperCase()} file: export an XMP preset instead`,
        );
      }
      return download(photo, parts.embed(fileOf(photo), body.settings));
    }
    const { format, quality, size } = body;
    const output = {
      format,
      quality,
      ...(size === 'full' ? {} : { size }),
      ...(photo.exif === undefined ? {} : { exif: photo.exif }),
    };
    const source = { bytes: photo.bytes, name: photo.facts.name };
    const content = await parts.pool.render(
      { photo: source, settings: body.settings, open: { source: photo.facts.source }, output },
      signal,
    );
    return download(photo, { content, ...IMAGE_FILES[format] });
  },
});

function fileOf(photo: StoredPhoto): PhotoFile {
  const { facts, bytes, format, xmp, orientation } = photo;
  return {
    name: facts.name,
    bytes,
    format,
    source: facts.source,
    orientation,
    ...(xmp === undefined ? {} : { xmp }),
  };
}

function download(photo: StoredPhoto, { content, extension, contentType }: MadeFile): Response {
  const name = `${photo.facts.name.replace(/\.[^.]*$/, '')}-retouched${extension}`;
  // RFC 6266: an ASCII name for old readers, the real one as UTF-8.
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escapeCharacter)}`;
  return new Response(content as Uint8Array<ArrayBuffer> | string, {
    headers: { 'Content-Type': contentType, 'Content-Disposition': disposition },
  });
}

function escapeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
