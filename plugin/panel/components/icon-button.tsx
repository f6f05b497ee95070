import { Icon, type IconName } from './icon.tsx';
import { Press } from './press.tsx';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** The key that does the same, shown in the hint. */
  readonly keys?: string;
  /** For a button that stays down. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onClick: () => void;
}

export function IconButton({ icon, label, keys, pressed, disabled, className, onClick }: IconButtonProps) {
  const classes = ['icon-button', pressed === true ? 'icon-button-on' : '', className ?? ''];
  return (
    <Press
      className={classes.filter((name) => name !== '').join(' ')}
      label={label}
      pressed={pressed}
      disabled={disabled === true}
      title={keys === undefined ? label : `${label}  (${keys})`}
      onPress={onClick}
    >
      <Icon name={icon} />
    </Press>
  );
}
