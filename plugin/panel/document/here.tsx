import { Check } from '../components/check.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';

/** While something is selected: whether that is what is meant by "here". */
export function Here() {
  const { store } = usePanel();
  const selected = usePanelState((state) => state.document?.facts?.hasSelection === true);
  const here = usePanelState((state) => state.document?.options.here === true);
  if (!selected) return null;
  return (
    <div className="here">
      <Check
        checked={here}
        title="Photoshop’s selection becomes the mask of the edit"
        onChange={(next) => store.dispatch({ type: 'document-options-changed', change: { here: next } })}
      >
        Only here, in the selection
      </Check>
    </div>
  );
}
