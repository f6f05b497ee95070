import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import { FILTER, keep, normalise } from '../camera-raw/keep.ts';
import { isEmpty } from '../model/bounds.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Host } from '../model/host.ts';
import { renderFilter, throughMask } from '../model/render-filters.ts';
import type { LayerState, SmartFilter, SmartObject } from '../model/state.ts';
import { changeLayer, isShown } from '../model/tree.ts';
import {
  activeLayer,
  documentOf,
  layerOf,
  noObject,
  notAvailable,
  type Play,
  Refusal,
  references,
} from './command.ts';

const NAME = 'Camera Raw Filter';

/** Hidden, group and adjustment layers are refused [HOST DRM §1.4.6]. */
function checkLayer(host: Host, document: DocumentModel, layer: LayerState): void {
  const { mode, depth, temporary } = document.facts;
  const { rules } = host;
  if (!rules.filterModes.includes(mode) || !rules.filterDepths.includes(depth)) throw notAvailable(NAME);
  if (temporary && !rules.temporaryDocumentFilters) throw notAvailable(NAME);
  if (!isShown(document.state.layers, layer.id)) throw notAvailable(NAME);
  if (!layer.smart && layer.kind !== 'pixel') throw notAvailable(NAME);
  if (layer.allLocked || (layer.pixelsLocked && !layer.smart)) throw notAvailable(NAME);
  if (layer.smart?.missing)
    throw new Refusal('Could not complete the command because the linked file is missing.', -1);
}

/** An empty layer turns the colour mixer into the one for black and white [HOST DRM §1.4.6]. */
function kept(layer: LayerState, descriptor: Descriptor): Descriptor {
  const filter = keep(descriptor);
  const pixels = layer.smart?.source ?? layer.pixels;
  if (pixels && !isEmpty(pixels)) return filter;
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !/^\$[HSL]A_/.test(key)));
}

/** Always adds one: running it again never edits the filter that is there [HOST DRM §1.4.7]. */
export const cameraRawFilter: Play = async (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const layer = activeLayer(document, NAME);
  checkLayer(host, document, layer);
  const shown = (descriptor['_options'] as Descriptor | undefined)?.['dialogOptions'] === 'display';
  const filter = shown ? normalise(kept(layer, descriptor)) : kept(layer, descriptor);
  const { layers, selection } = document.state;
  if (layer.smart) {
    const added: SmartFilter = { id: host.nextId(), name: `${NAME}`, filter };
    const smart: SmartObject = {
      ...layer.smart,
      filters: [...layer.smart.filters, added],
      // An active selection becomes the mask of every filter of the layer [HOST DRM §1.4.11].
      filterMask: selection ?? layer.smart.filterMask,
    };
    document.change(NAME, { layers: changeLayer(layers, layer.id, { smart }) });
  } else if (layer.pixels) {
    const pixels = throughMask(layer.pixels, renderFilter(layer.pixels, filter), selection);
    document.change(NAME, { layers: changeLayer(layers, layer.id, { pixels }) });
  }
  return { ...descriptor, ...filter };
};

/** Filters as the host lists them. */
export function listed(host: Host, smart: SmartObject): readonly SmartFilter[] {
  return host.rules.newestFilterFirst ? [...smart.filters].reverse() : smart.filters;
}

/** The filter that `{_ref: 'filterFX', _index}` names, from 1 [CODE ADV, SLD]. */
function named(host: Host, layer: LayerState, target: readonly Descriptor[]): SmartFilter {
  const index = target.find((one) => one['_ref'] === 'filterFX')?.['_index'];
  const filter = layer.smart && typeof index === 'number' ? listed(host, layer.smart)[index - 1] : undefined;
  if (!filter) throw noObject('filter effect');
  return filter;
}

function changeFilters(
  document: DocumentModel,
  layer: LayerState,
  name: string,
  filters: readonly SmartFilter[],
): void {
  const smart: SmartObject = { ...layer.smart!, filters };
  document.change(name, { layers: changeLayer(document.state.layers, layer.id, { smart }) });
}

/** Changes a filter in place [CODE ADV 5586-5690]. */
export const setFilter: Play = (host, descriptor) => {
  const target = references(descriptor['_target']);
  const document = documentOf(host, target);
  const layer = layerOf(document, target);
  const old = named(host, layer, target);
  if (!host.rules.filterFxCanBeSet) throw notAvailable('Set');
  const sent = (descriptor['filterFX'] as Descriptor | undefined)?.['filter'] as Descriptor | undefined;
  if (!sent || sent['_obj'] !== old.filter['_obj']) throw notAvailable('Set');
  const filter =
    old.filter['_obj'] === FILTER
      ? { ...(host.rules.filterFxKeepsUnsentKeys ? old.filter : {}), ...kept(layer, sent) }
      : { ...old.filter, ...sent };
  const id = host.rules.filterFxSetChangesId ? host.nextId() : old.id;
  const filters = layer.smart!.filters.map((one) => (one === old ? { ...one, id, filter } : one));
  changeFilters(document, layer, 'Modify Smart Filter', filters);
  return {};
};

/** [CODE ADV 9520] */
export const deleteFilter: Play = (host, descriptor) => {
  const target = references(descriptor['_target']);
  const document = documentOf(host, target);
  const layer = layerOf(document, target);
  const old = named(host, layer, target);
  changeFilters(
    document,
    layer,
    'Delete Smart Filter',
    layer.smart!.filters.filter((one) => one !== old),
  );
  return {};
};

/** `get smartObject`: reads, so it is allowed anywhere [HOST DRM §65]. */
export function describeSmartObject(host: Host, layer: LayerState): Descriptor {
  if (!layer.smart) throw new Refusal('The requested property does not exist.', -1728);
  const filterFX = listed(host, layer.smart).map(({ id, name, filter }) => ({
    _obj: 'filterFX',
    name,
    filter,
    filterID: id,
    enabled: true,
  }));
  const linked = layer.smart.missing;
  return { _obj: 'smartObject', placed: { _enum: 'placed', _value: 'rasterizeContent' }, linked, filterFX };
}
