import type { CommitEdit } from '#panel/document-host.ts';
import { RetouchError } from '#wire/error.ts';
import { readMetadata, writeMetadata } from '../commands/metadata.ts';
import type { ModalScope } from '../host/modal.ts';
import type { PhotoshopDocument } from '../host/photoshop.ts';
import { addToRecord, takeFromRecord } from './document-record.ts';

/** Metadata is a convenience: an edit is not given up because a document's metadata is damaged. */
export async function keepRecord(
  scope: ModalScope,
  document: PhotoshopDocument,
  edit: CommitEdit,
  at: string,
): Promise<readonly string[]> {
  try {
    const { XMPMetadataAsUTF8: xmp = '' } = await scope.play(readMetadata(document.id));
    await scope.play(writeMetadata(document.id, addToRecord(xmp, edit, at)));
    return [];
  } catch (error) {
    scope.check();
    const { code, message } = RetouchError.wrap(error);
    if (code === 'cancelled') throw error;
    return [`The settings could not be kept in the document's metadata (${message}).`];
  }
}

/** Where metadata is not a part of the history, the record of an edit would outlive it. */
export async function forgetRecord(
  scope: ModalScope,
  document: PhotoshopDocument,
  at: string,
): Promise<void> {
  const { XMPMetadataAsUTF8: xmp = '' } = await scope.play(readMetadata(document.id));
  const without = takeFromRecord(xmp, at);
  if (without !== xmp) await scope.play(writeMetadata(document.id, without));
}
