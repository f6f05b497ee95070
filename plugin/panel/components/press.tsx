import type { CSSProperties, KeyboardEvent, ReactNode, RefObject } from 'react';
import { usePanel } from '../effects/panel-context.ts';

export interface PressProps {
  readonly className: string;
  readonly onPress: () => void;
  readonly children?: ReactNode;
  /** What a screen reader says instead of the text. */
  readonly label?: string;
  readonly title?: string | undefined;
  readonly role?: 'option' | 'tab' | 'radio' | 'checkbox';
  readonly id?: string;
  readonly disabled?: boolean;
  /** For a button that stays down. */
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean;
  readonly selected?: boolean;
  readonly checked?: boolean;
  readonly controls?: string;
  readonly tabIndex?: number;
  readonly style?: CSSProperties;
  /** Where the element is, to give it the focus. */
  readonly element?: RefObject<HTMLDivElement | null>;
  readonly onDoubleClick?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/**
 * Something to press. On a page it is a button. In Photoshop it is a plain element that behaves like one: UXP's
 * `<button>` is a widget of the host's own, which makes one line of text of whatever stands in it and ignores its size,
 * borders and colours.
 */
export function Press(props: PressProps) {
  const { control } = usePanel();
  const { onPress, onDoubleClick, onKeyDown, disabled = false } = props;
  const shared = {
    className: `press ${props.className}${disabled ? ' off' : ''}`,
    id: props.id,
    title: props.title,
    style: props.style,
    tabIndex: props.tabIndex ?? 0,
    'aria-label': props.label,
    'aria-pressed': props.pressed,
    'aria-expanded': props.expanded,
    'aria-selected': props.selected,
    'aria-checked': props.checked,
    'aria-controls': props.controls,
    onDoubleClick,
  };
  if (control === null) {
    return (
      <button
        type="button"
        role={props.role}
        disabled={disabled}
        onClick={onPress}
        onKeyDown={onKeyDown}
        {...shared}
      >
        {props.children}
      </button>
    );
  }
  function pressByKey(event: KeyboardEvent) {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!disabled) onPress();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is one that is pressed
    <div
      ref={props.element}
      role={props.role ?? 'button'}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onPress}
      onKeyDown={pressByKey}
      {...shared}
    >
      {props.children}
    </div>
  );
}
