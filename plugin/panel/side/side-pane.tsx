import { type KeyboardEvent, useRef } from 'react';
import { Press } from '../components/press.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import type { Tab } from '../state/state.ts';
import { Criteria } from './criteria.tsx';
import { Reasoning } from './reasoning.tsx';
import { SettingsTab } from './settings-tab.tsx';

const TABS: readonly { readonly tab: Tab; readonly label: string }[] = [
  { tab: 'reasoning', label: 'Reasoning' },
  { tab: 'criteria', label: 'Criteria' },
  { tab: 'settings', label: 'Settings' },
];

/** Why, by which measure, and with what: three tabs about the chosen alternative. */
export function SidePane() {
  const { store } = usePanel();
  const tab = usePanelState((state) => state.view.tab);
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = TABS.findIndex((each) => each.tab === tab);
    const next = TABS[(index + step + TABS.length) % TABS.length]?.tab ?? tab;
    store.dispatch({ type: 'tab-chosen', tab: next });
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }
  return (
    <div className="side-pane">
      <div className="tabs" role="tablist" aria-label="About the choice" ref={list} onKeyDown={onKeyDown}>
        {TABS.map((each) => (
          <Press
            role="tab"
            key={each.tab}
            id={`tab-${each.tab}`}
            className={each.tab === tab ? 'tab tab-selected' : 'tab'}
            selected={each.tab === tab}
            controls="side-body"
            tabIndex={each.tab === tab ? 0 : -1}
            onPress={() => store.dispatch({ type: 'tab-chosen', tab: each.tab })}
          >
            {each.label}
          </Press>
        ))}
      </div>
      <div className="side-body" role="tabpanel" id="side-body" aria-labelledby={`tab-${tab}`}>
        {tab === 'reasoning' && <Reasoning />}
        {tab === 'criteria' && <Criteria />}
        {tab === 'settings' && <SettingsTab />}
      </div>
    </div>
  );
}
