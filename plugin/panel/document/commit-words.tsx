import { Icon } from '../components/icon.tsx';
import { Press } from '../components/press.tsx';
import { useDocumentControl, usePanel, usePanelState } from '../effects/panel-context.ts';
import type { Doing } from '../state/document.ts';
import { DOING_WORDS } from '../state/doing-words.ts';
import { useCommit } from './use-commit.ts';

/** What can be stopped half-way without a trace. */
const STOPPABLE: readonly Doing[] = ['read', 'try', 'rank', 'self-test'];

/** Exactly what a commit will do; while something is done, what; afterwards, what was done. */
export function CommitWords() {
  const { store } = usePanel();
  const control = useDocumentControl();
  const doing = usePanelState((state) => state.document?.doing ?? null);
  const applied = usePanelState((state) => state.document?.applied ?? null);
  const running = usePanelState((state) => state.run !== null);
  const notice = usePanelState((state) => state.notice);
  const { will, refusal, committed, tried } = useCommit();
  if (doing !== null) {
    const stops = !running && STOPPABLE.includes(doing);
    return (
      <div className="foot-words">
        <span className="foot-say">{DOING_WORDS[doing]}</span>
        {stops && (
          <Press className="quiet-button foot-change" onPress={() => control.stop()}>
            Stop
          </Press>
        )}
      </div>
    );
  }
  const differences = applied?.what.differences.length ?? 0;
  const said = committed || !tried ? notice : null;
  const change = () => store.dispatch({ type: 'page-chosen', page: 'options' });
  return (
    <>
      <div className="foot-words">
        {said !== null ? (
          <span className="foot-say foot-done">{said}</span>
        ) : refusal !== null && !committed ? (
          <span className="foot-say foot-refused">
            <Icon name="warning" /> {refusal}
          </span>
        ) : (
          <span className="foot-say">
            {tried && 'Stands in the document, not committed. '}
            {will}
          </span>
        )}
        {!committed && (
          <Press
            className="quiet-button foot-change"
            title="Where it goes and how it is kept"
            onPress={change}
          >
            Change
          </Press>
        )}
      </div>
      {applied?.what.notes.map((note) => (
        <div className="foot-note" key={note}>
          {note}
        </div>
      ))}
      {differences > 0 && (
        <Press
          className="quiet-button foot-differences"
          onPress={() => store.dispatch({ type: 'tab-chosen', tab: 'settings' })}
        >
          Camera Raw holds {differences === 1 ? 'one setting' : `${differences} settings`} differently
        </Press>
      )}
    </>
  );
}
