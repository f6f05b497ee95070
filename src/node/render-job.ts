import { types } from 'node:util';
import { readIccProfile } from '#color/icc.ts';
import type { RgbSpace } from '#color/space.ts';
import { BUILT_IN_SPACES, SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import type { OpenOptions } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import type { EncodeOptions } from './encode.ts';

/** One way to develop a photo and to write the result. */
export interface RenderVersion {
  readonly settings: Settings;
  /** With `size` the photo is made smaller first, as previews are, then rendered. */
  readonly output: EncodeOptions;
}

/** A photo, decoded or as a file. */
export type JobPhoto = { readonly raster: Raster } | { readonly bytes: Uint8Array; readonly name: string };

/** Full-size renderings of one photo, which is decoded once for all of them. */
export interface RenderJob {
  readonly photo: JobPhoto;
  readonly open?: OpenOptions;
  /** Write the file's own EXIF data, where `output` has none. */
  readonly keepExif?: boolean;
  readonly versions: readonly RenderVersion[];
}

/** A raster as it can be sent to a worker: a space has functions, so it goes as its name and profile. */
export interface SentRaster extends Omit<Raster, 'space'> {
  readonly spaceName: string;
  readonly icc?: Uint8Array;
}

export interface SentRenderJob extends Omit<RenderJob, 'photo'> {
  readonly photo: { readonly raster: SentRaster } | { readonly bytes: Uint8Array; readonly name: string };
}

/** Whether it is worth dividing among workers: what is made smaller first is not. */
export function isDivisible({ versions }: Pick<RenderJob, 'versions'>): boolean {
  return versions.every(({ output }) => output.size === undefined);
}

/** In memory that all workers can read. */
export function sendJob(job: RenderJob): SentRenderJob {
  const { photo } = job;
  return 'raster' in photo
    ? { ...job, photo: { raster: sendRaster(shareRaster(photo.raster)) } }
    : { ...job, photo: { ...photo, bytes: shareSamples(photo.bytes) } };
}

export function receiveJob(job: SentRenderJob): RenderJob {
  const { photo } = job;
  return { ...job, photo: 'raster' in photo ? { raster: receiveRaster(photo.raster) } : photo };
}

export function sendRaster({ space, ...raster }: Raster): SentRaster {
  return { ...raster, spaceName: space.name, ...(space.icc === undefined ? {} : { icc: space.icc }) };
}

export function receiveRaster({ spaceName, icc, ...raster }: SentRaster): Raster {
  return { ...raster, space: receiveSpace(spaceName, icc) };
}

/** The same picture in memory that other threads can read without a copy of their own. */
export function shareRaster(raster: Raster): Raster {
  const { data, alpha } = raster;
  return {
    ...raster,
    data: shareSamples(data),
    ...(alpha === undefined ? {} : { alpha: shareSamples(alpha) }),
  };
}

/** Zeros in memory that all threads can read and write. */
export function sharedSamples(depth: 8 | 16, length: number): Uint8Array | Uint16Array {
  const memory = new SharedArrayBuffer((length * depth) / 8);
  return depth === 16 ? new Uint16Array(memory) : new Uint8Array(memory);
}

type Samples = Uint8Array | Uint16Array | Float32Array;

/** A copy in memory that all threads can read and write; what is there already is not copied. */
export function shareSamples<T extends Samples>(samples: T): T {
  if (types.isSharedArrayBuffer(samples.buffer)) return samples;
  const memory = new SharedArrayBuffer(samples.byteLength);
  const ArrayType = samples.constructor as new (memory: SharedArrayBuffer) => T;
  // A Buffer is made in other ways.
  const shared = Buffer.isBuffer(samples) ? (new Uint8Array(memory) as T) : new ArrayType(memory);
  shared.set(samples);
  return shared;
}

function receiveSpace(name: string, icc: Uint8Array | undefined): RgbSpace {
  const read = icc === undefined ? null : readIccProfile(icc);
  return read ?? BUILT_IN_SPACES.find((space) => space.name === name) ?? SRGB;
}
