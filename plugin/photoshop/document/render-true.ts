import type { Raster } from '#image/raster.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { canvasOf, moveMasks } from '../camera-raw/move-masks.ts';
import { selectDocument } from '../commands/layers.ts';
import { documentById } from '../host/documents.ts';
import { currentState, goToState } from '../host/history.ts';
import type { ModalScope, RunModal } from '../host/modal.ts';
import type { Photoshop, PhotoshopDocument } from '../host/photoshop.ts';
import { type Looked, layerAt, pixelsOf, withoutTrial } from './look.ts';
import { placeEdit } from './place-edit.ts';
import type { Standing } from './standing.ts';

export interface TrueRendering {
  /** Without any of the candidates. */
  readonly before: Raster;
  /** In the order given. */
  readonly after: readonly Raster[];
}

export interface TrueWish {
  readonly looked: Looked;
  readonly standing: Standing | null;
  readonly candidates: readonly Settings[];
  /** Long edge of the renderings, px. */
  readonly edge: number;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

const COPY_NAME = 'RetouchIQ ranking';

/**
 * Lets Camera Raw itself render candidates, on a copy of the document that is closed without saving in any case. The
 * document itself is not touched.
 */
export async function renderTrue(
  photoshop: Photoshop,
  run: RunModal,
  wish: TrueWish,
): Promise<TrueRendering> {
  const { looked, signal } = wish;
  return run({ name: 'Rendering with Camera Raw', signal }, async (scope) => {
    const document = documentById(photoshop, looked.documentId);
    const copy = await withoutTrial(document, wish.standing, scope, () =>
      // One layer alone has to be found again in the copy; what is visible is merged, which is smaller and faster. A
      // temporary document would not show, but commands speak to the document in front.
      document.duplicate(COPY_NAME, looked.layerPath === null),
    );
    const keepOpen = await scope.closeOnExit(copy.id);
    try {
      return await renderOn(photoshop, scope, copy, wish);
    } finally {
      await copy.closeWithoutSaving();
      await keepOpen().catch(() => {
        // It is closed: there is nothing to keep open any more.
      });
      await scope.play(selectDocument(document.id)).catch(() => {
        // After a cancellation nothing can be played; closing the copy brings the document to the front anyway.
      });
    }
  });
}

async function renderOn(
  photoshop: Photoshop,
  scope: ModalScope,
  copy: PhotoshopDocument,
  { looked, candidates, edge, onProgress }: TrueWish,
): Promise<TrueRendering> {
  const untouched = currentState(copy);
  const { raster: before } = await pixelsOf(photoshop, copy, looked, edge);
  const after: Raster[] = [];
  for (const [index, settings] of candidates.entries()) {
    scope.check();
    onProgress(index, candidates.length);
    scope.progress(index / candidates.length);
    if (currentState(copy) !== untouched && !goToState(copy, untouched))
      throw new RetouchError('internal', 'Photoshop did not go back to the untouched copy');
    const source = layerAt(copy, looked.layerPath ?? [0]).id;
    await placeEdit(scope, copy, {
      place: 'this-layer',
      source,
      here: false,
      settings: moveMasks(settings, looked.area, canvasOf(copy)),
    });
    after.push((await pixelsOf(photoshop, copy, looked, edge)).raster);
  }
  onProgress(candidates.length, candidates.length);
  return { before, after };
}
