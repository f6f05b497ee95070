import type { Settings } from '#settings/settings.ts';
import { type AsShot, withIncrementalWhite } from '#settings/white-balance.ts';
import { RetouchError } from '#wire/error.ts';
import { embedInJpeg, extractFromJpeg, isJpeg } from './embed-jpeg.ts';
import { embedInPng, extractFromPng, isPng } from './embed-png.ts';
import { extractFromTiff, isTiff } from './extract-tiff.ts';
import { trimPadding } from './parse.ts';
import { rewriteXmp } from './rewrite.ts';
import { decodeText, encodeUtf8 } from './text.ts';
import { writeSidecar } from './write.ts';

/** The marks between which programs look for a packet in any file; the id is fixed by the XMP specification. */
function wrapPacket(xmp: string): Uint8Array {
  const end = xmp.lastIndexOf('<?xpacket end');
  // Padding is for programs that write in place; this one does not, and a JPEG has little room.
  if (end >= 0) return encodeUtf8(`${trimPadding(xmp.slice(0, end))}\n${xmp.slice(end)}`);
  const body = xmp.replace(/^\uFEFF?\s*(<\?xml[^>]*\?>)?\s*/, '');
  return encodeUtf8(
    `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${body.trimEnd()}\n<?xpacket end="w"?>`,
  );
}

/**
 * A JPEG with this XMP in it, replacing any that it had; picture data and other metadata stay byte for byte.
 * @throws RetouchError `bad-photo` when it is no JPEG, `too-large` when the XMP does not fit one segment (64 KB)
 */
export function embedXmpInJpeg(bytes: Uint8Array, xmp: string): Uint8Array {
  if (!isJpeg(bytes)) throw new RetouchError('bad-photo', 'This is not a JPEG file');
  return embedInJpeg(bytes, wrapPacket(xmp));
}

/**
 * A PNG with this XMP in it, replacing any that it had; picture data and other chunks stay byte for byte.
 * @throws RetouchError `bad-photo` when it is no PNG
 */
export function embedXmpInPng(bytes: Uint8Array, xmp: string): Uint8Array {
  if (!isPng(bytes)) throw new RetouchError('bad-photo', 'This is not a PNG file');
  return embedInPng(bytes, wrapPacket(xmp));
}

/** XMP of a JPEG, PNG or TIFF (DNG too); undefined when there is none. @throws RetouchError `bad-photo` when damaged */
export function extractXmp(bytes: Uint8Array): string | undefined {
  const found = isJpeg(bytes)
    ? extractFromJpeg(bytes)
    : isPng(bytes)
      ? extractFromPng(bytes)
      : isTiff(bytes)
        ? extractFromTiff(bytes)
        : undefined;
  return found === undefined ? undefined : decodeText(found);
}

/** Whether `embedSettings` can take this file. */
export function canEmbed(bytes: Uint8Array): boolean {
  return isJpeg(bytes) || isPng(bytes);
}

/**
 * A copy of a JPEG or PNG that carries develop settings for Camera Raw and Lightroom to read. What its XMP held
 * besides develop settings is kept. White balance is written in the incremental form that rendered files take.
 * @throws RetouchError `bad-photo`, `too-large`; `bad-settings` when the XMP that is in the file is damaged
 */
export function embedSettings(bytes: Uint8Array, settings: Settings, asShot?: AsShot): Uint8Array {
  const old = canEmbed(bytes) ? extractXmp(bytes) : undefined;
  const incremental = withIncrementalWhite(settings, asShot);
  const xmp = old === undefined ? writeSidecar(incremental) : rewriteXmp(old, incremental);
  return isPng(bytes) ? embedXmpInPng(bytes, xmp) : embedXmpInJpeg(bytes, xmp);
}
