import { usePanel, usePicture } from '../effects/panel-context.ts';
import type { Alternative } from '../state/work.ts';

interface TileProps {
  readonly alternative: Alternative;
  readonly number: number;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly tied: boolean;
}

/** One alternative: its picture and how it differs. The rank shows only where it is not the place in the strip. */
export function Tile({ alternative, number, selected, focusable, tied }: TileProps) {
  const { store } = usePanel();
  const { address } = usePicture(alternative.id);
  const { id, title, rank } = alternative;
  const moved = !tied && rank !== null && rank !== number;
  const best = !tied && rank === 1;
  return (
    <button
      type="button"
      role="option"
      className={selected ? 'tile tile-selected' : 'tile'}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      title={title}
      onClick={() => store.dispatch({ type: 'alternative-chosen', id })}
    >
      <span className="tile-frame">
        {address === null ? (
          <span className="tile-blank" />
        ) : (
          <img className="tile-picture" src={address} alt="" draggable={false} />
        )}
        {best && <span className="tile-rank">best</span>}
        {moved && !best && <span className="tile-rank">{ordinal(rank)}</span>}
      </span>
      <span className="tile-foot">
        <span className="tile-number">{number}</span>
        <span className="tile-title">{title}</span>
      </span>
    </button>
  );
}

function ordinal(rank: number): string {
  return `${rank}${['th', 'st', 'nd', 'rd'][rank] ?? 'th'}`;
}
