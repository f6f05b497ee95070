import { type KeyboardEvent, useState } from 'react';
import { usePanel } from '../effects/panel-context.ts';
import { Icon } from './icon.tsx';

/** The last chip: one more wish for the same question. */
export function AddWish() {
  const { controller } = usePanel();
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <button type="button" className="quiet-button add-wish" onClick={() => setText('')}>
        <Icon name="plus" />
        add a wish
      </button>
    );
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && text !== null) {
      event.preventDefault();
      setText(null);
      void controller.addWish(text);
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      setText(null);
    }
  }
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
      autoFocus
      className="wish-field"
      type="text"
      value={text}
      aria-label="A further wish"
      placeholder="softer contrast"
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => setText(text === '' ? null : text)}
      onKeyDown={onKeyDown}
    />
  );
}
