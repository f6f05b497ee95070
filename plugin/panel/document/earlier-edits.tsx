import { Press } from '../components/press.tsx';
import { useDocumentControl, usePanelState } from '../effects/panel-context.ts';
import { sayDate } from '../state/date-words.ts';

const NONE: readonly never[] = [];

/** The newest edit that was committed to this document before, until there is an answer of today. */
export function EarlierEdits() {
  const control = useDocumentControl();
  const committed = usePanelState((state) => state.document?.facts?.committed ?? NONE);
  const busy = usePanelState((state) => state.run !== null || state.work.present.round !== null);
  const newest = committed.at(-1);
  if (newest === undefined || busy) return null;
  const others = committed.length - 1;
  return (
    <div className="earlier">
      <div className="earlier-words">
        This document holds an edit of {sayDate(newest.at)}
        {newest.instruction === null ? '' : `: “${newest.instruction}”`}
        {others > 0 && `, and ${others} before it`}
      </div>
      <Press
        className="quiet-button"
        title="Puts its settings here, to adjust or to commit again. The document stays as it is"
        onPress={() => control.load(newest)}
      >
        Load its settings
      </Press>
    </div>
  );
}
