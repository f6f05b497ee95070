import type { Command } from '../host/command.ts';
import { anyReply } from './reply.ts';

/** An active selection would become the mask of every smart filter of the layer. */
export function deselect(): Command {
  return {
    what: 'drop the selection',
    descriptor: {
      _obj: 'set',
      _target: [{ _ref: 'channel', _property: 'selection' }],
      to: { _enum: 'ordinal', _value: 'none' },
    },
    reply: anyReply,
    modifies: true,
  };
}

/** Photoshop's own finding of parts, on the active layer. */
export type FoundPart = 'subject' | 'sky';

export function selectPart(part: FoundPart): Command {
  return {
    what: `find the ${part}`,
    descriptor: { _obj: part === 'sky' ? 'selectSky' : 'autoCutout', sampleAllLayers: false },
    reply: anyReply,
    modifies: true,
  };
}

export function invertSelection(): Command {
  return {
    what: 'invert the selection',
    descriptor: { _obj: 'inverse' },
    reply: anyReply,
    modifies: true,
  };
}
