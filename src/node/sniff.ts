import { RetouchError } from '#wire/error.ts';
import { entryNumber, findEntry, openTiff, readDirectory } from './tiff-tags.ts';

export type PhotoFormat = 'jpeg' | 'png' | 'tiff' | 'webp' | 'gif' | 'avif';

const RAW_EXTENSIONS =
  /\.(3fr|ari|arw|bay|cr2|cr3|crw|dcr|dng|erf|fff|iiq|k25|kdc|mef|mos|mrw|nef|nrw|orf|pef|raf|raw|rw2|rwl|sr2|srf|srw|x3f)$/i;

const RAW_ADVICE =
  'is a camera raw file, which cannot be developed here yet: export a 16-bit TIFF or a full-size JPEG from your raw converter and open that';

/** What a file is, by the bytes at its beginning, or from `at` on; `is` says so, `refusal` says what to do instead. */
interface Signature {
  readonly magic: readonly string[];
  readonly at?: number;
  readonly is?: PhotoFormat;
  readonly refusal?: string;
}

const HEIC_ADVICE =
  'is a HEIC photo, which cannot be read here: export it as JPEG or TIFF (on an iPhone: Settings › Camera › Formats › Most Compatible)';

/** The first that matches counts: raw kinds that begin like TIFF stand before it. */
const SIGNATURES: readonly Signature[] = [
  { magic: ['\xff\xd8\xff'], is: 'jpeg' },
  { magic: ['\x89PNG\r\n\x1a\n'], is: 'png' },
  { magic: ['WEBP'], at: 8, is: 'webp' },
  { magic: ['GIF87a', 'GIF89a'], is: 'gif' },
  { magic: ['ftypcrx '], at: 4, refusal: RAW_ADVICE },
  { magic: ['FUJIFILMCCD-RAW', 'IIRO', 'IIRS', 'MMOR', 'IIU\0', 'FOVb', '\0MRM'], refusal: RAW_ADVICE },
  { magic: ['CR'], at: 8, refusal: RAW_ADVICE },
  { magic: ['HEAPCCDR'], at: 6, refusal: RAW_ADVICE },
  { magic: ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'], is: 'tiff' },
  { magic: ['ftypavif', 'ftypavis'], at: 4, is: 'avif' },
  {
    magic: ['ftypheic', 'ftypheix', 'ftyphevc', 'ftypheim', 'ftypheis', 'ftypmif1', 'ftypmsf1'],
    at: 4,
    refusal: HEIC_ADVICE,
  },
  { magic: ['8BPS'], refusal: 'is a Photoshop document: save a flattened copy as TIFF or PNG' },
  { magic: ['%PDF'], refusal: 'is a PDF, not a photo: export the page as TIFF, PNG or JPEG' },
  { magic: ['<svg', '<!DOCTYPE svg'], refusal: 'is an SVG drawing, not a photo: export it as PNG' },
  { magic: ['BM'], refusal: 'is a BMP picture: save it as PNG or TIFF' },
  {
    magic: ['\xff\x0a', '\0\0\0\x0cJXL ', '\0\0\0\x0cjP  '],
    refusal: 'is a JPEG XL or JPEG 2000 picture: save it as TIFF, PNG or JPEG',
  },
];

/**
 * Tells the format of a photo from its bytes.
 *
 * @throws RetouchError `bad-photo` with what to do, for an empty file, a raw file, HEIC, PDF, SVG and everything else.
 */
export function sniffPhoto(bytes: Uint8Array, name: string): PhotoFormat {
  if (bytes.length === 0)
    throw new RetouchError('bad-photo', `'${name}' is empty (0 bytes): copy the photo again`);
  const text = String.fromCharCode(...bytes.subarray(0, 256));
  const markup = text.replace(/^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>)?\s*/, '');
  const found = SIGNATURES.find(({ magic, at = 0 }) =>
    magic.some((each) => (at === 0 ? markup : text).startsWith(each, at)),
  );
  // A generic HEIF brand, with the AVIF one among those it is compatible with.
  if (text.startsWith('ftypmif1', 4) && text.slice(8, 48).includes('avif')) return 'avif';
  const isRaw = found?.is === 'tiff' && (RAW_EXTENSIONS.test(name) || isRawTiff(bytes));
  if (isRaw || (found === undefined && RAW_EXTENSIONS.test(name))) throw refuse(name, RAW_ADVICE);
  if (found?.refusal !== undefined) throw refuse(name, found.refusal);
  if (found?.is === undefined)
    throw refuse(name, 'is not a picture that can be read: use a JPEG, PNG, TIFF or WebP file');
  return found.is;
}

function refuse(name: string, what: string): RetouchError {
  return new RetouchError('bad-photo', `'${name}' ${what}`);
}

/** DNG says so by DNGVersion; NEF and ARW begin with a reduced picture and keep the sensor's in a sub-directory. */
function isRawTiff(bytes: Uint8Array): boolean {
  const tiff = openTiff(bytes);
  if (tiff === undefined) return false;
  const directory = readDirectory(tiff, tiff.first);
  if (findEntry(directory, 50706) !== undefined) return true;
  const reduced = ((entryNumber(tiff, findEntry(directory, 254)) ?? 0) & 1) === 1;
  return reduced && findEntry(directory, 330) !== undefined;
}
