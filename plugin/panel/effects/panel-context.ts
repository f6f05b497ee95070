import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Host } from '../host.ts';
import type { State } from '../state/state.ts';
import type { Controller } from './controller.ts';
import type { PictureBook, SlotPicture } from './picture-book.ts';
import type { Store } from './store.ts';

export interface PanelParts {
  readonly host: Host;
  readonly store: Store;
  readonly controller: Controller;
  readonly book: PictureBook;
}

export const PanelContext = createContext<PanelParts | null>(null);

export function usePanel(): PanelParts {
  const parts = useContext(PanelContext);
  if (parts === null) throw new TypeError('Cannot use the panel outside of <Panel>');
  return parts;
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
