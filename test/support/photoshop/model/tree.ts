import type { LayerState } from './state.ts';

type Layers = readonly LayerState[];

/** Every layer, topmost first, groups before what is in them. */
export function allLayers(layers: Layers): readonly LayerState[] {
  return layers.flatMap((layer) => [layer, ...(layer.children ? allLayers(layer.children) : [])]);
}

export function findLayer(layers: Layers, id: number): LayerState | undefined {
  return allLayers(layers).find((layer) => layer.id === id);
}

/** The group that holds the layer; null at the top level. */
export function parentOf(layers: Layers, id: number): LayerState | null {
  return allLayers(layers).find((layer) => layer.children?.some((child) => child.id === id)) ?? null;
}

/** Puts nothing, one or several layers in the place of one. */
export function replaceLayer(layers: Layers, id: number, by: (layer: LayerState) => Layers): Layers {
  return layers.flatMap((layer) => {
    if (layer.id === id) return by(layer);
    return layer.children ? [{ ...layer, children: replaceLayer(layer.children, id, by) }] : [layer];
  });
}

export function changeLayer(layers: Layers, id: number, change: Partial<LayerState>): Layers {
  return replaceLayer(layers, id, (layer) => [{ ...layer, ...change }]);
}

/** Above the layer `id` and in its group; at the very top when there is no such layer. */
export function insertAbove(layers: Layers, id: number | undefined, added: LayerState): Layers {
  if (id === undefined || !findLayer(layers, id)) return [added, ...layers];
  return replaceLayer(layers, id, (layer) => [added, layer]);
}

/** Whether the layer shows: it and every group around it is visible. */
export function isShown(layers: Layers, id: number): boolean {
  const layer = findLayer(layers, id);
  if (!layer?.visible) return false;
  const parent = parentOf(layers, id);
  return parent === null || isShown(layers, parent.id);
}
