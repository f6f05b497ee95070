import { effectiveSettings } from '../state/effective.ts';
import { ORIGINAL } from '../state/work.ts';
import type { DocumentControl } from './document-control.ts';
import type { Store } from './store.ts';

/** The choice is shown in the document when it has rested this long, so that cycling stays quick. Milliseconds. */
const REST = 200;

/** Shows what is chosen in the document, while the person wants that. Answers how to stop. */
export function followChoice(store: Store, control: DocumentControl, isActive: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen: unknown = null;
  const unsubscribe = store.subscribe(() => {
    const { document, work, run } = store.getState();
    const follows = document?.options.follows === true;
    if (!follows) seen = null;
    if (!follows || run !== null || work.present === seen) return;
    seen = work.present;
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  });
  function show() {
    const { document, work } = store.getState();
    if (document === null || !document.options.follows || document.committed !== null || !isActive()) return;
    const { chosen } = work.present;
    if (chosen === ORIGINAL) {
      void control.discard();
    } else if (
      document.tried?.id !== chosen ||
      JSON.stringify(document.tried.settings) !== JSON.stringify(effectiveSettings(work.present, chosen))
    ) {
      void control.tryOut();
    }
  }
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
