import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { usePanel } from '../effects/panel-context.ts';
import { parseNumber } from '../state/parse-number.ts';
import { Press } from './press.tsx';
import { type TextElement, TextField } from './text-field.tsx';

interface NumberFieldProps {
  readonly label: string;
  /** The value as shown when the field is not being written in. */
  readonly text: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/**
 * A number that can be typed; Enter and leaving keep it, Esc gives it up. In Photoshop it becomes a field only when it is
 * pressed: fields are drawn by the host, above everything, and a list of them is slow to scroll.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, text, value, minimum, maximum, step } = props;
  const { control } = usePanel();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(control === null);

  const still = useRef<HTMLDivElement>(null);
  /** Leaving a field that is closed already must not keep its text again. */
  const closed = useRef(false);
  useEffect(() => {
    // Back to where the keys were: the field took the focus with it.
    if (!open && closed.current) still.current?.focus();
  }, [open]);

  function close() {
    setTyped(null);
    if (control === null) return;
    closed.current = true;
    setOpen(false);
  }
  function keep(written: string | null) {
    const number = written === null ? null : parseNumber(written);
    setTyped(null);
    if (number !== null) props.onChange(clamp(number));
  }
  function clamp(number: number): number {
    return Number(Math.min(maximum, Math.max(minimum, number)).toFixed(4));
  }
  function onKeyDown(event: KeyboardEvent<TextElement>, written: string) {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      keep(written === text ? null : written);
      close();
    }
    if (event.key === 'Escape' && (typed !== null || control !== null)) {
      event.stopPropagation();
      close();
    }
    stepBy(event);
  }
  /** ↑ and ↓ go by one step, with Shift by ten. */
  function stepBy(event: KeyboardEvent) {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const by = step * (event.shiftKey ? 10 : 1) * (event.key === 'ArrowUp' ? 1 : -1);
      setTyped(null);
      props.onChange(clamp(value + by));
    }
  }

  if (!open) {
    return (
      <Press
        className="number-field number-still figures"
        label={`${label}: ${text}`}
        disabled={props.disabled === true}
        element={still}
        onPress={() => {
          closed.current = false;
          setOpen(true);
        }}
        onKeyDown={stepBy}
      >
        {text}
      </Press>
    );
  }
  return (
    <TextField
      autoFocus={control !== null}
      className="number-field"
      inputMode="decimal"
      label={label}
      disabled={props.disabled === true}
      value={typed ?? text}
      onFocus={(field) => field.select?.()}
      onInput={setTyped}
      onBlur={() => {
        if (closed.current) return;
        keep(typed);
        setOpen(control === null);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
