import { readIccProfile } from '#color/icc.ts';
import type { RgbSpace } from '#color/space.ts';
import { BUILT_IN_SPACES, SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import type { OpenOptions, Renderer } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import { decodePhoto } from './decode.ts';
import { type EncodeOptions, encodePhoto } from './encode.ts';
import { renderInTurns } from './render-in-turns.ts';

/** A raster as it can be sent to a worker: a space has functions, so it goes as its name and profile. */
export interface SentRaster extends Omit<Raster, 'space'> {
  readonly spaceName: string;
  readonly icc?: Uint8Array;
}

/** One full-size rendering: a photo (decoded, or as a file), settings, and how to write the result. */
export interface RenderJob {
  readonly photo: { readonly raster: Raster } | { readonly bytes: Uint8Array; readonly name: string };
  readonly settings: Settings;
  readonly open?: OpenOptions;
  /** With `size` the photo is made smaller first, as previews are, then rendered. */
  readonly output: EncodeOptions;
}

export interface SentRenderJob extends Omit<RenderJob, 'photo'> {
  readonly photo: { readonly raster: SentRaster } | { readonly bytes: Uint8Array; readonly name: string };
}

/** Decodes (if need be), renders and encodes; yields between strips, so that a process can serve others meanwhile. */
export async function runRenderJob(
  job: RenderJob,
  renderer: Renderer,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const full =
    'raster' in job.photo ? job.photo.raster : (await decodePhoto(job.photo.bytes, job.photo.name)).raster;
  signal?.throwIfAborted();
  const { size, ...output } = job.output;
  const raster = size === undefined ? full : fitWithin(full, size);
  const scale = (job.open?.scale ?? 1) * (raster.width / full.width);
  const rendered = await renderInTurns(
    renderer,
    renderer.open(raster, { ...job.open, scale }),
    job.settings,
    signal,
  );
  return encodePhoto(rendered, output);
}

export function sendJob(job: RenderJob): SentRenderJob {
  if (!('raster' in job.photo)) return { ...job, photo: job.photo };
  const { space, ...raster } = job.photo.raster;
  const sent = { ...raster, spaceName: space.name, ...(space.icc === undefined ? {} : { icc: space.icc }) };
  return { ...job, photo: { raster: sent } };
}

export function receiveJob(job: SentRenderJob): RenderJob {
  if (!('raster' in job.photo)) return { ...job, photo: job.photo };
  const { spaceName, icc, ...raster } = job.photo.raster;
  return { ...job, photo: { raster: { ...raster, space: receiveSpace(spaceName, icc) } } };
}

function receiveSpace(name: string, icc: Uint8Array | undefined): RgbSpace {
  const read = icc === undefined ? null : readIccProfile(icc);
  return read ?? BUILT_IN_SPACES.find((space) => space.name === name) ?? SRGB;
}
