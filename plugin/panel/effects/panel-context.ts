import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Host } from '../host.ts';
import type { State } from '../state/state.ts';
import type { Controller } from './controller.ts';
import type { DocumentControl } from './document-control.ts';
import type { PictureBook, SlotPicture } from './picture-book.ts';
import type { Store } from './store.ts';

export interface PanelParts {
  readonly host: Host;
  readonly store: Store;
  readonly controller: Controller;
  readonly book: PictureBook;
  /** Null where photos are opened as files. */
  readonly control: DocumentControl | null;
}

export const PanelContext = createContext<PanelParts | null>(null);

export function usePanel(): PanelParts {
  const parts = useContext(PanelContext);
  if (parts === null) throw new TypeError('Cannot use the panel outside of <Panel>');
  return parts;
}

/** For what only exists where the host has the document open. */
export function useDocumentControl(): DocumentControl {
  const { control } = usePanel();
  if (control === null) throw new TypeError('Cannot work on a document that the host does not have');
  return control;
}

/** A part of the state; the component renders again when that part changes. */
export function usePanelState<T>(select: (state: State) => T): T {
  const { store } = usePanel();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** The picture of a slot, now and whenever it changes. */
export function usePicture(slot: string): SlotPicture {
  const { book } = usePanel();
  return useSyncExternalStore(book.subscribe, () => book.picture(slot));
}
