import { hasEffect } from '#settings/neutral.ts';
import type { Parameter } from '#settings/parameter.ts';
import { PANELS, PARAMETERS } from '#settings/parameters.ts';
import { Press } from '../components/press.tsx';
import { Differences } from '../document/differences.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { effectiveSettings } from '../state/effective.ts';
import { editOf } from '../state/work.ts';
import { MaskRows } from './mask-rows.tsx';
import { SettingRow } from './setting-row.tsx';

/** The settings of the chosen alternative by Camera Raw's panels: what changed, or everything. */
export function SettingsTab() {
  const { store } = usePanel();
  const work = usePanelState((state) => state.work.present);
  const raw = usePanelState((state) => state.photo?.photo.source === 'raw-preview');
  const showAll = usePanelState((state) => state.view.showAll);
  const highlight = usePanelState((state) => state.view.highlight);
  const settings = effectiveSettings(work, work.chosen);
  const { overrides } = editOf(work, work.chosen);
  const offered = PARAMETERS.filter((parameter) => appliesTo(parameter, raw));
  const shown = offered.filter(
    (parameter) =>
      showAll ||
      hasEffect(settings, parameter) ||
      parameter.name in overrides ||
      work.locks.includes(parameter.name) ||
      parameter.name === highlight?.name,
  );
  const masks = settings.MaskGroupBasedCorrections ?? [];
  return (
    <div className="settings">
      {shown.length === 0 && masks.length === 0 && <p className="side-empty">Nothing is changed yet.</p>}
      {PANELS.map((panel) => {
        const rows = shown.filter((parameter) => parameter.panel === panel);
        if (rows.length === 0) return null;
        return (
          <section className="group" key={panel}>
            <h3 className="group-label">{panel}</h3>
            {rows.map((parameter) => (
              <SettingRow
                key={parameter.name}
                parameter={parameter}
                value={settings[parameter.name]}
                changed={parameter.name in overrides}
                locked={work.locks.includes(parameter.name)}
                highlight={highlight?.name === parameter.name ? highlight.times : 0}
              />
            ))}
          </section>
        );
      })}
      <MaskRows />
      <Differences />
      <div className="settings-foot">
        <Press
          className="quiet-button"
          pressed={showAll}
          onPress={() => store.dispatch({ type: 'show-all-toggled' })}
        >
          {showAll ? 'Show only what changed' : 'Show all settings'}
        </Press>
      </div>
    </div>
  );
}

/** Raw files take Kelvin, rendered ones the relative pair; which one a file has no use for is not offered. */
function appliesTo(parameter: Parameter, raw: boolean): boolean {
  if (parameter.name === 'WhiteBalance') return false;
  if (parameter.name === 'Temperature' || parameter.name === 'Tint') return raw;
  return !(raw && parameter.name.startsWith('Incremental'));
}
