import { formatSetting } from '#settings/format.ts';
import type { SettingValue } from '#settings/settings.ts';
import { usePanelState } from '../effects/panel-context.ts';
import { settingLabel } from '../side/setting-links.tsx';

/** Where Camera Raw holds another value than was asked for. */
export function Differences() {
  const applied = usePanelState((state) => state.document?.applied ?? null);
  const chosen = usePanelState((state) => state.work.present.chosen);
  if (applied === null || applied.id !== chosen || applied.what.differences.length === 0) return null;
  return (
    <section className="group">
      <h3 className="group-label">Held differently by Camera Raw</h3>
      {applied.what.differences.map(({ name, asked, got }) => (
        <div className="difference" key={name}>
          <span className="difference-name">{settingLabel(name)}</span>
          <span className="difference-values figures">
            {say(name, asked)} asked, {say(name, got)} held
          </span>
        </div>
      ))}
    </section>
  );
}

function say(name: string, value: SettingValue | null): string {
  return value === null ? 'nothing' : formatSetting(name, value);
}
