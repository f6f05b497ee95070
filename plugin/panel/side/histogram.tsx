import { useEffect, useState } from 'react';
import { usePanel, usePanelState, usePicture } from '../effects/panel-context.ts';
import type { Histogram as Levels } from '../host.ts';
import { chosenId } from '../state/select.ts';

const WIDTH = 256;
const HEIGHT = 64;
/** Shares below a tenth of a percent are single pixels, not clipping. */
const CLIPS = 0.001;

/** Levels of the picture on show, and how much of it is clipped at either end. */
export function Histogram() {
  const { host, store } = usePanel();
  const slot = usePanelState((state) => (state.view.compare === 'before' ? 'before' : chosenId(state)));
  const clipping = usePanelState((state) => state.view.clipping);
  const { address } = usePicture(slot);
  const [levels, setLevels] = useState<Levels | null>(null);
  useEffect(() => {
    if (address === null) return;
    let current = true;
    host.histogram(address).then(
      (next) => {
        if (current) setLevels(next);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [host, address]);
  const top = levels === null ? 1 : highest(levels);
  const dark = levels?.clipped.shadows ?? 0;
  const light = levels?.clipped.highlights ?? 0;
  return (
    <div className="histogram">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="histogram-graph"
        aria-hidden="true"
      >
        {levels !== null && (
          <>
            <path className="histogram-luma" d={area(levels.luma, top)} />
            <path className="histogram-red" d={area(levels.red, top)} />
            <path className="histogram-green" d={area(levels.green, top)} />
            <path className="histogram-blue" d={area(levels.blue, top)} />
          </>
        )}
      </svg>
      <button
        type="button"
        className="histogram-foot figures"
        aria-pressed={clipping}
        title="Show clipping  (J)"
        onClick={() => store.dispatch({ type: 'clipping-toggled' })}
      >
        <span className={dark > CLIPS ? 'clips-shadows' : ''}>Shadows clipped {sayShare(dark)}</span>
        <span className="spring" />
        <span className={light > CLIPS ? 'clips-highlights' : ''}>Highlights {sayShare(light)}</span>
      </button>
    </div>
  );
}

function sayShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** The ends hold the clipped pixels and would press everything else flat. */
function highest({ red, green, blue, luma }: Levels): number {
  const inner = [red, green, blue, luma].flatMap((levels) => levels.slice(2, 254));
  return Math.max(1, ...inner);
}

/** Square root of the counts, so that small amounts can be seen. */
function area(levels: readonly number[], top: number): string {
  const points = levels.map((count, level) => {
    const height = Math.min(1, Math.sqrt(count / top)) * HEIGHT;
    return `L${level} ${(HEIGHT - height).toFixed(1)}`;
  });
  return `M0 ${HEIGHT}${points.join('')}L${WIDTH} ${HEIGHT}Z`;
}
