import { xyzToLab } from '#color/lab.ts';
import { apply3 } from '#color/matrix.ts';
import { BUILT_IN_SPACES, SRGB } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import { samplesOf, topOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import type { Bounds, GetPixelsOptions } from '../../../../plugin/photoshop/host/photoshop.ts';
import type { DocumentModel } from './document.ts';

export type Picture = Raster;

/** Samples as the host hands them out. */
export interface HostSamples {
  readonly data: Uint8Array | Uint16Array | Float32Array;
  readonly components: number;
  readonly componentSize: 8 | 16 | 32;
  readonly hasAlpha: boolean;
  readonly colorSpace: string;
  readonly colorProfile: string;
  readonly pixelFormat: string;
}

export function crop(raster: Raster, { left, top, right, bottom }: Bounds): Raster {
  if (left === 0 && top === 0 && right === raster.width && bottom === raster.height) return raster;
  const [width, height] = [right - left, bottom - top];
  const depth = raster.data.BYTES_PER_ELEMENT === 1 ? 8 : 16;
  const cutPlane = (plane: Raster['data'], channels: number) => {
    const out = samplesOf(depth, width * height * channels);
    for (let y = 0; y < height; y++) {
      const start = ((top + y) * raster.width + left) * channels;
      out.set(plane.subarray(start, start + width * channels), y * width * channels);
    }
    return out;
  };
  const data = cutPlane(raster.data, 3);
  const cut = { width, height, space: raster.space, data };
  return raster.alpha ? { ...cut, alpha: cutPlane(raster.alpha, 1) } : cut;
}

const NAMES: Readonly<Record<string, string>> = { sRGB: 'sRGB IEC61966-2.1' };

/** Profiles by the names that Photoshop gives them. */
export function spaceNamed(profile: string): Raster['space'] | undefined {
  return BUILT_IN_SPACES.find((space) => (NAMES[space.name] ?? space.name) === profile);
}

export function profileOf(space: Raster['space']): string {
  return NAMES[space.name] ?? space.name;
}

/** In the profile asked for; else that of the document, or the working space from another mode [DOC imaging.md]. */
export function toProfile(raster: Raster, document: DocumentModel, options: GetPixelsOptions): Raster {
  const { colorSpace, colorProfile } = options;
  if (colorSpace !== undefined && colorSpace !== 'RGB') return convertRaster(raster, SRGB);
  if (!colorProfile) return raster;
  const space = spaceNamed(colorProfile);
  if (!space) throw new Error(`getPixels: unknown color profile '${colorProfile}'`);
  // Only what holds pixels of RGB can be asked for in a profile of RGB.
  if (colorSpace === undefined && document.facts.mode !== 'RGB')
    throw new Error('getPixels: the color profile does not fit the color space');
  return convertRaster(raster, space);
}

interface Wish {
  readonly depth: 8 | 16 | 32;
  readonly colorSpace: string;
  readonly alpha: boolean;
  readonly linear: boolean;
}

/** Components of one pixel in a colour space, each 0…1, from encoded RGB 0…1. */
function componentsOf(colorSpace: string, space: Raster['space']): (rgb: number[]) => number[] {
  if (colorSpace === 'Grayscale') return ([r, g, b]) => [0.299 * r! + 0.587 * g! + 0.114 * b!];
  if (colorSpace === 'CMYK')
    return (rgb) => {
      const black = 1 - Math.max(...rgb);
      return [...rgb.map((value) => (black === 1 ? 0 : (1 - value - black) / (1 - black))), black];
    };
  if (colorSpace === 'Lab')
    return (rgb) => {
      const linear = rgb.map((value, c) => space.decode(value, c as 0 | 1 | 2));
      const [L, a, b] = xyzToLab(apply3(space.toXyzD50, linear as [number, number, number]));
      return [L / 100, (a + 128) / 255, (b + 128) / 255];
    };
  return (rgb) => rgb;
}

interface Conversion {
  readonly data: HostSamples['data'];
  readonly components: number;
  /** Value of full light. */
  readonly full: number;
  readonly convert: (rgb: number[]) => number[];
}

function convertPixels(raster: Raster, wish: Wish, { data, components, full, convert }: Conversion): void {
  const { width, height, space } = raster;
  const inTop = topOf(raster.data);
  const round = wish.depth === 32 ? (value: number) => value : Math.round;
  for (let i = 0; i < width * height; i++) {
    const cover = raster.alpha ? raster.alpha[i]! / inTop : 1;
    // Without alpha what is transparent is matted on white [DOC imaging.md, applyAlpha].
    const matte = wish.alpha ? 1 : cover;
    let rgb = [0, 1, 2].map((c) => (raster.data[i * 3 + c]! / inTop) * matte + 1 - matte);
    if (wish.depth === 32 && wish.linear) rgb = rgb.map((value, c) => space.decode(value, c as 0 | 1 | 2));
    convert(rgb).forEach((value, c) => {
      data[i * components + c] = round(value * full);
    });
    if (wish.alpha) data[i * components + components - 1] = round(cover * full);
  }
}

/** 8 bits 0…255, 16 bits 0…32768, 32 bits 0…1 and of linear light [DOC imaging.md, "value range"]. */
export function hostSamples(raster: Raster, wish: Wish): HostSamples {
  const { width, height, space } = raster;
  const inTop = topOf(raster.data);
  const colorSpace = wish.colorSpace === 'Indexed' ? 'RGB' : wish.colorSpace;
  const convert = componentsOf(colorSpace, space);
  const colors = convert([0, 0, 0]).length;
  const components = colors + (wish.alpha ? 1 : 0);
  const full = { 8: 255, 16: 32768, 32: 1 }[wish.depth];
  const Samples = { 8: Uint8Array, 16: Uint16Array, 32: Float32Array }[wish.depth];
  const data = new Samples(width * height * components);
  const plain = colorSpace === 'RGB' && !raster.alpha && !wish.alpha && wish.depth !== 32;
  // A fast way for the usual case, so that the host's own time does not hide the plug-in's.
  if (plain) for (let i = 0; i < data.length; i++) data[i] = Math.round((raster.data[i]! / inTop) * full);
  else convertPixels(raster, wish, { data, components, full, convert });
  const name = profileOf(space);
  const profile = wish.depth === 32 && wish.linear ? `${name} (Linear RGB Profile)` : name;
  return {
    data,
    components,
    componentSize: wish.depth,
    hasAlpha: wish.alpha,
    colorSpace,
    colorProfile: colorSpace === 'RGB' ? profile : colorSpace === 'Lab' ? 'Lab D50' : '',
    pixelFormat: `${colorSpace === 'Lab' ? 'LAB' : colorSpace}${wish.alpha ? (colorSpace === 'RGB' ? 'A' : 'Alpha') : ''}`,
  };
}
