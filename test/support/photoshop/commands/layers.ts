import { topOf } from '#image/depth.ts';
import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import { absorbMask, isEmpty } from '../model/bounds.ts';
import { composite, pixelsOf } from '../model/composite.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Host } from '../model/host.ts';
import { newLayer } from '../model/new-layer.ts';
import { throughMask } from '../model/render-filters.ts';
import type { LayerState } from '../model/state.ts';
import {
  allLayers,
  changeLayer,
  findLayer,
  insertAbove,
  isShown,
  parentOf,
  replaceLayer,
} from '../model/tree.ts';
import {
  activeLayer,
  activeLayers,
  documentOf,
  layerOf,
  noObject,
  notAvailable,
  type Play,
  references,
} from './command.ts';

function targetOf(host: Host, descriptor: Descriptor): { document: DocumentModel; layer: LayerState } {
  const target = references(descriptor['_target'] ?? descriptor['null']);
  const document = documentOf(host, target);
  return { document, layer: layerOf(document, target) };
}

/** Choosing a layer is not a state of the history [BELIEF]. */
export const selectLayer: Play = (host, descriptor) => {
  const { document, layer } = targetOf(host, descriptor);
  const adds = (descriptor['selectionModifier'] as Descriptor | undefined)?.['_value'] === 'addToSelection';
  document.change(null, {
    activeLayers: adds ? [...new Set([...document.state.activeLayers, layer.id])] : [layer.id],
    ...(descriptor['makeVisible'] === true
      ? { layers: changeLayer(document.state.layers, layer.id, { visible: true }) }
      : {}),
  });
  host.notify('select', { _target: [{ _ref: 'layer', _id: layer.id }], layerID: [layer.id] });
  return {};
};

export const selectNoLayers: Play = (host, descriptor) => {
  documentOf(host, references(descriptor['_target'])).change(null, { activeLayers: [] });
  return {};
};

/** By default Photoshop keeps visibility out of the history [BELIEF]. */
export function setVisible(visible: boolean): Play {
  return (host, descriptor) => {
    const { document, layer } = targetOf(host, descriptor);
    document.change(null, { layers: changeLayer(document.state.layers, layer.id, { visible }) });
    return {};
  };
}

export const makeLayer: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const using = descriptor['using'] as Descriptor | undefined;
  const layer = newLayer(host, { name: String(using?.['name'] ?? 'Layer 1'), pixels: document.blank() });
  addAboveActive(document, layer, 'New Layer');
  return { layerID: layer.id };
};

function addAboveActive(document: DocumentModel, layer: LayerState, history: string): void {
  const above = activeLayers(document)[0]?.id;
  document.change(history, {
    layers: insertAbove(document.state.layers, above, layer),
    activeLayers: [layer.id],
  });
}

export const setLayer: Play = (host, descriptor) => {
  const { document, layer } = targetOf(host, descriptor);
  const to = (descriptor['to'] ?? {}) as Descriptor;
  if (to['_obj'] !== 'layer') throw notAvailable('Set');
  const opacity = (to['opacity'] as Descriptor | undefined)?.['_value'];
  const change: Partial<LayerState> = {
    ...(typeof to['name'] === 'string' ? { name: to['name'] } : {}),
    ...(typeof opacity === 'number' ? { opacity } : {}),
  };
  document.change('Layer Properties', { layers: changeLayer(document.state.layers, layer.id, change) });
  return {};
};

export const deleteLayer: Play = (host, descriptor) => {
  const { document, layer } = targetOf(host, descriptor);
  const layers = replaceLayer(document.state.layers, layer.id, () => []);
  if (layers.length === 0 || layer.allLocked) throw notAvailable('Delete');
  const next = parentOf(document.state.layers, layer.id)?.id ?? layers[0]!.id;
  document.change('Delete Layer', { layers, activeLayers: findLayer(layers, next) ? [next] : [] });
  return {};
};

/** To the front, to the back, or to a place counted from the bottom. */
export const moveLayer: Play = (host, descriptor) => {
  const { document, layer } = targetOf(host, descriptor);
  if (layer.background) throw notAvailable('Move');
  const to = references(descriptor['to'])[0] ?? {};
  const rest = replaceLayer(document.state.layers, layer.id, () => []);
  const bottom = rest.at(-1)?.background ? rest.length - 1 : rest.length;
  let at: number;
  if (to['_value'] === 'front') at = 0;
  else if (to['_value'] === 'back') at = bottom;
  else if (typeof to['_index'] === 'number') at = Math.max(0, Math.min(bottom, rest.length - to['_index']));
  else throw noObject('layer');
  document.change('Layer Order', { layers: [...rest.slice(0, at), layer, ...rest.slice(at)] });
  return {};
};

export const duplicateLayer: Play = (host, descriptor) => {
  const { document, layer } = targetOf(host, descriptor);
  const copy = copyOf(host, layer, descriptor['name']);
  const to = references(descriptor['to']).find((one) => one['_ref'] === 'document');
  const goal = to ? documentOf(host, [to]) : document;
  const above = goal === document ? layer.id : activeLayers(goal)[0]?.id;
  goal.change('Duplicate Layer', {
    layers: insertAbove(goal.state.layers, above, copy),
    activeLayers: [copy.id],
  });
  return { ID: [copy.id] };
};

function copyOf(host: Host, layer: LayerState, name: unknown): LayerState {
  return {
    ...layer,
    id: host.nextId(),
    name: typeof name === 'string' ? name : `${layer.name} copy`,
    background: false,
    positionLocked: false,
    transparentPixelsLocked: false,
    linked: [],
    children: layer.children?.map((child) => copyOf(host, child, child.name)) ?? null,
  };
}

