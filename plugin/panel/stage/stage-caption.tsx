import { usePanelState } from '../effects/panel-context.ts';

/** What is being looked at, in the corner: only when it is not simply the newest picture of the choice. */
export function StageCaption({ pending, failed }: { pending: boolean; failed: boolean }) {
  const compare = usePanelState((state) => state.view.compare);
  const zoomed = usePanelState((state) => state.view.zoom !== null);
  const clipping = usePanelState((state) => state.view.clipping);
  const opening = usePanelState((state) => state.opening);
  const parts = [
    opening === null ? null : `Opening ${opening}`,
    compare === 'before' ? 'Before' : null,
    zoomed ? '100 %' : null,
    clipping ? 'Clipping' : null,
    failed ? 'This picture could not be rendered' : pending ? 'Rendering' : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <div className="stage-caption">{parts.join(' · ')}</div>;
}
