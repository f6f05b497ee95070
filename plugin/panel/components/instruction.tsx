import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { LIMITS } from '#wire/api.ts';
import { usePanel, usePanelState, usePicture } from '../effects/panel-context.ts';
import { WRITE_EVENT } from '../effects/use-keys.ts';
import { alternativeOf, ORIGINAL } from '../state/work.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

/** Three lines of text and the padding around them, px. */
const MAXIMUM_HEIGHT = 66;

/** The line where one says what should change; after a choice it refines that choice. */
export function Instruction() {
  const { store, controller } = usePanel();
  const draft = usePanelState((state) => state.draft);
  const recall = usePanelState((state) => state.recall);
  const running = usePanelState((state) => state.run !== null);
  const refines = usePanelState((state) => state.refines);
  const chosen = usePanelState((state) => state.work.present.chosen);
  const title = usePanelState((state) => alternativeOf(state.work.present, state.work.present.chosen)?.title);
  const picture = usePicture(chosen);
  const field = useRef<HTMLTextAreaElement>(null);
  const refining = refines && chosen !== ORIGINAL && title !== undefined;

  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(MAXIMUM_HEIGHT, draft === '' ? 22 : area.scrollHeight)}px`;
  }, [draft]);
  useEffect(() => {
    field.current?.focus();
    const onWrite = () => field.current?.focus();
    window.addEventListener(WRITE_EVENT, onWrite);
    return () => window.removeEventListener(WRITE_EVENT, onWrite);
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      controller.run(draft);
    } else if (
      event.key === 'ArrowUp' &&
      selectionStart === selectionEnd &&
      !value.slice(0, selectionStart).includes('\n')
    ) {
      if (value !== '' && recall === null) return;
      event.preventDefault();
      store.dispatch({ type: 'draft-recalled', step: 1 });
    } else if (event.key === 'ArrowDown' && recall !== null) {
      event.preventDefault();
      store.dispatch({ type: 'draft-recalled', step: -1 });
    }
  }

  return (
    <div className="instruction">
      {refining && (
        <div className="refining">
          {picture.address !== null && <img className="refining-picture" src={picture.address} alt="" />}
          <span className="refining-words">
            Refine <span className="refining-title">{title}</span>
          </span>
          <IconButton
            icon="close"
            label="Start from the original"
            onClick={() => {
              store.dispatch({ type: 'refining-changed', refines: false });
              field.current?.focus();
            }}
          />
        </div>
      )}
      <textarea
        ref={field}
        className="instruction-field"
        rows={1}
        value={draft}
        maxLength={LIMITS.instructionCharacters}
        spellCheck
        aria-label={refining ? `Refine ${title}` : 'What should change'}
        placeholder={refining ? 'Warmer, but keep the sky' : 'Say what should change'}
        onChange={(event) => store.dispatch({ type: 'draft-changed', text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      {!refining && !refines && title !== undefined && (
        <button
          type="button"
          className="quiet-button"
          onClick={() => store.dispatch({ type: 'refining-changed', refines: true })}
        >
          Refine the choice
        </button>
      )}
      {running ? (
        <button type="button" className="button" title="Stop  (Esc)" onClick={() => controller.cancel()}>
          Stop
        </button>
      ) : (
        <button
          type="button"
          className="button button-run"
          aria-label="Run"
          title="Run  (Enter)"
          disabled={draft.trim() === ''}
          onClick={() => controller.run(draft)}
        >
          <Icon name="enter" />
        </button>
      )}
    </div>
  );
}
