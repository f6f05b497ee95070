import { SRGB } from '#color/spaces.ts';
import { resize } from '#image/resample.ts';
import type {
  Bounds,
  GetPixelsOptions,
  Imaging,
  PhotoshopImageData,
  PixelsReply,
} from '../../../plugin/photoshop/host/photoshop.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { ImageData } from './image-data.ts';
import { boundsOf, boundsOfPixels } from './model/bounds.ts';
import { pixelsOf } from './model/composite.ts';
import type { DocumentModel } from './model/document.ts';
import { type Host, requireModal } from './model/host.ts';
import { crop, hostSamples, type Picture, toProfile } from './model/samples.ts';
import { findLayer } from './model/tree.ts';

/** A host's error with its number. */
function hostError(message: string, number: number): Error {
  return Object.assign(new Error(message), { number, code: number });
}

function documentOf(host: Host, id: number | undefined): DocumentModel {
  const document = id === undefined || id < 0 ? host.active : host.document(id);
  if (!document) throw new Error('getPixels: the document does not exist');
  return document;
}

function source(document: DocumentModel, options: GetPixelsOptions): Picture {
  const entry = document.history.entries.find((one) => one.id === options.historyStateID);
  if (options.historyStateID !== undefined && !entry) throw new Error('getPixels: unknown history state');
  const state = entry?.state ?? document.state;
  if (options.layerID === undefined) return document.composite(state);
  const layer = findLayer(state.layers, options.layerID);
  if (!layer) throw new Error('getPixels: the layer does not exist');
  // [HOST DLS]
  if (layer.smart?.missing) throw new Error('Could not update smart object files ^0');
  const pixels = layer.children ? null : pixelsOf(layer);
  if (!pixels) throw new Error('getPixels: the layer has no pixels');
  return pixels;
}

