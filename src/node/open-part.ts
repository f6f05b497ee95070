import type { Raster } from '#image/raster.ts';
import { measureStep, type Needs, needsOf } from '#render/parts.ts';
import type { OpenOptions, RowRange, Window } from '#render/renderer.ts';
import { decodePixels } from './decode-pixels.ts';
import { type Division, divideRows, divisionOf, hullOf } from './divide.ts';
import type { PartLink } from './part-link.ts';
import { type PhotoHeader, readPhotoHeader } from './photo-header.ts';
import {
  isDivisible,
  type RenderJob,
  type RenderVersion,
  receiveRaster,
  type SentRaster,
  sendRaster,
  shareRaster,
} from './render-job.ts';

export interface PartVersion extends RenderVersion {
  readonly needs: Needs;
  readonly division: Division;
  /** Rows that this part renders; none for a version that this part has no share in. */
  readonly range: RowRange;
}

/** A part of a job with the pixels it needs. */
export interface OpenedPart {
  readonly raster: Raster;
  /** Which rows of the picture the raster holds. */
  readonly window: Window;
  readonly versions: readonly PartVersion[];
  /** Rows that this part measures, when something is measured. */
  readonly measured: RowRange;
}

/** Time to read over a row of a file, per time to decode, develop and encode it. */
const READING_OVER = 0.15;

/**
 * Decodes what a part of a job needs: its own rows where the file allows it, so that nothing is decoded twice or copied;
 * otherwise the whole picture, decoded by the first part and shared with the others.
 *
 * @returns undefined for a part without rows
 */
export async function openPart(job: RenderJob, link: PartLink): Promise<OpenedPart | undefined> {
  const { photo } = job;
  const header = 'bytes' in photo ? await readPhotoHeader(photo.bytes, photo.name) : undefined;
  const wishes = job.versions.map((version) => withExif(version, job.keepExif, header?.exif));
  if (header?.byRows && link.count > 1 && isDivisible(job) && 'bytes' in photo) {
    const size = displayedSize(header);
    const planned = planVersions(size, wishes, job.open, link, header);
    if (!planned.versions.some(({ needs }) => needs.whole)) {
      const window = rowsNeeded(size.height, planned);
      if (window.rows === 0) return undefined;
      const raster = await decodePixels(photo.bytes, header, window);
      return { raster, window: { top: window.top, height: size.height }, ...planned };
    }
  }
  const raster = await wholePicture(job, header, link);
  const planned = planVersions(raster, wishes, job.open, link);
  return rowsNeeded(raster.height, planned).rows === 0
    ? undefined
    : { raster, window: { top: 0, height: raster.height }, ...planned };
}

function withExif(
  { settings, output }: RenderVersion,
  keepExif: boolean | undefined,
  exif: Uint8Array | undefined,
): RenderVersion {
  return keepExif && exif ? { settings, output: { exif, ...output } } : { settings, output };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function displayedSize({ stored, orientation }: PhotoHeader): Size {
  return orientation >= 5 ? { width: stored.height, height: stored.width } : stored;
}

/**
 * What the rows above a part cost it (see `divideRows`): a JPEG's are read over. Not when parts wait for each other's
 * measurements after decoding, and not when turned by a quarter: rows are columns of the file then, and all are decoded.
 */
function leadOf({ format, orientation }: PhotoHeader, needs: readonly Needs[]): number {
  if (format === 'tiff' || orientation > 2 || needs.some(({ measurement }) => measurement)) return 0;
  return READING_OVER / needs.length;
}

function planVersions(
  size: Size,
  wishes: readonly RenderVersion[],
  open: OpenOptions | undefined,
  { index, count }: PartLink,
  byRows?: PhotoHeader,
): Pick<OpenedPart, 'versions' | 'measured'> {
  const wanted = wishes.map((wish) => needsOf(size, wish.settings, open));
  const lead = byRows ? leadOf(byRows, wanted) : 0;
  const rangeOf = (unit: number) => divideRows(size.height, unit, count, lead)[index]!;
  const versions = wishes.map((wish, i) => {
    const needs = wanted[i]!;
    const division = divisionOf(size, needs.unit, wish.output.format);
    return { ...wish, needs, division, range: rangeOf(division.unit) };
  });
  const { unit } = divisionOf(size, measureStep(size), wishes[0]!.output.format);
  return { versions, measured: rangeOf(unit) };
}

/** This part's rows of all versions, those around them and those it measures. */
function rowsNeeded(
  height: number,
  { versions, measured }: Pick<OpenedPart, 'versions' | 'measured'>,
): RowRange {
  const measures = versions.some(({ needs }) => needs.measurement);
  return hullOf([
    ...(measures ? [measured] : []),
    ...versions.map(({ range, needs }) => withHalo(range, needs.halo, height)),
  ]);
}

function withHalo({ top, rows }: RowRange, halo: number, height: number): RowRange {
  if (rows === 0) return { top, rows };
  const from = Math.max(0, top - halo);
  return { top: from, rows: Math.min(height, top + rows + halo) - from };
}

async function wholePicture(
  { photo }: RenderJob,
  header: PhotoHeader | undefined,
  link: PartLink,
): Promise<Raster> {
  if (!('bytes' in photo)) return photo.raster;
  if (link.count === 1) return decodePixels(photo.bytes, header!);
  const own =
    link.index === 0 ? sendRaster(shareRaster(await decodePixels(photo.bytes, header!))) : undefined;
  const [sent] = await link.gather<SentRaster | undefined>('picture', own);
  return receiveRaster(sent!);
}