/** The layer's id changes, its mask is absorbed and the object cut to what shows [HOST DRM §1.6]. */
export const newPlacedLayer: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const chosen = activeLayers(document);
  const top = chosen[0];
  if (!top || chosen.some((layer) => layer.allLocked && !layer.background))
    throw notAvailable('Convert to Smart Object');
  const single = chosen.length === 1 && !top.children;
  const source = single
    ? absorbMask(pixelsOf(top) ?? document.blank(), top.mask)
    : composite(
        chosen.map((layer) => ({ ...layer, visible: true })),
        document.blank(),
      );
  const layer = newLayer(host, {
    name: top.background ? 'Layer 0' : top.name,
    kind: 'smartObject',
    visible: top.visible,
    ...(single ? { opacity: top.opacity, blendMode: top.blendMode, clipped: top.clipped } : {}),
    linked: top.linked,
    smart: { source, filters: [], filterMask: null, missing: false },
  });
  let { layers } = document.state;
  layers = replaceLayer(layers, top.id, () => [layer]);
  for (const other of chosen.slice(1)) layers = replaceLayer(layers, other.id, () => []);
  document.change('Convert to Smart Object', { layers, activeLayers: [layer.id] });
  return {};
};

/** With `duplicate` a stamp: nothing that is there changes. Not available from a hidden layer [BELIEF]. */
export const mergeVisible: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const { layers } = document.state;
  const active = activeLayers(document)[0];
  if (active && !isShown(layers, active.id)) throw notAvailable('Merge Visible');
  const merged = document.composite();
  if (descriptor['duplicate'] !== true) {
    const layer = newLayer(host, { name: active?.name ?? 'Layer 1', pixels: merged });
    const hidden = layers.filter((one) => !one.visible);
    document.change('Merge Visible', { layers: [layer, ...hidden], activeLayers: [layer.id] });
    return {};
  }
  const fills = host.rules.stampFillsEmptyLayer && active?.kind === 'pixel' && active.pixels;
  if (fills && isEmpty(fills) && active) {
    document.change('Stamp Visible', { layers: changeLayer(layers, active.id, { pixels: merged }) });
  } else addAboveActive(document, newLayer(host, { name: 'Layer 1', pixels: merged }), 'Stamp Visible');
  return {};
};

const FILLS: Readonly<Record<string, number>> = { gray: 0.5, white: 1, black: 0 };

/** One grey over all of the active layer, or what is selected of it [recorded by the Actions panel]. */
export const fill: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const layer = activeLayer(document, 'Fill');
  const level = FILLS[String((descriptor['using'] as Descriptor | undefined)?.['_value'])];
  if (level === undefined || layer.kind !== 'pixel' || !layer.pixels || layer.allLocked)
    throw notAvailable('Fill');
  const { alpha: _, ...old } = layer.pixels;
  const data = old.data.slice().fill(Math.round(level * topOf(old.data)));
  const pixels = throughMask(layer.pixels, { ...old, data }, document.state.selection);
  document.change('Fill', { layers: changeLayer(document.state.layers, layer.id, { pixels }) });
  return {};
};

export const rasterizeLayer: Play = (host, descriptor) => {
  const { document, layer } = targetOf(host, descriptor);
  const pixels = pixelsOf(layer);
  if (!pixels) throw notAvailable('Rasterize');
  const change: Partial<LayerState> = { kind: 'pixel', pixels, smart: null };
  document.change('Rasterize Layer', { layers: changeLayer(document.state.layers, layer.id, change) });
  return {};
};

export const flattenImage: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const layer = newLayer(host, { name: 'Background', pixels: onWhite(document), background: true });
  document.change('Flatten Image', { layers: [layer], activeLayers: [layer.id] });
  return {};
};

function onWhite(document: DocumentModel) {
  const white = document.blank();
  white.data.fill(white.data.BYTES_PER_ELEMENT === 1 ? 255 : 65535);
  const { alpha: _, ...paper } = white;
  const below = { ...allLayers(document.state.layers)[0]!, id: -1, smart: null, mask: null, children: null };
  const opaque: LayerState = { ...below, pixels: paper, visible: true, opacity: 100, clipped: false };
  return composite([...document.state.layers, opaque], document.blank());
}

/** A mask from the selection, which is used up by it; refused where there is a mask already. */
export const makeMask: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const layer = activeLayer(document, 'Make');
  const { selection, layers } = document.state;
  const kind = (descriptor['using'] as Descriptor | undefined)?.['_value'];
  if (layer.mask || layer.background || layer.allLocked) throw notAvailable('Make');
  const size = document.facts.width * document.facts.height;
  let mask: Uint8Array;
  if (kind === 'revealSelection' || kind === 'hideSelection') {
    if (!selection) throw notAvailable('Make');
    mask = kind === 'revealSelection' ? selection : selection.map((value) => 255 - value);
  } else mask = new Uint8Array(size).fill(kind === 'hideAll' ? 0 : 255);
  const used = kind === 'revealSelection' || kind === 'hideSelection';
  document.change('Add Layer Mask', {
    layers: changeLayer(layers, layer.id, { mask }),
    ...(used ? { selection: null } : {}),
  });
  return {};
};

export const deleteMask: Play = (host, descriptor) => {
  const { document, layer } = targetOf(host, descriptor);
  if (!layer.mask) throw noObject('channel “mask”');
  document.change('Delete Layer Mask', {
    layers: changeLayer(document.state.layers, layer.id, { mask: null }),
  });
  return {};
};
