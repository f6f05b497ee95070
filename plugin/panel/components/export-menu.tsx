import { type KeyboardEvent, useEffect, useRef } from 'react';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { exportPlans } from '../state/export-plan.ts';

/** Every way out, each saying exactly what it will write. */
export function ExportMenu() {
  const { store, controller } = usePanel();
  const photo = usePanelState((state) => state.photo);
  const answered = usePanelState((state) => (state.work.present.round?.alternatives.length ?? 0) > 0);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const onPress = (event: PointerEvent) => {
      const inside =
        event.target instanceof Node && menu.current?.parentElement?.contains(event.target) === true;
      if (!inside) store.dispatch({ type: 'export-menu-toggled', open: false });
    };
    window.addEventListener('pointerdown', onPress);
    return () => window.removeEventListener('pointerdown', onPress);
  }, [store]);
  if (photo === null) return null;
  const plans = exportPlans(photo).filter((plan) => plan.request !== null || answered);
  function onKeyDown(event: KeyboardEvent) {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const index = items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    items[(index + step + items.length) % items.length]?.focus();
  }
  return (
    <div className="menu" role="menu" aria-label="Export" ref={menu} onKeyDown={onKeyDown}>
      {plans.map((plan) => (
        <button
          type="button"
          role="menuitem"
          className="menu-item"
          key={plan.kind}
          onClick={() => {
            store.dispatch({ type: 'export-menu-toggled', open: false });
            void controller.exportPlan(plan);
          }}
        >
          <span className="menu-label">{plan.label}</span>
          <span className="menu-writes">
            <span className="menu-file">{plan.file}</span>
            <span className="menu-detail">{plan.writes}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
