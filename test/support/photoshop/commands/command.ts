import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Host } from '../model/host.ts';
import type { LayerState } from '../model/state.ts';
import { findLayer } from '../model/tree.ts';

/** A refusal: `batchPlay` resolves with it as `{_obj: 'error'}` [DOC batchplay.md, "Result value"]. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly result: number,
  ) {
    super(message);
  }
}

export function notAvailable(command: string): Refusal {
  return new Refusal(`The command “${command}” is not currently available.`, -25920);
}

export function noObject(what: string): Refusal {
  return new Refusal(`The object “${what}” is not currently available.`, -25922);
}

export type Play = (host: Host, descriptor: Descriptor) => Descriptor | Promise<Descriptor>;

/** References, innermost first; a single one may stand alone. */
export function references(target: unknown): readonly Descriptor[] {
  if (Array.isArray(target)) return target as Descriptor[];
  const list = (target as Descriptor | undefined)?.['_ref'];
  if (Array.isArray(list)) return list as Descriptor[];
  return target ? [target as Descriptor] : [];
}

function isDefault(reference: Descriptor): boolean {
  return (
    reference['_enum'] === 'ordinal' && ['targetEnum', undefined].includes(reference['_value'] as string)
  );
}

/** The document that a target names; the active one without a name. */
export function documentOf(host: Host, target: readonly Descriptor[]): DocumentModel {
  const reference = target.find((one) => one['_ref'] === 'document');
  let document: DocumentModel | null | undefined = host.active;
  if (typeof reference?.['_id'] === 'number') document = host.document(reference['_id']);
  else if (typeof reference?.['_name'] === 'string')
    document = host.documents.find((one) => one.facts.title === reference['_name']);
  if (!document) throw noObject(reference && !isDefault(reference) ? 'document' : 'current document');
  return document;
}

/** The layers that are chosen. */
export function activeLayers(document: DocumentModel): readonly LayerState[] {
  const { layers, activeLayers: ids } = document.state;
  return ids.map((id) => findLayer(layers, id)).filter((layer) => layer !== undefined);
}

/** The one chosen layer. @throws Refusal with none or several */
export function activeLayer(document: DocumentModel, command: string): LayerState {
  const [layer, ...others] = activeLayers(document);
  if (!layer || others.length > 0) throw notAvailable(command);
  return layer;
}

/** The layer that a target names. */
export function layerOf(document: DocumentModel, target: readonly Descriptor[]): LayerState {
  const { layers } = document.state;
  const reference = target.find((one) => one['_ref'] === 'layer');
  let layer: LayerState | undefined;
  if (typeof reference?.['_id'] === 'number') layer = findLayer(layers, reference['_id']);
  else if (typeof reference?.['_name'] === 'string')
    layer = layers.find((one) => one.name === reference['_name']);
  else if (!reference || isDefault(reference)) layer = activeLayers(document)[0];
  else if (reference['_value'] === 'front') layer = layers[0];
  else if (reference['_value'] === 'back') layer = layers.at(-1);
  if (!layer)
    throw noObject(typeof reference?.['_name'] === 'string' ? `layer "${reference['_name']}"` : 'layer');
  return layer;
}
