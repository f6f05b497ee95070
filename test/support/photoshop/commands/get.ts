import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import { boundsOfPixels } from '../model/bounds.ts';
import { pixelsOf } from '../model/composite.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Host } from '../model/host.ts';
import type { LayerState } from '../model/state.ts';
import { allLayers } from '../model/tree.ts';
import { documentOf, layerOf, type Play, Refusal, references } from './command.ts';
import { describeSmartObject } from './filter.ts';

type Property = () => unknown;

function px(value: number): Descriptor {
  return { _unit: 'pixelsUnit', _value: value };
}

function layerProperties(host: Host, layer: LayerState): Record<string, Property> {
  return {
    layerID: () => layer.id,
    name: () => layer.name,
    visible: () => layer.visible,
    opacity: () => Math.round(layer.opacity * 2.55),
    background: () => layer.background,
    group: () => layer.clipped,
    hasUserMask: () => layer.mask !== null,
    hasVectorMask: () => layer.hasVectorMask,
    layerKind: () => ({ pixel: 1, text: 3, smartObject: 5, group: 7 })[layer.kind] ?? 2,
    layerLocking: () => ({
      _obj: 'layerLocking',
      protectAll: layer.allLocked,
      protectComposite: layer.pixelsLocked,
      protectPosition: layer.positionLocked,
      protectTransparency: layer.transparentPixelsLocked,
    }),
    bounds: () => {
      const pixels = pixelsOf(layer);
      const bounds = pixels ? boundsOfPixels(pixels) : { left: 0, top: 0, right: 0, bottom: 0 };
      return {
        _obj: 'rectangle',
        ...Object.fromEntries(Object.entries(bounds).map(([side, value]) => [side, px(value)])),
      };
    },
    // Only smart objects have it.
    ...(layer.smart ? { smartObject: () => describeSmartObject(host, layer) } : {}),
  };
}

function documentProperties(host: Host, document: DocumentModel): Record<string, Property> {
  const { facts, state } = document;
  return {
    documentID: () => facts.id,
    title: () => facts.title,
    width: () => px(facts.width),
    height: () => px(facts.height),
    depth: () => facts.depth,
    mode: () => ({ _enum: 'colorSpace', _value: facts.mode === 'RGB' ? 'RGBColor' : facts.mode }),
    profile: () => facts.profile,
    numberOfLayers: () => allLayers(state.layers).length,
    targetLayersIDs: () => state.activeLayers.map((id) => ({ _ref: 'layer', _id: id })),
    hasBackgroundLayer: () => state.layers.at(-1)?.background === true,
    ['XMPMetadataAsUTF8']: () => (host.rules.metadataInHistory ? state.metadata : document.metadata),
  };
}

function applicationProperties(host: Host): Record<string, Property> {
  return {
    hostName: () => 'Photoshop',
    hostVersion: () => ({ _obj: 'version', versionMajor: 27, versionMinor: 8 }),
    numberOfDocuments: () => host.documents.length,
  };
}

function propertiesOf(host: Host, target: readonly Descriptor[]): Record<string, Property> {
  const refs = target.map((one) => one['_ref']);
  if (refs.includes('layer')) return layerProperties(host, layerOf(documentOf(host, target), target));
  if (refs.includes('application') && !refs.includes('document')) return applicationProperties(host);
  return documentProperties(host, documentOf(host, target));
}

function read(properties: Record<string, Property>, name: string): unknown {
  const property = properties[name];
  if (!property) throw new Refusal('The requested property does not exist.', -1728);
  return property();
}

/** Without a property, all of them [DOC batchplay.md, "Getting state"]. */
export const get: Play = (host, descriptor) => {
  const target = references(descriptor['_target']);
  const properties = propertiesOf(host, target);
  const asked = target.find((one) => typeof one['_property'] === 'string')?.['_property'] as
    | string
    | undefined;
  const names = asked === undefined ? Object.keys(properties) : [asked];
  return Object.fromEntries(names.map((name) => [name, read(properties, name)]));
};

/** Several properties of one object, or of all layers [DOC batchplay.md, "Multi-Get"]. */
export const multiGet: Play = (host, descriptor) => {
  const target = references(descriptor['_target']);
  const [names = [], range] = (descriptor['extendedReference'] ?? []) as [string[]?, Descriptor?];
  const options = (descriptor['options'] ?? {}) as Descriptor;
  const lenient = options['failOnMissingProperty'] === false;
  const pick = (properties: Record<string, Property>) =>
    Object.fromEntries(
      names.filter((name) => !lenient || name in properties).map((name) => [name, read(properties, name)]),
    );
  if (!range) return pick(propertiesOf(host, target));
  // Counted from the bottom.
  const layers = [...allLayers(documentOf(host, target).state.layers)].reverse();
  return { list: layers.map((layer) => pick(layerProperties(host, layer))) };
};
