import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Press } from './press.tsx';

interface CheckProps {
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly title?: string;
  /** Where the words beside the box do not say it. */
  readonly label?: string;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** A box to tick, with its words beside it. */
export function Check({ checked, disabled = false, title, label, onChange, children }: CheckProps) {
  return (
    <Press
      role="checkbox"
      className="check"
      checked={checked}
      disabled={disabled}
      title={title}
      {...(label === undefined ? {} : { label })}
      onPress={() => onChange(!checked)}
    >
      <span className={checked ? 'check-box check-box-on' : 'check-box'}>
        {checked && <Icon name="check" />}
      </span>
      <span className="check-words">{children}</span>
    </Press>
  );
}
