import type { Command } from '../host/command.ts';
import { anyReply } from './reply.ts';

/** Keeps the selection as an alpha channel of this name. */
export function saveSelection(name: string): Command {
  return {
    what: 'remember the selection',
    descriptor: { _obj: 'duplicate', _target: [{ _ref: 'channel', _property: 'selection' }], name },
    reply: anyReply,
    modifies: true,
  };
}

export function loadSelection(name: string): Command {
  return {
    what: 'bring the selection back',
    descriptor: {
      _obj: 'set',
      _target: [{ _ref: 'channel', _property: 'selection' }],
      to: { _ref: 'channel', _name: name },
    },
    reply: anyReply,
    modifies: true,
  };
}

export function deleteChannel(name: string): Command {
  return {
    what: 'drop the remembered selection',
    descriptor: { _obj: 'delete', _target: [{ _ref: 'channel', _name: name }] },
    reply: anyReply,
    modifies: true,
  };
}