function overlap(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Cut to what holds pixels [DOC imaging.md, sourceBounds]. */
function area(host: Host, picture: Picture, options: GetPixelsOptions): Bounds {
  const canvas = { left: 0, top: 0, right: picture.width, bottom: picture.height };
  const trims = options.layerID !== undefined || host.rules.compositeTrimmed;
  const held = trims ? boundsOfPixels(picture) : canvas;
  const bounds = overlap(options.sourceBounds ?? canvas, held);
  if (bounds.right <= bounds.left || bounds.bottom <= bounds.top)
    throw new Error('getPixels: the requested area does not hold pixels');
  return bounds;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size asked for, or the cached pyramid level next above it [DOC imaging.md, "pyramid level"]. */
function reduced(host: Host, size: Size, target: GetPixelsOptions['targetSize']): Size & { level: number } {
  const scale = Math.min(
    ...[target?.width && target.width / size.width, target?.height && target.height / size.height].map(
      (one) => one ?? Number.POSITIVE_INFINITY,
    ),
  );
  if (!(scale < 1)) return { ...size, level: 0 };
  const level = Math.floor(Math.log2(1 / scale) + 1e-9);
  const by = host.rules.targetSize === 'exact' ? scale : 2 ** -level;
  const [width, height] = [size.width, size.height].map((edge) => Math.max(1, Math.ceil(edge * by - 1e-9)));
  return { width: width!, height: height!, level };
}

async function getPixels(host: Host, options: GetPixelsOptions): Promise<PixelsReply> {
  await host.meet('getPixels', options as Record<string, unknown>);
  if (!host.rules.getPixelsOutsideModal || host.modal.depth > 0) requireModal(host, 'getPixels');
  const document = documentOf(host, options.documentID);
  const { depth, mode } = document.facts;
  const wanted = options.componentSize ?? -1;
  if (wanted !== -1 && wanted !== depth && !(wanted === 8 && host.rules.componentSize8On16))
    // [HOST DRM capture.ts; the text is that of the host]
    throw hostError('Could not save the selection', -32005);
  const picture = source(document, options);
  const bounds = area(host, picture, options);
  const cut = crop(picture, bounds);
  const size = reduced(host, cut, options.targetSize);
  const converted = toProfile(resize(cut, size.width, size.height), document, options);
  const alpha =
    options.applyAlpha !== true && (cut.alpha !== undefined || alwaysAlpha(host, document, options));
  const samples = hostSamples(converted, {
    depth: wanted === -1 ? depth : (wanted as 8 | 16 | 32),
    colorSpace: options.colorSpace ?? mode,
    alpha,
    linear: host.rules.floatPixelsLinear,
  });
  const by = 2 ** size.level;
  const sourceBounds = Object.fromEntries(
    Object.entries(bounds).map(([side, value]) => [side, Math.round(value / by)]),
  ) as unknown as Bounds;
  return { imageData: new ImageData(host, { ...size, ...samples }), sourceBounds, level: size.level };
}

/** Layers come with their transparency, unless they are backgrounds; the composite may. */
function alwaysAlpha(host: Host, document: DocumentModel, { layerID }: GetPixelsOptions): boolean {
  if (layerID === undefined) return host.rules.compositeHasAlpha;
  return findLayer(document.state.layers, layerID)?.background === false;
}

export function createImaging(host: Host): Imaging {
  return {
    getPixels: (options) => getPixels(host, options),
    async getSelection({ documentID, sourceBounds, targetSize }) {
      await host.meet('getSelection');
      if (!host.rules.getPixelsOutsideModal || host.modal.depth > 0) requireModal(host, 'getSelection');
      const document = documentOf(host, documentID);
      const { selection } = document.state;
      const { width, height } = document.facts;
      if (!selection) throw new Error('getSelection: there is no selection');
      const whole = { left: 0, top: 0, right: width, bottom: height };
      const bounds = overlap(sourceBounds ?? boundsOf(selection, width), whole);
      const grey = new Uint8Array(width * height * 3).map((_, i) => selection[(i / 3) | 0]!);
      const cut = crop({ width, height, data: grey, space: SRGB }, bounds);
      const size = reduced(host, cut, targetSize);
      const small = resize(cut, size.width, size.height);
      const data = Uint8Array.from({ length: size.width * size.height }, (_, i) => small.data[i * 3]!);
      const facts = { ...size, data, components: 1, componentSize: 8 as const, hasAlpha: false };
      const imageData = new ImageData(host, {
        ...facts,
        colorSpace: 'Grayscale',
        colorProfile: '',
        pixelFormat: 'Grayscale',
      });
      return { imageData, sourceBounds: bounds, level: size.level };
    },
    async createImageDataFromBuffer(buffer, options) {
      const { width, height, components, colorSpace, colorProfile = '' } = options;
      if (buffer.length !== width * height * components)
        throw new Error('createImageDataFromBuffer: the buffer does not have the size that was given');
      const componentSize = (buffer.BYTES_PER_ELEMENT * 8) as 8 | 16 | 32;
      const hasAlpha = components === 2 || components === 4;
      return new ImageData(host, {
        width,
        height,
        data: buffer.slice(),
        components,
        componentSize,
        hasAlpha,
        colorSpace,
        colorProfile,
        pixelFormat: `${colorSpace}${hasAlpha ? 'A' : ''}`,
      });
    },
    async encodeImageData({ imageData, base64 }) {
      await host.meet('encodeImageData');
      if (!host.rules.encodesOutsideModal || host.modal.depth > 0) requireModal(host, 'encodeImageData');
      const { facts } = imageData as PhotoshopImageData as ImageData;
      // [HOST DRM capture.ts, both texts]
      if (facts.componentSize !== 8) throw new Error('Only 8 bit image data can be encoded as jpeg');
      if (facts.hasAlpha) throw new Error('Image data with alpha cannot be encoded as jpeg');
      if (facts.components !== 3) throw new Error('Only RGB image data can be encoded as jpeg');
      const bytes = encodeJpeg(facts.width, facts.height, (imageData as ImageData).read());
      return base64 ? toBase64(bytes) : [...bytes];
    },
  };
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x2000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x2000));
  return btoa(text);
}
