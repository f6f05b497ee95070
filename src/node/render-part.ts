import { depthOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import { joinMeasurements, measure, needsOf } from '#render/parts.ts';
import type { Measurement, RenderSource, RowRange } from '#render/renderer.ts';
import { divisionOf } from './divide.ts';
import { encodePhoto } from './encode.ts';
import { nodeRenderer } from './engine.ts';
import { memoryError } from './memory-error.ts';
import { type OpenedPart, openPart, type PartVersion } from './open-part.ts';
import type { PartLink } from './part-link.ts';
import { type RenderJob, sharedSamples, shareSamples } from './render-job.ts';
import { SegmentEncoder } from './segment-encoder.ts';

/**
 * Renders a part of a job: decodes what it needs, measures its rows, joins the measurements of all parts, then renders
 * and encodes its rows of every version.
 *
 * @throws RetouchError what decoding, rendering or encoding says; `cancelled`
 */
export async function renderPart(job: RenderJob, link: PartLink): Promise<void> {
  try {
    const part = await openPart(job, link);
    if (part === undefined) return;
    const measurement = await measureTogether(part, job, link);
    const { raster, window } = part;
    const source = nodeRenderer.open(raster, {
      ...job.open,
      window,
      ...(measurement === undefined ? {} : { measurement }),
    });
    for (const [index, version] of part.versions.entries()) {
      const { size, ...output } = version.output;
      if (size === undefined) await renderVersion(source, version, index, link);
      else await renderVersion(...madeSmaller(source, { ...version, output }, size), index, link);
      link.finish();
    }
  } catch (error) {
    throw memoryError(error) ?? error;
  }
}

async function measureTogether(
  { raster, window, versions, measured }: OpenedPart,
  { open }: RenderJob,
  link: PartLink,
): Promise<Measurement | undefined> {
  if (link.count === 1 || !versions.some(({ needs }) => needs.measurement)) return undefined;
  const own =
    measured.rows === 0
      ? undefined
      : shareArrays(measure(nodeRenderer.open(raster, { ...open, window }), measured));
  const all = await link.gather('measurement', own);
  return joinMeasurements(all.filter((each) => each !== undefined));
}

/** The same data with its arrays in shared memory, so that no part gets a copy of its own. */
function shareArrays<T extends object>(data: T): T {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    ArrayBuffer.isView(value) ? shareSamples(value as Uint8Array) : value,
  ]);
  return Object.fromEntries(entries);
}

/** The photo is made smaller as previews are; such a version is rendered by one part. */
function madeSmaller(
  { raster: full, source, asShot, scale }: RenderSource,
  version: PartVersion,
  size: number,
): [RenderSource, PartVersion] {
  const raster = fitWithin(full, size);
  const open = { source, asShot, scale: scale * (raster.width / full.width) };
  const needs = needsOf(raster, version.settings, open);
  const division = divisionOf(raster, needs.unit, version.output.format);
  const range = { top: 0, rows: raster.height };
  return [nodeRenderer.open(raster, open), { ...version, needs, division, range }];
}

async function renderVersion(
  source: RenderSource,
  version: PartVersion,
  index: number,
  link: PartLink,
): Promise<void> {
  if (version.output.format === 'png') await renderWhole(source, version, index, link);
  else await renderSegments(source, version, index, link);
}

/** Formats that can be joined of pieces: each part encodes its own. */
async function renderSegments(
  source: RenderSource,
  { settings, output, division, range }: PartVersion,
  index: number,
  link: PartLink,
): Promise<void> {
  const { raster, window } = source;
  const { alpha, data, ...picture } = { ...raster, height: window.height };
  const { width } = raster;
  const encoder = new SegmentEncoder({
    picture,
    segmentRows: division.segmentRows,
    range,
    depth: depthOf(data),
    ...(alpha === undefined
      ? {}
      : { alphaOf: ({ top, rows }: RowRange) => rowsOf(alpha, width, top - window.top, rows) }),
    output,
    deliver: (bytes, isHead) => link.deliver(index, bytes, isHead),
    gather: (value) => link.gather(`segments ${index}`, value),
  });
  for (const strip of range.rows > 0 ? nodeRenderer.renderStrips(source, settings, range) : []) {
    await encoder.write(strip);
    await link.turn();
  }
  await encoder.finish();
}

/** Formats that are encoded in one go: all parts write into one picture, which the part with the top row encodes. */
async function renderWhole(
  source: RenderSource,
  { settings, output, range }: PartVersion,
  index: number,
  link: PartLink,
): Promise<void> {
  const { raster, window } = source;
  const isFirst = range.top === 0 && range.rows > 0;
  const own = isFirst ? emptyPicture(raster, window.height) : undefined;
  const { data, alpha } = (await link.gather(`picture ${index}`, own)).find((each) => each !== undefined)!;
  const line = raster.width * 3;
  for (const strip of range.rows > 0 ? nodeRenderer.renderStrips(source, settings, range) : []) {
    data.set(strip.data, strip.top * line);
    await link.turn();
  }
  if (alpha && raster.alpha)
    alpha.set(
      rowsOf(raster.alpha, raster.width, range.top - window.top, range.rows),
      range.top * raster.width,
    );
  const all = link.gather(`rendered ${index}`, undefined);
  if (!isFirst) {
    all.catch(() => {});
    return;
  }
  await all;
  const picture = { width: raster.width, height: window.height, space: raster.space, data };
  link.deliver(index, await encodePhoto(alpha === undefined ? picture : { ...picture, alpha }, output));
}

function emptyPicture({ data, alpha, width }: Raster, height: number): Pick<Raster, 'data' | 'alpha'> {
  const depth = depthOf(data);
  return {
    data: sharedSamples(depth, width * height * 3),
    ...(alpha === undefined ? {} : { alpha: sharedSamples(depth, width * height) }),
  };
}

function rowsOf(plane: Uint8Array | Uint16Array, width: number, top: number, rows: number) {
  return plane.subarray(top * width, (top + rows) * width);
}
