import * as z from 'zod';
import type { Command } from '../host/command.ts';
import { anyReply } from './reply.ts';
import { documentTarget } from './target.ts';

const PROPERTY = 'XMPMetadataAsUTF8';

/** The XMP packet of the document; absent or empty in a new one. */
export function readMetadata(
  documentId: number,
): Command<{ readonly XMPMetadataAsUTF8?: string | undefined }> {
  return {
    what: 'read the metadata of the document',
    descriptor: { _obj: 'get', _target: [{ _property: PROPERTY }, ...documentTarget(documentId)] },
    reply: z.looseObject({ XMPMetadataAsUTF8: z.string().optional() }),
    modifies: false,
  };
}

export function writeMetadata(documentId: number, xmp: string): Command {
  return {
    what: 'keep the settings with the document',
    descriptor: {
      _obj: 'set',
      _target: [{ _ref: 'property', _property: PROPERTY }, ...documentTarget(documentId)],
      to: { _obj: 'document', [PROPERTY]: xmp },
    },
    reply: anyReply,
    modifies: true,
  };
}
