import { IconButton } from '../components/icon-button.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { ZOOM_EVENT } from '../effects/use-keys.ts';
import { SURROUNDS } from '../state/state.ts';

/** The photo's name and the ways to look at it, each also on a key. */
export function StageTools() {
  const { store, controller } = usePanel();
  const photo = usePanelState((state) => state.photo);
  const view = usePanelState((state) => state.view);
  if (photo === null) return null;
  const { name, width, height } = photo.photo;
  const { dispatch } = store;
  const facts = [`${width} × ${height}`, photo.colorSpace, ...photo.notes].join(' · ');
  return (
    <div className="stage-tools">
      <button
        type="button"
        className="photo-name"
        title="Open another photo"
        onClick={() => void controller.chooseFile()}
      >
        {name}
      </button>
      <span className="photo-facts" title={facts}>
        {facts}
      </span>
      <span className="spring" />
      <IconButton
        icon="before"
        label="Before / after"
        keys="\"
        pressed={view.compare === 'before'}
        onClick={() =>
          dispatch({ type: 'compare-changed', compare: view.compare === 'before' ? 'after' : 'before' })
        }
      />
      <IconButton
        icon="split"
        label="Split"
        keys="Y"
        pressed={view.compare === 'split'}
        onClick={() =>
          dispatch({ type: 'compare-changed', compare: view.compare === 'split' ? 'after' : 'split' })
        }
      />
      <IconButton
        icon="zoom"
        label="100 %"
        keys="Z"
        pressed={view.zoom !== null}
        onClick={() => document.dispatchEvent(new Event(ZOOM_EVENT))}
      />
      <IconButton
        icon="clipping"
        label="Show clipping"
        keys="J"
        pressed={view.clipping}
        onClick={() => dispatch({ type: 'clipping-toggled' })}
      />
      <IconButton
        icon="surround"
        label={`Surround: ${view.surround}`}
        keys="L"
        onClick={() =>
          dispatch({
            type: 'surround-changed',
            surround: SURROUNDS[(SURROUNDS.indexOf(view.surround) + 1) % SURROUNDS.length] ?? 'grey',
          })
        }
      />
      <IconButton
        icon="keys"
        label="Keys"
        keys="?"
        onClick={() => dispatch({ type: 'sheet-toggled', open: true })}
      />
    </div>
  );
}
