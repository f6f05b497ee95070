/**
 * The part of Photoshop's UXP modules that the plug-in uses, as the host gives it. Written by hand and narrow: what is
 * not here is not used, and the double in test/support/photoshop implements exactly this.
 */

/** An action descriptor or a reference: plain JSON with `_obj`, `_ref`, `_enum` and the like. */
export interface Descriptor {
  readonly [key: string]: unknown;
}

export interface Photoshop {
  readonly app: App;
  readonly core: Core;
  readonly action: Action;
  readonly imaging: Imaging;
  readonly constants: Constants;
}

export interface App {
  /** Null when no document is open (older hosts throw instead; read it through `activeDocument()`). */
  readonly activeDocument: PhotoshopDocument | null;
  /** Not iterable: by index and length only. */
  readonly documents: List<PhotoshopDocument>;
}

/** Photoshop's collections have a length and indices, and nothing else that can be relied on. */
export interface List<T> {
  readonly length: number;
  readonly [index: number]: T;
}

export interface PhotoshopDocument {
  readonly id: number;
  readonly title: string;
  /** Full path of the file; empty for a document that was never saved. */
  readonly path: string;
  /** px */
  readonly width: number;
  readonly height: number;
  /** `RGBColorMode`, `CMYKColorMode`, `labColorMode`, `grayscaleMode`, `indexedColorMode`, `bitmapMode`, … */
  readonly mode: string;
  /** `bitDepth8`, `bitDepth16`, `bitDepth32` */
  readonly bitsPerChannel: string;
  readonly colorProfileName: string;
  readonly layers: List<Layer>;
  readonly activeLayers: List<Layer>;
  readonly historyStates: List<HistoryState>;
  activeHistoryState: HistoryState;
  /** From Photoshop 25.0; `bounds` is null without a selection. */
  readonly selection?: { readonly bounds: Bounds | null };
  readonly quickMaskMode: boolean;
  duplicate(name?: string, merge?: boolean): Promise<PhotoshopDocument>;
  closeWithoutSaving(): void | Promise<void>;
}

export interface HistoryState {
  readonly id: number;
  readonly name: string;
}

export interface Layer {
  readonly id: number;
  name: string;
  /** `pixel`, `smartObject`, `group`, `text`, `solidColor`, adjustment kinds … */
  readonly kind: string;
  visible: boolean;
  readonly allLocked: boolean;
  readonly pixelsLocked: boolean;
  readonly positionLocked: boolean;
  readonly transparentPixelsLocked: boolean;
  readonly isBackgroundLayer: boolean;
  readonly isClippingMask: boolean;
  readonly linkedLayers: List<Layer>;
  /** 0…100 */
  readonly opacity: number;
  readonly blendMode: string;
  readonly parent: Layer | null;
  /** Of a group. */
  readonly layers?: List<Layer> | undefined;
  /** Of what is not transparent; all zero for an empty layer. px of the document. */
  readonly bounds: Bounds;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Constants {
  readonly LayerKind: Readonly<Record<string, string>>;
}

export interface Core {
  executeAsModal<T>(
    work: (context: ExecutionContext, descriptor?: Descriptor) => Promise<T>,
    options: ModalOptions,
  ): Promise<T>;
  isModal?(): boolean;
  /** From 23.0. Whether a document made so takes the Camera Raw filter is settled by the self-test. */
  createTemporaryDocument?(options: { readonly documentID: number }): Promise<PhotoshopDocument>;
  deleteTemporaryDocument?(options: { readonly documentID: number }): Promise<void>;
}

export interface ModalOptions {
  readonly commandName: string;
  /** Seconds to wait for another plug-in's modal command (from 25.10). Host's default: 1. */
  readonly timeOut?: number;
  readonly interactive?: boolean;
}

/** Not all properties are enumerable: never spread it. */
export interface ExecutionContext {
  readonly isCancelled: boolean;
  onCancel: (() => void) | undefined;
  reportProgress(progress: { readonly value?: number; readonly commandName?: string }): void;
  readonly hostControl: HostControl;
}

export interface HostControl {
  suspendHistory(options: { readonly documentID: number; readonly name: string }): Promise<SuspensionId>;
  resumeHistory(suspension: SuspensionId, commit?: boolean): Promise<void>;
  registerAutoCloseDocument(documentID: number): Promise<void>;
  unregisterAutoCloseDocument(documentID: number): Promise<void>;
}

/** Its `finalName` becomes the name of the history state. */
export interface SuspensionId {
  finalName?: string;
}

export interface Action {
  batchPlay(commands: readonly Descriptor[], options: Descriptor): Promise<readonly Descriptor[]>;
  addNotificationListener(
    events: readonly string[],
    listener: (event: string, descriptor: Descriptor) => void,
  ): Promise<void> | void;
  removeNotificationListener?(
    events: readonly string[],
    listener: (event: string, descriptor: Descriptor) => void,
  ): Promise<void> | void;
}

export interface Imaging {
  getPixels(options: GetPixelsOptions): Promise<PixelsReply>;
  getSelection?(options: {
    readonly documentID: number;
    readonly sourceBounds?: Bounds;
    readonly targetSize?: { readonly width?: number; readonly height?: number };
  }): Promise<PixelsReply>;
  createImageDataFromBuffer(
    buffer: Uint8Array | Uint16Array | Float32Array,
    options: {
      readonly width: number;
      readonly height: number;
      readonly components: number;
      readonly chunky?: boolean;
      readonly colorProfile?: string;
      readonly colorSpace: string;
      readonly fullRange?: boolean;
    },
  ): Promise<PhotoshopImageData>;
  /** JPEG in base64 (or numbers): 8-bit RGB without alpha only. */
  encodeImageData(options: {
    readonly imageData: PhotoshopImageData;
    readonly base64: boolean;
  }): Promise<string | number[]>;
}

export interface GetPixelsOptions {
  readonly documentID?: number;
  readonly layerID?: number;
  readonly historyStateID?: number;
  readonly sourceBounds?: Bounds;
  readonly targetSize?: { readonly width?: number; readonly height?: number };
  readonly colorSpace?: 'RGB' | 'Grayscale' | 'Lab';
  readonly colorProfile?: string;
  /** 8 on a deeper document fails with −32005: leave out, and convert here. */
  readonly componentSize?: -1 | 8 | 16 | 32;
  readonly applyAlpha?: boolean;
}

export interface PixelsReply {
  readonly imageData: PhotoshopImageData;
  readonly sourceBounds?: Bounds;
  readonly level?: number;
}

/** Memory of the host: `dispose()` it in a `finally`. */
export interface PhotoshopImageData {
  readonly width: number;
  readonly height: number;
  readonly colorSpace: string;
  readonly colorProfile: string;
  readonly hasAlpha: boolean;
  readonly components: number;
  readonly componentSize: 8 | 16 | 32;
  readonly pixelFormat: string;
  readonly isChunky: boolean;
  /** 16-bit values are 0…32768 unless `fullRange` (0…65535). */
  getData(options?: {
    readonly chunky?: boolean;
    readonly fullRange?: boolean;
  }): Promise<Uint8Array | Uint16Array | Float32Array>;
  dispose(): void;
}
