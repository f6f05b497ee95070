import { Press } from '../components/press.tsx';
import { useDocumentControl, usePanelState, usePicture } from '../effects/panel-context.ts';
import { chosenId } from '../state/select.ts';
import { ORIGINAL } from '../state/work.ts';

/** Highest picture in one column, px: what is under it should stay in view. */
const MOST = 240;

/** The chosen alternative larger than in its tile; a press shows what was before. `width`: of the column, px; null fills what is left. */
export function Preview({ width }: { width: number | null }) {
  const control = useDocumentControl();
  const chosen = usePanelState(chosenId);
  const before = usePanelState((state) => state.view.compare === 'before');
  const photo = usePanelState((state) => state.photo?.photo ?? null);
  const after = usePicture(chosen);
  const original = usePicture('before');
  const address = before ? original.address : (after.address ?? original.address);
  if (photo === null || (chosen === ORIGINAL && width !== null)) return null;
  const words = before ? 'Before' : after.failed ? 'This picture could not be rendered' : 'After';
  return (
    <Press
      className={width === null ? 'preview preview-fills' : 'preview'}
      {...(width === null ? {} : { style: { height: Math.min(MOST, (width * photo.height) / photo.width) } })}
      label={before ? 'Preview: before. Show after' : 'Preview: after. Show before'}
      pressed={before}
      onPress={() => void control.toggleBefore()}
    >
      {address !== null && <img className="preview-picture" src={address} alt="" draggable={false} />}
      <span className="preview-caption">{after.pending && !before ? 'Rendering' : words}</span>
    </Press>
  );
}
