import type { Descriptor } from '../host/photoshop.ts';

/** References, innermost first. Ids are what Photoshop's documentation prefers to names and places. */
export function layerTarget(layerId: number, documentId?: number): readonly Descriptor[] {
  const layer = { _ref: 'layer', _id: layerId };
  return documentId === undefined ? [layer] : [layer, { _ref: 'document', _id: documentId }];
}

export const ACTIVE_LAYER: readonly Descriptor[] = [
  { _ref: 'layer', _enum: 'ordinal', _value: 'targetEnum' },
];

export function documentTarget(documentId: number): readonly Descriptor[] {
  return [{ _ref: 'document', _id: documentId }];
}
