import { useEffect, useState } from 'react';
import { usePanelState } from '../effects/panel-context.ts';
import { DOING_WORDS } from '../state/doing-words.ts';
import { sayStage } from '../state/stage-words.ts';

/** What is being done, and for how long already. */
export function Progress() {
  const stage = usePanelState((state) => state.run?.stage ?? null);
  const thinks = usePanelState((state) => state.run?.stage === 'propose' && state.run.thinking !== '');
  const reading = usePanelState((state) => state.document?.doing === 'read');
  const startedAt = usePanelState((state) => state.run?.startedAt ?? 0);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, now - startedAt) / 1000;
  return (
    <span className="tile-progress">
      {reading ? DOING_WORDS.read : thinks ? 'The model is thinking' : sayStage(stage)}{' '}
      <span className="figures">{seconds.toFixed(1)} s</span>
    </span>
  );
}
