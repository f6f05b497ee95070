import type { LayerMasks } from '../commands/layers.ts';
import { layerById, listed } from '../host/documents.ts';
import type { Bounds, Layer, List, PhotoshopDocument } from '../host/photoshop.ts';

/** A document and its active layer as plain data: what decides where an edit can go. */
export interface DocumentSnapshot {
  readonly id: number;
  readonly title: string;
  readonly mode: string;
  /** Layers at all levels that hold something; groups are not counted. */
  readonly layerCount: number;
  readonly anythingVisible: boolean;
  readonly quickMask: boolean;
  readonly selection: Bounds | null;
  readonly activeCount: number;
  /** The active layer when it is exactly one. */
  readonly layer: LayerSnapshot | null;
}

export interface LayerSnapshot {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  /** It and every group around it. */
  readonly visible: boolean;
  /** Locked so that nothing may be done to its pixels, itself or by a group around it. */
  readonly locked: boolean;
  readonly background: boolean;
  readonly clipped: boolean;
  readonly linked: boolean;
  readonly masked: boolean;
  readonly empty: boolean;
  /** Smart filters that it carries; 0 for what is no smart object. */
  readonly filters: number;
}

/** What the layer itself does not tell and has to be asked for. */
export interface LayerDetails {
  readonly masks: LayerMasks;
  readonly filters: number;
}

/** What is there of ours for the time being, and the layer that the person had chosen before. */
export interface Trial {
  readonly layers: ReadonlySet<number>;
  readonly source: number;
}

/** The layers that the person has chosen: a trial's own layer stands for the one that was active before it. */
export function chosenLayers(document: PhotoshopDocument, trial: Trial | null): readonly Layer[] {
  const active = listed(document.activeLayers);
  const source = trial === null ? undefined : layerById(document, trial.source);
  const [only, ...others] = active;
  const ours = only !== undefined && others.length === 0 && trial?.layers.has(only.id) === true;
  return ours && source !== undefined ? [source] : active;
}

/** A trial is not counted: what is said of the document is true of it without the trial. */
export function snapshotOf(
  document: PhotoshopDocument,
  details: LayerDetails | null,
  trial: Trial | null = null,
): DocumentSnapshot {
  const active = chosenLayers(document, trial);
  const all = flat(document.layers).filter(({ id }) => trial?.layers.has(id) !== true);
  const [layer] = active;
  return {
    id: document.id,
    title: document.title,
    mode: document.mode,
    layerCount: all.length,
    anythingVisible: all.some((each) => isVisible(each) && !isAdjustment(each.kind)),
    quickMask: document.quickMaskMode === true,
    selection: document.selection?.bounds ?? null,
    activeCount: active.length,
    layer: layer === undefined || active.length !== 1 ? null : layerSnapshot(layer, details),
  };
}

function layerSnapshot(layer: Layer, details: LayerDetails | null): LayerSnapshot {
  const { left, top, right, bottom } = layer.bounds;
  return {
    id: layer.id,
    name: layer.name,
    kind: layer.kind,
    visible: isVisible(layer),
    locked: [layer, ...around(layer)].some((each) => each.allLocked || each.pixelsLocked),
    background: layer.isBackgroundLayer,
    clipped: layer.isClippingMask,
    linked: layer.linkedLayers.length > 0,
    masked: details?.masks.hasUserMask === true || details?.masks.hasVectorMask === true,
    empty: layer.kind !== 'group' && (right <= left || bottom <= top),
    filters: details?.filters ?? 0,
  };
}

function isVisible(layer: Layer): boolean {
  return [layer, ...around(layer)].every((each) => each.visible);
}

function around(layer: Layer): readonly Layer[] {
  return layer.parent == null ? [] : [layer.parent, ...around(layer.parent)];
}

function flat(layers: List<Layer>): readonly Layer[] {
  return listed(layers).flatMap((layer) => (layer.layers == null ? [layer] : flat(layer.layers)));
}

/** Kinds of layers that have pixels or can be drawn as such; all others but groups adjust what is below them. */
const DRAWN = new Set([
  'pixel',
  'smartObject',
  'text',
  'solidColor',
  'gradientFill',
  'pattern',
  'threeD',
  'video',
]);

export function isAdjustment(kind: string): boolean {
  return kind !== 'group' && !DRAWN.has(kind);
}
