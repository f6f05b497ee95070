import { type KeyboardEvent, useState } from 'react';
import { parseNumber } from '../state/parse-number.ts';

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

/** A number that can be typed; Enter and leaving keep it, Esc gives it up. */
export function NumberField(props: NumberFieldProps) {
  const { label, text, value, minimum, maximum, step } = props;
  const [typed, setTyped] = useState<string | null>(null);

  function keep() {
    const number = typed === null ? null : parseNumber(typed);
    setTyped(null);
    if (number !== null) props.onChange(clamp(number));
  }
  function clamp(number: number): number {
    return Number(Math.min(maximum, Math.max(minimum, number)).toFixed(4));
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) keep();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const by = step * (event.shiftKey ? 10 : 1) * (event.key === 'ArrowUp' ? 1 : -1);
      setTyped(null);
      props.onChange(clamp(value + by));
    }
  }

  return (
    <input
      className="number-field"
      type="text"
      inputMode="decimal"
      aria-label={label}
      disabled={props.disabled === true}
      value={typed ?? text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}
