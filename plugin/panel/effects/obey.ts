import type { HostCommand } from '../document-host.ts';
import type { PanelParts } from './panel-context.ts';

/** Does what the host program's menu asks of the desk in front. */
export function obey({ store, control }: Pick<PanelParts, 'store' | 'control'>, command: HostCommand): void {
  if (control === null) return;
  switch (command) {
    case 'next':
    case 'previous':
      store.dispatch({ type: 'alternative-stepped', step: command === 'next' ? 1 : -1 });
      return;
    case 'before':
      void control.toggleBefore();
      return;
    case 'try':
      void control.tryOut();
      return;
    case 'commit':
      void control.commit();
      return;
    case 'discard':
      void control.discard();
      return;
    case 'self-test':
      void control.selfTest();
      return;
    case 'strip':
      void control.strip(false);
      return;
  }
}
