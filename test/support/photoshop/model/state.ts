import type { Raster } from '#image/raster.ts';
import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';

/** Everything here is immutable: a history state is a reference to one of these. */

/** One byte a pixel over the whole canvas, 255 = shown or selected. */
export type Mask = Uint8Array;

export interface SmartFilter {
  /** As read back under `filterID`. */
  readonly id: number;
  readonly name: string;
  /** With `_obj`; what the host keeps of it. */
  readonly filter: Descriptor;
}

export interface SmartObject {
  /** Pixels before the filters. */
  readonly source: Raster;
  /** In the order in which they are applied. */
  readonly filters: readonly SmartFilter[];
  /** One for the whole stack [HOST DRM §1.4.11]. */
  readonly filterMask: Mask | null;
  /** A linked file that is not there any more. */
  readonly missing: boolean;
}

/** What a Color Lookup layer does to encoded RGB, each 0…1. */
export type LookUp = (rgb: [number, number, number]) => void;

export interface LayerState {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly visible: boolean;
  /** 0…100 */
  readonly opacity: number;
  readonly blendMode: string;
  readonly allLocked: boolean;
  readonly pixelsLocked: boolean;
  readonly positionLocked: boolean;
  readonly transparentPixelsLocked: boolean;
  readonly background: boolean;
  readonly clipped: boolean;
  /** Ids of the layers it is linked to. */
  readonly linked: readonly number[];
  /** Of pixel and text layers: as large as the canvas, with alpha. */
  readonly pixels: Raster | null;
  readonly smart: SmartObject | null;
  readonly mask: Mask | null;
  readonly hasVectorMask: boolean;
  readonly lookUp: LookUp | null;
  /** Of a group; topmost first. */
  readonly children: readonly LayerState[] | null;
}

export interface DocumentState {
  /** Topmost first, as `document.layers` lists them. */
  readonly layers: readonly LayerState[];
  readonly activeLayers: readonly number[];
  readonly selection: Mask | null;
  /** Alpha channels: selections kept by name. */
  readonly channels: Readonly<Record<string, Mask>>;
  readonly metadata: string;
}

export type Mode = 'RGB' | 'CMYK' | 'Lab' | 'Grayscale' | 'Indexed' | 'Bitmap' | 'Multichannel';
