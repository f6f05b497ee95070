import * as z from 'zod';
import type { Command } from '../host/command.ts';
import { anyReply } from './reply.ts';
import { ACTIVE_LAYER, documentTarget, layerTarget } from './target.ts';

export function selectDocument(documentId: number): Command {
  return {
    what: 'go to the document',
    descriptor: { _obj: 'select', _target: documentTarget(documentId) },
    reply: anyReply,
    modifies: true,
  };
}

/** Leaves its visibility as it is. */
export function selectLayer(layerId: number): Command {
  return {
    what: 'select the layer',
    descriptor: { _obj: 'select', _target: layerTarget(layerId), makeVisible: false },
    reply: anyReply,
    modifies: true,
  };
}

/** An empty pixel layer above the active one; it becomes active. */
export function makeLayer(name: string): Command {
  return {
    what: 'add a layer',
    descriptor: { _obj: 'make', _target: [{ _ref: 'layer' }], using: { _obj: 'layer', name } },
    reply: anyReply,
    modifies: true,
  };
}

/** Above everything else, out of any group. */
export function moveToTop(layerId: number): Command {
  return {
    what: 'move the layer to the top',
    descriptor: {
      _obj: 'move',
      _target: layerTarget(layerId),
      to: { _ref: 'layer', _enum: 'ordinal', _value: 'front' },
    },
    reply: anyReply,
    modifies: true,
  };
}

/** Everything visible as pixels, in the active empty layer or in a new one above it: hosts differ. */
export function stampVisible(): Command {
  return {
    what: 'stamp what is visible',
    descriptor: { _obj: 'mergeVisible', duplicate: true },
    reply: anyReply,
    modifies: true,
  };
}

export function duplicateActiveLayer(name: string): Command {
  return {
    what: 'copy the layer',
    descriptor: { _obj: 'duplicate', _target: ACTIVE_LAYER, name },
    reply: anyReply,
    modifies: true,
  };
}

/** The layer's id changes. */
export function toSmartObject(): Command {
  return {
    what: 'turn the layer into a smart object',
    descriptor: { _obj: 'newPlacedLayer' },
    reply: anyReply,
    modifies: true,
  };
}

export function renameLayer(layerId: number, name: string): Command {
  return {
    what: 'name the layer',
    descriptor: { _obj: 'set', _target: layerTarget(layerId), to: { _obj: 'layer', name } },
    reply: anyReply,
    modifies: true,
  };
}

export function deleteLayer(layerId: number): Command {
  return {
    what: 'remove the layer',
    descriptor: { _obj: 'delete', _target: layerTarget(layerId) },
    reply: anyReply,
    modifies: true,
  };
}

/** A layer mask that shows what is selected; the selection is used up. */
export function maskFromSelection(): Command {
  return {
    what: 'turn the selection into a layer mask',
    descriptor: {
      _obj: 'make',
      new: { _class: 'channel' },
      at: { _ref: 'channel', _enum: 'channel', _value: 'mask' },
      using: { _enum: 'userMaskEnabled', _value: 'revealSelection' },
    },
    reply: anyReply,
    modifies: true,
  };
}

/** Whether a layer has masks: its own pixels do not tell. */
export function readMasks(layerId: number, documentId: number): Command<LayerMasks> {
  return {
    what: 'read the masks of the layer',
    descriptor: {
      _obj: 'multiGet',
      _target: layerTarget(layerId, documentId),
      extendedReference: [['hasUserMask', 'hasVectorMask']],
      options: { failOnMissingProperty: false, failOnMissingElement: false },
    },
    reply: z.looseObject({
      hasUserMask: z.boolean().optional(),
      hasVectorMask: z.boolean().optional(),
    }),
    modifies: false,
  };
}
export interface LayerMasks {
  readonly hasUserMask?: boolean | undefined;
  readonly hasVectorMask?: boolean | undefined;
}
