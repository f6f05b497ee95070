import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { type PointerPlace, useDrag } from '../effects/use-drag.ts';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** Where the fill starts and double-click returns to. */
  readonly neutral: number;
  readonly valueText: string;
  readonly disabled?: boolean;
  /** Kelvin feels even in mired, not in kelvin. */
  readonly scale?: 'even' | 'mired';
  /** `gesture` is the same for all steps of one drag. */
  readonly onChange: (value: number, gesture: string | null) => void;
  readonly onReset: () => void;
}

let gestures = 0;

/** A slider of our own: `<input type=range>` can neither fill from the middle nor be styled in UXP. */
export function Slider(props: SliderProps) {
  const { label, value, minimum, maximum, neutral, disabled = false } = props;
  const track = useRef<HTMLDivElement>(null);
  const gesture = useRef<string | null>(null);
  const at = position(value, props);
  const zero = position(Math.min(maximum, Math.max(minimum, neutral)), props);

  const followDrag = useDrag(moveTo, () => {
    gesture.current = null;
  });

  function moveTo(place: PointerPlace) {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const share = Math.min(1, Math.max(0, (place.clientX - box.left) / box.width));
    props.onChange(snap(valueAt(share, props), props), gesture.current);
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (disabled || event.button !== 0) return;
    gestures += 1;
    gesture.current = `drag-${gestures}`;
    event.currentTarget.focus();
    moveTo(event);
    followDrag(event);
  }
  function onKeyDown(event: KeyboardEvent) {
    const next = keyTarget(event.key, event.shiftKey, props);
    if (disabled || next === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    props.onChange(snap(next, props), `keys-${label}`);
  }

  return (
    <div
      className={disabled ? 'slider slider-off' : 'slider'}
      role="slider"
      tabIndex={disabled ? -1 : 0}
      aria-label={label}
      aria-valuemin={minimum}
      aria-valuemax={maximum}
      aria-valuenow={value}
      aria-valuetext={props.valueText}
      aria-disabled={disabled}
      onPointerDown={onPointerDown}
      onDoubleClick={disabled ? undefined : props.onReset}
      onKeyDown={onKeyDown}
    >
      <div className="slider-track" ref={track}>
        <div
          className="slider-fill"
          style={{ left: percent(Math.min(at, zero)), width: percent(Math.abs(at - zero)) }}
        />
        <div className="slider-zero" style={{ left: percent(zero) }} />
        <div className="slider-thumb" style={{ left: percent(at) }} />
      </div>
    </div>
  );
}

type Range = Pick<SliderProps, 'value' | 'minimum' | 'maximum' | 'step' | 'scale'>;

function position(value: number, { minimum, maximum, scale }: Range): number {
  if (scale === 'mired') return (1 / minimum - 1 / value) / (1 / minimum - 1 / maximum);
  return maximum === minimum ? 0 : (value - minimum) / (maximum - minimum);
}

function valueAt(share: number, { minimum, maximum, scale }: Range): number {
  if (scale === 'mired') return 1 / (1 / minimum - share * (1 / minimum - 1 / maximum));
  return minimum + share * (maximum - minimum);
}

function snap(value: number, { minimum, maximum, step }: Range): number {
  const steps = Math.round(value / step) * step;
  return Math.min(maximum, Math.max(minimum, Number(steps.toFixed(6))));
}

/** Arrows go by one step (ten with Shift), Page keys by a tenth of the range, Home and End to the ends. */
function keyTarget(key: string, shift: boolean, range: Range): number | null {
  const { value, minimum, maximum, scale } = range;
  const step = scale === 'mired' ? 50 : range.step * (shift ? 10 : 1);
  const page = (maximum - minimum) / 10;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return value + step;
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - step;
    case 'PageUp':
      return value + page;
    case 'PageDown':
      return value - page;
    case 'Home':
      return minimum;
    case 'End':
      return maximum;
    default:
      return null;
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
