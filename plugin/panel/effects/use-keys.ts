import { useEffect } from 'react';
import { exportPlans } from '../state/export-plan.ts';
import { commandOf, type KeyCommand } from '../state/keys.ts';
import { SURROUNDS } from '../state/state.ts';
import { type PanelParts, usePanel } from './panel-context.ts';

/** Fired on the page when a key asks the stage to zoom; the stage knows where the pointer is. */
export const ZOOM_EVENT = 'retouchiq-zoom';
/** Fired when a key asks for the instruction line. */
export const WRITE_EVENT = 'retouchiq-write';

/** Handles the keys of the panel while the page or a control of ours has the focus. */
export function useKeys(): void {
  const parts = usePanel();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const target = event.target as Element | null;
      const press = { key: event.key, command: event.ctrlKey || event.metaKey, shift: event.shiftKey };
      const where = parts.control === null ? 'page' : 'document';
      const command = commandOf(press, writesText(target), where);
      if (command === null || ownedByControl(target, command, event.key)) return;
      if (act(parts, command)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [parts]);
}

function writesText(target: Element | null): boolean {
  return target?.tagName === 'TEXTAREA' || target?.tagName === 'INPUT';
}

/** Space presses a focused button, arrows move a focused slider, tab or menu: those are theirs. */
function ownedByControl(target: Element | null, command: KeyCommand, key: string): boolean {
  const role = target?.getAttribute('role');
  const pressed = target !== null && (target.classList.contains('press') || target.tagName === 'BUTTON');
  if (key === ' ') return pressed && role !== 'option';
  if (command === 'previous' || command === 'next') {
    return role === 'slider' || role === 'menuitem' || role === 'separator' || role === 'tab';
  }
  return false;
}

/** Does what a key asked for; false when there was nothing to do, so that the key keeps its usual meaning. */
function act({ store, controller, control }: PanelParts, command: KeyCommand): boolean {
  const { dispatch } = store;
  const { view, photo, run, failure, work, models, document: own } = store.getState();
  if (command === 'sheet') {
    dispatch({ type: 'sheet-toggled', open: !view.sheet });
    return true;
  }
  if (command === 'leave') {
    if (models.consent !== null) controller.models.leave();
    else if (models.open) dispatch({ type: 'models-sheet-toggled', open: false });
    else if (view.sheet) dispatch({ type: 'sheet-toggled', open: false });
    else if (view.exportMenu) dispatch({ type: 'export-menu-toggled', open: false });
    else if (view.page !== 'bench') dispatch({ type: 'page-chosen', page: 'bench' });
    else if (run !== null) controller.cancel();
    else if (control !== null && own?.doing != null) control.stop();
    else if (failure !== null) dispatch({ type: 'failure-dismissed' });
    else if (view.zoom !== null) dispatch({ type: 'zoom-changed', zoom: null });
    else return false;
    return true;
  }
  if (photo === null) return false;
  switch (command) {
    case 'previous':
    case 'next':
      if (work.present.round === null) return false;
      dispatch({ type: 'alternative-stepped', step: command === 'next' ? 1 : -1 });
      return true;
    case 'before':
    case 'split': {
      if (control !== null) {
        void control.toggleBefore();
        return true;
      }
      const compare = view.compare === command ? 'after' : command;
      dispatch({ type: 'compare-changed', compare });
      return true;
    }
    case 'zoom':
      document.dispatchEvent(new Event(ZOOM_EVENT));
      return true;
    case 'write':
      document.dispatchEvent(new Event(WRITE_EVENT));
      return true;
    case 'clipping':
      dispatch({ type: 'clipping-toggled' });
      return true;
    case 'surround': {
      const next = SURROUNDS[(SURROUNDS.indexOf(view.surround) + 1) % SURROUNDS.length] ?? 'grey';
      dispatch({ type: 'surround-changed', surround: next });
      return true;
    }
    case 'undo':
      dispatch({ type: 'work-undone' });
      return true;
    case 'redo':
      dispatch({ type: 'work-redone' });
      return true;
    case 'commit':
      void control?.commit();
      return true;
    case 'export': {
      const [plan] = exportPlans(photo);
      if (plan !== undefined) void controller.exportPlan(plan);
      return true;
    }
  }
}
