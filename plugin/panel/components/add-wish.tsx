import { type KeyboardEvent, useState } from 'react';
import { usePanel } from '../effects/panel-context.ts';
import { Icon } from './icon.tsx';
import { Press } from './press.tsx';
import { type TextElement, TextField } from './text-field.tsx';

/** The last chip: one more wish for the same question. */
export function AddWish() {
  const { controller } = usePanel();
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <Press className="quiet-button add-wish" onPress={() => setText('')}>
        <Icon name="plus" />
        add a wish
      </Press>
    );
  }
  function onKeyDown(event: KeyboardEvent<TextElement>, written: string) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      setText(null);
      void controller.addWish(written);
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      setText(null);
    }
  }
  return (
    <TextField
      autoFocus
      className="wish-field"
      value={text}
      label="A further wish"
      placeholder="softer contrast"
      maxLength={200}
      onInput={setText}
      onBlur={() => setText((written) => (written === '' ? null : written))}
      onKeyDown={onKeyDown}
    />
  );
}
