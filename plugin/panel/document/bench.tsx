import { useRef } from 'react';
import { Chips } from '../components/chips.tsx';
import { FailureBar } from '../components/failure-bar.tsx';
import { Instruction } from '../components/instruction.tsx';
import { Strip } from '../components/strip.tsx';
import { usePanelState } from '../effects/panel-context.ts';
import { useSize } from '../effects/use-size.ts';
import { SidePane } from '../side/side-pane.tsx';
import { CommitBar } from './commit-bar.tsx';
import { EarlierEdits } from './earlier-edits.tsx';
import { Head } from './head.tsx';
import { Here } from './here.tsx';
import { NoDocument } from './no-document.tsx';
import { Preview } from './preview.tsx';
import { Unread } from './unread.tsx';

/** From this width on (CSS px) the side pane stands beside the alternatives. */
const WIDE = 860;
/** Below this width the alternatives are rows; above that one, four stand side by side. */
const ROWS = 260;
const FOUR = 480;
/** From this width on there is room for the chosen alternative larger than in its tile. */
const ROOM = 400;

/** Everything to work with on the document in front: one column, or two where the panel floats wide. */
export function Bench() {
  const element = useRef<HTMLDivElement>(null);
  const { width } = useSize(element);
  const facts = usePanelState((state) => state.document?.facts ?? null);
  const asked = usePanelState((state) => state.run !== null || state.work.present.round !== null);
  const tiles = width < ROWS ? 'tiles-rows' : width < FOUR ? 'tiles-pairs' : 'tiles-four';
  const wide = width >= WIDE;
  const work = (
    <>
      <EarlierEdits />
      <Instruction />
      <Here />
      <Chips />
      <Strip />
    </>
  );
  return (
    <div className={`bench ${wide ? 'bench-wide' : 'bench-narrow'} ${tiles}`} ref={element}>
      {facts === null || facts.refusal !== null ? (
        <div className="bench-main">
          <Head />
          <FailureBar />
          <NoDocument />
        </div>
      ) : wide ? (
        <>
          <main className="bench-main">
            <Head />
            <FailureBar />
            {work}
            {asked ? <Preview width={null} /> : <Unread />}
          </main>
          <aside className="bench-side" aria-label="The choice">
            <SidePane />
            <CommitBar />
          </aside>
        </>
      ) : (
        <>
          <Head />
          <FailureBar />
          <main className="bench-scroll">
            {work}
            {asked ? (
              <>
                {width >= ROOM && <Preview width={width - 16} />}
                <SidePane />
              </>
            ) : (
              <Unread />
            )}
          </main>
          {asked && <CommitBar />}
        </>
      )}
    </div>
  );
}
