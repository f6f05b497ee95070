import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import type { Host } from '../model/host.ts';
import { lookUpIn, readCube, readDeviceLink } from '../model/look-up.ts';
import { newLayer } from '../model/new-layer.ts';
import type { LookUp } from '../model/state.ts';
import { changeLayer, insertAbove } from '../model/tree.ts';
import { activeLayers, documentOf, layerOf, notAvailable, type Play, references } from './command.ts';

/** Bytes of a raw value: `{_rawData: 'base64', _data}` or a buffer. */
function rawBytes(value: unknown): Uint8Array | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  const raw = value as Descriptor | undefined;
  if (raw?.['_rawData'] !== 'base64' || typeof raw['_data'] !== 'string') return undefined;
  return Uint8Array.from(atob(raw['_data']), (character) => character.charCodeAt(0));
}

/**
 * What is rendered is the device link; the text of the table beside it is kept for people [HOST two public plug-ins].
 * Some say that the text alone is enough [CODE].
 */
function lookUpOf(host: Host, type: Descriptor): LookUp | null {
  const name = host.rules.colorLookupFrom === 'profile' ? 'profile' : 'LUT3DFileData';
  const bytes = rawBytes(type[name]);
  if (!bytes) return null;
  const table = host.rules.colorLookupFrom === 'profile' ? readDeviceLink(bytes) : readCube(bytes);
  if (!table) throw notAvailable('Set');
  return lookUpIn(table);
}

/** A layer of its own; what it does may come with it or be set afterwards [CODE, several public plug-ins]. */
export const makeAdjustment: Play = (host, descriptor) => {
  const document = documentOf(host, references(descriptor['_target']));
  const using = (descriptor['using'] ?? {}) as Descriptor;
  const type = using['type'] as Descriptor | undefined;
  if (type?.['_obj'] !== 'colorLookup' || !host.rules.colorLookup) throw notAvailable('Make');
  const layer = newLayer(host, {
    name: String(using['name'] ?? 'Color Lookup 1'),
    kind: 'colorLookup',
    lookUp: lookUpOf(host, type),
    // A selection becomes its mask.
    mask: document.state.selection,
  });
  document.change('Color Lookup Layer', {
    layers: insertAbove(document.state.layers, activeLayers(document)[0]?.id, layer),
    activeLayers: [layer.id],
    selection: null,
  });
  return { layerID: layer.id };
};

export const setAdjustment: Play = (host, descriptor) => {
  const target = references(descriptor['_target']).map((one) =>
    one['_ref'] === 'adjustmentLayer' ? { ...one, _ref: 'layer' } : one,
  );
  const document = documentOf(host, target);
  const layer = layerOf(document, target);
  const to = (descriptor['to'] ?? {}) as Descriptor;
  if (layer.kind !== 'colorLookup' || to['_obj'] !== 'colorLookup' || !host.rules.colorLookup)
    throw notAvailable('Set');
  const lookUp = lookUpOf(host, to);
  document.change('Modify Color Lookup Layer', {
    layers: changeLayer(document.state.layers, layer.id, { lookUp }),
  });
  return {};
};
