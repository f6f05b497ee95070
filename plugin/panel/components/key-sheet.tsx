import { useEffect, useRef } from 'react';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { keysOf } from '../state/keys.ts';
import { IconButton } from './icon-button.tsx';

/** The sheet of keys (`?`). */
export function KeySheet() {
  const { host, store, control } = usePanel();
  const open = usePanelState((state) => state.view.sheet);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement as HTMLElement | null;
    sheet.current?.focus();
    return () => {
      before?.focus?.();
    };
  }, [open]);
  if (!open) return null;
  const close = () => store.dispatch({ type: 'sheet-toggled', open: false });
  const command = host.platform === 'mac' ? '⌘' : 'Ctrl';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes it too
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it too
    <div className="veil" onClick={close}>
      {/** biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a press inside from closing */}
      <div
        className="sheet"
        role="dialog"
        aria-modal="true"
        aria-label="Keys"
        tabIndex={-1}
        ref={sheet}
        onClick={(event) => event.stopPropagation()}
      >
        <div className="sheet-head">
          <h2 className="side-title">Keys</h2>
          <span className="spring" />
          <IconButton icon="close" label="Close" onClick={close} />
        </div>
        {keysOf(control === null ? 'page' : 'document').map((row) => (
          <div className="sheet-row" key={row.does}>
            <span className="sheet-keys">
              {row.keys.map((key) => (
                <kbd className="key" key={key}>
                  {key === 'mod' ? command : key}
                </kbd>
              ))}
            </span>
            <span>{row.does}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
