import { Amount } from '../components/amount.tsx';
import { Check } from '../components/check.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Press } from '../components/press.tsx';
import { useDocumentControl, usePanel, usePanelState } from '../effects/panel-context.ts';
import { CommitWords } from './commit-words.tsx';
import { useCommit } from './use-commit.ts';

/** Amount, ways to look, and the two that decide: kept at the foot, always in view. */
export function CommitBar() {
  const { host, store } = usePanel();
  const control = useDocumentControl();
  const canUndo = usePanelState((state) => state.work.past.length > 0);
  const canRedo = usePanelState((state) => state.work.future.length > 0);
  const before = usePanelState((state) => state.view.compare === 'before');
  const follows = usePanelState((state) => state.document?.options.follows === true);
  const { canCommit, canTry, tried, current, committed, undoable, busy } = useCommit();
  const command = host.platform === 'mac' ? '⌘' : 'Ctrl ';
  return (
    <div className="bench-foot">
      <Amount />
      <div className="foot-row">
        <IconButton
          icon="undo"
          label="Undo in the panel"
          disabled={!canUndo}
          onClick={() => store.dispatch({ type: 'work-undone' })}
        />
        <IconButton
          icon="redo"
          label="Redo in the panel"
          disabled={!canRedo}
          onClick={() => store.dispatch({ type: 'work-redone' })}
        />
        <IconButton
          icon="before"
          label="Before / after"
          pressed={before}
          onClick={() => void control.toggleBefore()}
        />
        <span className="spring" />
        <Check
          checked={follows}
          title="Every alternative that you choose is shown in the document at once"
          onChange={(next) => store.dispatch({ type: 'document-options-changed', change: { follows: next } })}
        >
          Show as I choose
        </Check>
      </div>
      <CommitWords />
      <div className="foot-row foot-decide">
        {committed ? (
          <Press
            className="button"
            title={undoable ? undefined : 'You worked on after it: go back in the History panel'}
            disabled={!undoable || busy}
            onPress={() => void control.undo()}
          >
            Undo commit
          </Press>
        ) : tried ? (
          <Press className="button" disabled={busy} onPress={() => void control.discard()}>
            Discard
          </Press>
        ) : null}
        {!committed && !(tried && current) && (
          <Press className="button" disabled={!canTry} onPress={() => void control.tryOut()}>
            {tried ? 'Update' : 'Try in document'}
          </Press>
        )}
        <Press
          className="button button-main"
          title={`Commit  (${command}Enter)`}
          disabled={!canCommit}
          onPress={() => void control.commit()}
        >
          {committed ? 'Committed' : 'Commit'}
        </Press>
      </div>
    </div>
  );
}
