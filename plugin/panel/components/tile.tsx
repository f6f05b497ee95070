import { usePanel, usePanelState, usePicture } from '../effects/panel-context.ts';
import type { Alternative } from '../state/work.ts';
import { Press } from './press.tsx';

interface TileProps {
  readonly alternative: Alternative;
  readonly number: number;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly tied: boolean;
}

/** One alternative: its picture and how it differs. The rank shows only where it is not the place in the strip. */
export function Tile({ alternative, number, selected, focusable, tied }: TileProps) {
  const { store, control } = usePanel();
  const { id, title, rank } = alternative;
  // Without a stage the tile itself shows what was before.
  const before = usePanelState((state) => selected && control !== null && state.view.compare === 'before');
  const { address } = usePicture(before ? 'before' : id);
  const moved = !tied && rank !== null && rank !== number;
  const best = !tied && rank === 1;
  return (
    <Press
      role="option"
      className={selected ? 'tile tile-selected' : 'tile'}
      selected={selected}
      tabIndex={focusable ? 0 : -1}
      title={title}
      onPress={() => store.dispatch({ type: 'alternative-chosen', id })}
    >
      <span className="tile-frame">
        {address === null ? (
          <span className="tile-blank" />
        ) : (
          <img className="tile-picture" src={address} alt="" draggable={false} />
        )}
        {before && <span className="tile-rank tile-before">before</span>}
        {best && <span className="tile-rank">best</span>}
        {moved && !best && <span className="tile-rank">{ordinal(rank)}</span>}
      </span>
      <span className="tile-foot">
        <span className="tile-number">{number}</span>
        <span className="tile-title">{title}</span>
      </span>
    </Press>
  );
}

function ordinal(rank: number): string {
  return `${rank}${['th', 'st', 'nd', 'rd'][rank] ?? 'th'}`;
}
