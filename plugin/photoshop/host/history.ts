import { listed } from './documents.ts';
import type { PhotoshopDocument } from './photoshop.ts';

/** Id of the state that the document is in. */
export function currentState(document: PhotoshopDocument): number {
  return document.activeHistoryState.id;
}

/** Old states fall off the list, and states ahead vanish once the person does something else. */
export function hasState(document: PhotoshopDocument, id: number): boolean {
  return listed(document.historyStates).some((state) => state.id === id);
}

/** Goes back or forth to a state, inside of a modal scope; false when it is not there any more. */
export function goToState(document: PhotoshopDocument, id: number): boolean {
  const state = listed(document.historyStates).find((each) => each.id === id);
  if (state === undefined) return false;
  document.activeHistoryState = state;
  return true;
}
