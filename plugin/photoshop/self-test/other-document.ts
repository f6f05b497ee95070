import { RetouchError } from '#wire/error.ts';
import { selectDocument } from '../commands/layers.ts';
import { activeDocument } from '../host/documents.ts';
import type { ModalScope } from '../host/modal.ts';
import type { PhotoshopDocument } from '../host/photoshop.ts';
import type { Probe } from './probe.ts';
import { type DocumentKind, makeDocument } from './test-document.ts';

/** Work on a document of another kind, which is closed again whatever happens. */
export async function inAnotherDocument<T>(
  probe: Probe,
  kind: DocumentKind,
  work: (document: PhotoshopDocument, scope: ModalScope) => Promise<T>,
): Promise<T> {
  return probe.within(async (scope) => {
    await scope.play(makeDocument(kind));
    const other = activeDocument(probe.around.photoshop);
    if (other === null || other.id === probe.documentId)
      throw new RetouchError('internal', 'Photoshop made no second document');
    // When we are cancelled, Photoshop closes it by itself.
    const keepOpen = await scope.closeOnExit(other.id);
    try {
      return await work(other, scope);
    } finally {
      await other.closeWithoutSaving();
      await keepOpen();
      await scope.play(selectDocument(probe.documentId)).catch(() => {
        // After a cancellation nothing can be played.
      });
    }
  });
}
