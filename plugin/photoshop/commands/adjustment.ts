import type { Command } from '../host/command.ts';
import type { Descriptor } from '../host/photoshop.ts';
import { anyReply } from './reply.ts';

/** An adjustment layer above the active layer; it becomes active. A selection becomes its mask. */
export function makeAdjustment(descriptor: Descriptor): Command {
  return { what: 'add a Color Lookup layer', descriptor, reply: anyReply, modifies: true };
}

export function setAdjustment(descriptor: Descriptor): Command {
  return {
    what: 'give the Color Lookup layer its table',
    descriptor,
    reply: anyReply,
    modifies: true,
  };
}
