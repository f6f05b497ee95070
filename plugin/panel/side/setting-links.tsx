import { useState } from 'react';
import { formatSetting } from '#settings/format.ts';
import { parameterByName } from '#settings/parameters.ts';
import { Press } from '../components/press.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { effectiveSettings } from '../state/effective.ts';

/** More than these are folded away until asked for. */
const SHOWN = 7;

/** Settings as links: a press shows the slider. Values are those of the picture on show. */
export function SettingLinks({ names }: { names: readonly string[] }) {
  const { store } = usePanel();
  const work = usePanelState((state) => state.work.present);
  const settings = effectiveSettings(work, work.chosen);
  const [all, setAll] = useState(false);
  const present = names.filter((name) => settings[name] !== undefined);
  if (present.length === 0) return null;
  const shown = all || present.length <= SHOWN + 1 ? present : present.slice(0, SHOWN);
  return (
    <span className="setting-links">
      {shown.map((name) => {
        const value = settings[name];
        return (
          <Press
            className="setting-link"
            key={name}
            title="Show its slider"
            onPress={() => store.dispatch({ type: 'setting-pointed', name })}
          >
            {settingLabel(name)}{' '}
            <span className="figures">
              {value === undefined ? '' : short(name, formatSetting(name, value))}
            </span>
          </Press>
        );
      })}
      {shown.length < present.length && (
        <Press className="setting-link" onPress={() => setAll(true)}>
          <span className="figures">and {present.length - shown.length} more</span>
        </Press>
      )}
    </span>
  );
}

/** Curves have many points; the link only has to name them. */
function short(name: string, text: string): string {
  return parameterByName(name)?.kind === 'curve' ? '' : text;
}

export function settingLabel(name: string): string {
  if (name === 'MaskGroupBasedCorrections') return 'Masks';
  return parameterByName(name)?.label ?? name;
}
