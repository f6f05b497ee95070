import { type KeyboardEvent, useEffect, useRef } from 'react';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { AnswerNotes } from '../models/answer-notes.tsx';
import { chosenId, shownAlternatives } from '../state/select.ts';
import { sayVerdict } from '../state/verdict-words.ts';
import { Press } from './press.tsx';
import { Progress } from './progress.tsx';
import { SkeletonTile } from './skeleton-tile.tsx';
import { Tile } from './tile.tsx';

const EXPECTED = 4;
/** The reward model ranks 16 at once; "more" brings up to four. */
const MOST = 12;

/** The alternatives, best first. Once shown they never move. */
export function Strip() {
  const { store, controller } = usePanel();
  const alternatives = usePanelState(shownAlternatives);
  const run = usePanelState((state) => state.run);
  const round = usePanelState((state) => state.work.present.round);
  const chosen = usePanelState(chosenId);
  const closed = usePanelState(
    (state) => state.document?.committed != null || state.work.present.round?.origin === 'document',
  );
  const list = useRef<HTMLDivElement>(null);
  useFocusAfterRun(list);
  useChosenInView(list, chosen);

  if (run === null && round === null) return null;
  const words = run === null && round !== null ? sayVerdict(round) : null;
  if (run === null && alternatives.length === 0) {
    return (
      <div className="strip">
        <p className="strip-nothing">{words}</p>
        <AnswerNotes />
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
    setTimeout(() => list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  }
  const waiting =
    run === null ? 0 : Math.max(run.adds ? 1 : 0, EXPECTED - (run.adds ? EXPECTED : alternatives.length));
  const tie = run === null && round?.verdict === 'no clear winner';
  return (
    <div className="strip">
      <div className="strip-list">
        <div
          className="strip-options"
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
        </div>
        {Array.from({ length: waiting }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tiles are alike and only their number changes
          <SkeletonTile key={index} first={index === 0} />
        ))}
        {run === null && alternatives.length <= MOST && !closed && (
          <Press className="tile-more" onPress={() => controller.more()}>
            More
          </Press>
        )}
      </div>
      {run !== null && waiting === 0 && (
        <p className="strip-verdict">
          <Progress />
        </p>
      )}
      {words !== null && <p className="strip-verdict">{words}</p>}
      <AnswerNotes />
    </div>
  );
}

/** When the answer comes while the line is empty, the arrows should cycle at once: the strip takes the focus. */
function useFocusAfterRun(list: { readonly current: HTMLDivElement | null }): void {
  const { control } = usePanel();
  const running = usePanelState((state) => state.run !== null);
  const draft = usePanelState((state) => state.draft);
  const before = useRef(running);
  useEffect(() => {
    const ended = before.current && !running;
    before.current = running;
    const active = document.activeElement;
    const nowhere = active === null || active === document.body;
    // Beside a document window, nowhere in the panel means in the document: its keys stay where they are.
    const idle = active?.tagName === 'TEXTAREA' || (nowhere && control === null);
    if (ended && draft === '' && idle)
      list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [running, draft, list, control]);
}

/** With many alternatives the strip scrolls along; the page itself never does. */
function useChosenInView(list: { readonly current: HTMLDivElement | null }, chosen: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the choice that calls for scrolling
  useEffect(() => {
    const row = list.current?.parentElement;
    const tile = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (row == null || tile == null) return;
    const [left, right] = [tile.offsetLeft - 12, tile.offsetLeft + tile.offsetWidth + 12];
    if (left < row.scrollLeft) row.scrollLeft = left;
    else if (right > row.scrollLeft + row.clientWidth) row.scrollLeft = right - row.clientWidth;
  }, [list, chosen]);
}
