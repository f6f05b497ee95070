import { usePanelState } from '../effects/panel-context.ts';
import { announcement } from '../state/announce.ts';

/** Tells a screen reader what just happened, without taking the focus. */
export function LiveRegion() {
  const text = usePanelState(announcement);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {text}
    </div>
  );
}
