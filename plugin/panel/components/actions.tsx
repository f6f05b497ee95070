import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { ExportMenu } from './export-menu.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

/** Undo, redo and export. */
export function Actions() {
  const { host, store } = usePanel();
  const canUndo = usePanelState((state) => state.work.past.length > 0);
  const canRedo = usePanelState((state) => state.work.future.length > 0);
  const open = usePanelState((state) => state.view.exportMenu);
  const exporting = usePanelState((state) => state.exporting);
  const notice = usePanelState((state) => state.notice);
  const command = host.platform === 'mac' ? '⌘' : 'Ctrl ';
  return (
    <div className="actions">
      <IconButton
        icon="undo"
        label="Undo"
        keys={`${command}Z`}
        disabled={!canUndo}
        onClick={() => store.dispatch({ type: 'work-undone' })}
      />
      <IconButton
        icon="redo"
        label="Redo"
        keys={`${command}Shift Z`}
        disabled={!canRedo}
        onClick={() => store.dispatch({ type: 'work-redone' })}
      />
      <span className="notice">{exporting === null ? notice : `Writing ${exporting}`}</span>
      <span className="menu-place">
        <button
          type="button"
          className="button button-main"
          aria-haspopup="menu"
          aria-expanded={open}
          disabled={exporting !== null}
          onClick={() => store.dispatch({ type: 'export-menu-toggled', open: !open })}
        >
          Export <Icon name="chevron" />
        </button>
        {open && <ExportMenu />}
      </span>
    </div>
  );
}
