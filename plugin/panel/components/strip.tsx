import { type KeyboardEvent, useEffect, useRef } from 'react';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { chosenId, shownAlternatives } from '../state/select.ts';
import { SkeletonTile } from './skeleton-tile.tsx';
import { Tile } from './tile.tsx';

const EXPECTED = 4;

/** The alternatives, best first. Once shown they never move. */
export function Strip() {
  const { store, controller } = usePanel();
  const alternatives = usePanelState(shownAlternatives);
  const run = usePanelState((state) => state.run);
  const round = usePanelState((state) => state.work.present.round);
  const chosen = usePanelState(chosenId);
  const list = useRef<HTMLDivElement>(null);
  useFocusAfterRun(list);

  if (run === null && round === null) return null;
  if (run === null && alternatives.length === 0) {
    return (
      <div className="strip strip-empty">
        <p className="strip-nothing">
          {round?.verdict === 'nothing to do'
            ? 'Nothing to do: the photo already is what was asked.'
            : 'No alternatives for this. Say it in other words, or take away a chip.'}
        </p>
      </div>
    );
  }
  function onKeyDown(event: KeyboardEvent) {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0;
    const numbered = /^[1-9]$/.test(event.key) ? alternatives[Number(event.key) - 1] : undefined;
    if ((step === 0 && numbered === undefined) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (numbered !== undefined) store.dispatch({ type: 'alternative-chosen', id: numbered.id });
    else store.dispatch({ type: 'alternative-stepped', step: step === 1 ? 1 : -1 });
    window.requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus(),
    );
  }
  const waiting =
    run === null ? 0 : Math.max(run.adds ? 1 : 0, EXPECTED - (run.adds ? EXPECTED : alternatives.length));
  const tie = run === null && round?.verdict === 'no clear winner';
  return (
    <div className="strip">
      <div
        className="strip-list"
        role="listbox"
        aria-label="Alternatives"
        aria-orientation="horizontal"
        ref={list}
        onKeyDown={onKeyDown}
      >
        {alternatives.map((alternative, index) => (
          <Tile
            key={alternative.id}
            alternative={alternative}
            number={index + 1}
            selected={alternative.id === chosen}
            focusable={
              alternative.id === chosen || (index === 0 && !alternatives.some(({ id }) => id === chosen))
            }
            tied={tie}
          />
        ))}
        {Array.from({ length: waiting }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tiles are alike and only their number changes
          <SkeletonTile key={index} first={index === 0 && alternatives.length === 0} />
        ))}
        {run === null && (
          <button type="button" className="tile-more" onClick={() => controller.more()}>
            More
          </button>
        )}
      </div>
      {tie && <p className="strip-verdict">No clear winner: they are equally good by the criteria.</p>}
    </div>
  );
}

/** When the answer comes while the line is empty, the arrows should cycle at once: the strip takes the focus. */
function useFocusAfterRun(list: { readonly current: HTMLDivElement | null }): void {
  const running = usePanelState((state) => state.run !== null);
  const draft = usePanelState((state) => state.draft);
  const before = useRef(running);
  useEffect(() => {
    const ended = before.current && !running;
    before.current = running;
    const active = document.activeElement;
    const idle = active === null || active === document.body || active instanceof HTMLTextAreaElement;
    if (ended && draft === '' && idle)
      list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [running, draft, list]);
}
