import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { LIMITS } from '#wire/api.ts';
import { usePanel, usePanelState, usePicture } from '../effects/panel-context.ts';
import { WRITE_EVENT } from '../effects/use-keys.ts';
import { ModelsButton } from '../models/models-button.tsx';
import { alternativeOf, ORIGINAL } from '../state/work.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { Press } from './press.tsx';
import { type TextElement, TextField } from './text-field.tsx';

/** Three lines of text and the padding around them, px. */
const MAXIMUM_HEIGHT = 66;
const LINE = 22;

/** The line where one says what should change; after a choice it refines that choice. */
export function Instruction() {
  const { store, controller, control } = usePanel();
  const draft = usePanelState((state) => state.draft);
  const recall = usePanelState((state) => state.recall);
  const running = usePanelState((state) => state.run !== null);
  const refines = usePanelState((state) => state.refines);
  const chosen = usePanelState((state) => state.work.present.chosen);
  const title = usePanelState((state) => alternativeOf(state.work.present, state.work.present.chosen)?.title);
  const committed = usePanelState((state) => state.document?.committed != null);
  const picture = usePicture(chosen);
  const field = useRef<TextElement | null>(null);
  const [focused, setFocused] = useState(false);
  const refining = refines && chosen !== ORIGINAL && title !== undefined;

  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(MAXIMUM_HEIGHT, draft === '' ? LINE : area.scrollHeight || LINE)}px`;
  }, [draft]);
  useEffect(() => {
    // In a host program the keys may be in use elsewhere: the focus is taken only when a person gives it.
    if (control === null) field.current?.focus();
    const onWrite = () => field.current?.focus();
    document.addEventListener(WRITE_EVENT, onWrite);
    return () => document.removeEventListener(WRITE_EVENT, onWrite);
  }, [control]);

  function onKeyDown(event: KeyboardEvent<TextElement>, value: string) {
    const selectionStart = event.currentTarget.selectionStart ?? 0;
    const selectionEnd = event.currentTarget.selectionEnd ?? selectionStart;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      controller.run(value);
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
    <div className={focused ? 'instruction instruction-focused' : 'instruction'}>
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
      <TextField
        field={field}
        className="instruction-field"
        lines="many"
        value={draft}
        maxLength={LIMITS.instructionCharacters}
        spellCheck
        label={refining ? `Refine ${title}` : 'What should change'}
        placeholder={refining ? 'Warmer, but keep the sky' : 'Say what should change'}
        onInput={(text) => store.dispatch({ type: 'draft-changed', text })}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {!refining && !refines && !committed && title !== undefined && (
        <Press
          className="quiet-button"
          onPress={() => store.dispatch({ type: 'refining-changed', refines: true })}
        >
          Refine the choice
        </Press>
      )}
      <ModelsButton />
      {running ? (
        <Press className="button" title="Stop  (Esc)" onPress={() => controller.cancel()}>
          Stop
        </Press>
      ) : (
        <Press
          className="button button-run"
          label="Run"
          title="Run  (Enter)"
          disabled={draft.trim() === ''}
          onPress={() => controller.run(draft)}
        >
          <Icon name="enter" />
        </Press>
      )}
    </div>
  );
}
