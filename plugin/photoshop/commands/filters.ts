import type { Command } from '../host/command.ts';
import type { Descriptor } from '../host/photoshop.ts';
import { anyReply } from './reply.ts';
import { layerTarget } from './target.ts';

/** On a smart object it becomes a smart filter. It always adds one: a filter that is there is never changed by it. */
export function applyFilter(descriptor: Descriptor): Command {
  return { what: 'apply the Camera Raw filter', descriptor, reply: anyReply, modifies: true };
}

/** @param index from 1, as the host counts */
export function changeFilter(layerId: number, index: number, filter: Descriptor): Command {
  return {
    what: 'change the Camera Raw filter',
    descriptor: {
      _obj: 'set',
      _target: [{ _ref: 'filterFX', _index: index }, ...layerTarget(layerId)],
      filterFX: { _obj: 'filterFX', filter },
    },
    reply: anyReply,
    modifies: true,
  };
}

/** @param index from 1 */
export function deleteFilter(layerId: number, index: number): Command {
  return {
    what: 'take the Camera Raw filter out',
    descriptor: { _obj: 'delete', _target: [{ _ref: 'filterFX', _index: index }, ...layerTarget(layerId)] },
    reply: anyReply,
    modifies: true,
  };
}

/** What a smart object holds, its filters with their settings among it. */
export function readSmartObject(layerId: number, documentId?: number): Command {
  return {
    what: 'read the filters of the layer',
    descriptor: { _obj: 'get', _target: [{ _property: 'smartObject' }, ...layerTarget(layerId, documentId)] },
    reply: anyReply,
    modifies: false,
  };
}
