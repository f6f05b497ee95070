import { useEffect, useRef } from 'react';
import type { Parameter } from '#settings/parameter.ts';
import type { SettingValue } from '#settings/settings.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Press } from '../components/press.tsx';
import { usePanel } from '../effects/panel-context.ts';
import { SettingControl } from './setting-control.tsx';

interface SettingRowProps {
  readonly parameter: Parameter;
  readonly value: SettingValue | undefined;
  /** Differs from what was proposed. */
  readonly changed: boolean;
  readonly locked: boolean;
  /** Counts up each time a link points here; 0 when none does. */
  readonly highlight: number;
}

/** One setting: lock, name, slider and number; a dot where the person changed it, which takes it back. */
export function SettingRow({ parameter, value, changed, locked, highlight }: SettingRowProps) {
  const { store } = usePanel();
  const row = useRef<HTMLDivElement>(null);
  const { name, label } = parameter;
  useEffect(() => {
    if (highlight === 0) return;
    row.current?.scrollIntoView?.({ block: 'center' });
    row.current?.querySelector<HTMLElement>('[role=slider]')?.focus();
  }, [highlight]);
  return (
    <div className={highlight > 0 ? 'setting setting-pointed' : 'setting'} ref={row}>
      <IconButton
        icon={locked ? 'lock' : 'unlock'}
        label={locked ? `Unlock ${label}` : `Lock ${label}: new alternatives keep it`}
        className={locked ? 'setting-lock setting-lock-on' : 'setting-lock'}
        pressed={locked}
        onClick={() => store.dispatch({ type: 'setting-locked', name, locked: !locked })}
      />
      <span className="setting-label" title={name}>
        {label}
      </span>
      {changed ? (
        <Press
          className="setting-dot"
          label={`${label}: back to what was proposed`}
          title="You changed this. Press to go back to what was proposed"
          onPress={() => store.dispatch({ type: 'setting-restored', name })}
        />
      ) : (
        <span className="setting-dot-none" />
      )}
      <SettingControl parameter={parameter} value={value ?? parameter.neutral} />
    </div>
  );
}
