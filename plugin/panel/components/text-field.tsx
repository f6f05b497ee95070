import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

interface TextFieldProps {
  readonly className: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly lines?: 'one' | 'many';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly disabled?: boolean;
  readonly spellCheck?: boolean;
  /** Letters, or digits first on a device with a keyboard of its own. */
  readonly inputMode?: 'text' | 'decimal';
  readonly autoFocus?: boolean;
  readonly field?: RefObject<TextElement | null>;
  readonly onFocus?: (field: TextElement) => void;
  readonly onBlur?: () => void;
  /** `text` is what stands in the field: UXP tells of it late, after the key that sends it. */
  readonly onKeyDown?: (event: KeyboardEvent<TextElement>, text: string) => void;
}

export type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * A field to write in. Its element keeps the text itself and is told only when it should hold another one: UXP refuses
 * `defaultValue`, and a field that React writes to at every key loses its caret there.
 */
export function TextField(props: TextFieldProps) {
  const { value, lines = 'one' } = props;
  const own = useRef<TextElement | null>(null);
  const newest = useRef(props);
  newest.current = props;

  useLayoutEffect(() => {
    const field = own.current;
    if (field !== null && field.value !== value) field.value = value;
  }, [value]);
  useEffect(() => {
    const field = own.current;
    if (field === null) return;
    const tell = () => newest.current.onInput(field.value);
    field.addEventListener('input', tell);
    if (newest.current.autoFocus === true) field.focus();
    return () => field.removeEventListener('input', tell);
  }, []);

  function keep(element: TextElement | null) {
    own.current = element;
    if (props.field !== undefined) props.field.current = element;
  }
  const shared = {
    className: props.className,
    'aria-label': props.label,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    disabled: props.disabled,
    spellCheck: props.spellCheck,
    inputMode: props.inputMode,
    onFocus: () => {
      if (own.current !== null) props.onFocus?.(own.current);
    },
    onBlur: props.onBlur,
    onKeyDown: (event: KeyboardEvent<TextElement>) => props.onKeyDown?.(event, event.currentTarget.value),
  };
  return lines === 'many' ? (
    <textarea ref={keep} rows={1} {...shared} />
  ) : (
    <input ref={keep} type="text" {...shared} />
  );
}
