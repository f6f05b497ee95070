import { type DragEvent, useEffect, useMemo, useState } from 'react';
import { Actions } from '../components/actions.tsx';
import { Amount } from '../components/amount.tsx';
import { Chips } from '../components/chips.tsx';
import { CrashGuard } from '../components/crash-guard.tsx';
import { Empty } from '../components/empty.tsx';
import { FailureBar } from '../components/failure-bar.tsx';
import { Instruction } from '../components/instruction.tsx';
import { KeySheet } from '../components/key-sheet.tsx';
import { LiveRegion } from '../components/live-region.tsx';
import { Pairing } from '../components/pairing.tsx';
import { Strip } from '../components/strip.tsx';
import { createController } from '../effects/controller.ts';
import { PanelContext, usePanel, usePanelState } from '../effects/panel-context.ts';
import { PictureBook } from '../effects/picture-book.ts';
import { createStore } from '../effects/store.ts';
import { useKeys } from '../effects/use-keys.ts';
import { usePictures } from '../effects/use-pictures.ts';
import { useWide } from '../effects/use-wide.ts';
import type { Host } from '../host.ts';
import { ConsentSheet } from '../models/consent-sheet.tsx';
import { ModelsSheet } from '../models/models-sheet.tsx';
import { Histogram } from '../side/histogram.tsx';
import { SidePane } from '../side/side-pane.tsx';
import { Stage } from '../stage/stage.tsx';
import { StageTools } from '../stage/stage-tools.tsx';

/** The panel for photos that are opened as files. */
export function PagePanel({ host }: { host: Host }) {
  const parts = useMemo(() => {
    const store = createStore();
    const book = new PictureBook(host);
    return { host, store, book, control: null, controller: createController(host, store, book) };
  }, [host]);
  useEffect(() => {
    void parts.controller.connect();
  }, [parts]);
  return (
    <PanelContext value={parts}>
      <CrashGuard>
        <Shell />
      </CrashGuard>
    </PanelContext>
  );
}

function Shell() {
  const { controller } = usePanel();
  const connection = usePanelState((state) => state.connection);
  const hasPhoto = usePanelState((state) => state.photo !== null);
  const [dropping, setDropping] = useState(false);
  useKeys();
  usePictures();
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setDropping(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) void controller.openFile({ name: file.name, content: file });
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a button chooses a file just as well
    <div
      className="panel in-page"
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDropping(false);
      }}
      onDrop={onDrop}
    >
      <FailureBar />
      {connection === 'unpaired' ? <Pairing /> : hasPhoto ? <Workbench /> : <Empty dropping={dropping} />}
      {hasPhoto && dropping && <div className="drop-veil">Drop to open this photo</div>}
      <KeySheet />
      <ModelsSheet />
      <ConsentSheet />
      <LiveRegion />
    </div>
  );
}

/** Wide: picture and instruction beside the side pane. Narrow: one column with the actions kept at the bottom. */
function Workbench() {
  const wide = useWide();
  if (wide) {
    return (
      <div className="bench bench-wide">
        <main className="bench-main">
          <StageTools />
          <Stage />
          <Strip />
          <Instruction />
          <Chips />
        </main>
        <aside className="bench-side" aria-label="The choice">
          <Histogram />
          <SidePane />
          <Amount />
          <Actions />
        </aside>
      </div>
    );
  }
  return (
    <div className="bench bench-narrow">
      <main className="bench-scroll">
        <StageTools />
        <Stage compact />
        <Instruction />
        <Chips />
        <Strip />
        <SidePane />
      </main>
      <div className="bench-foot">
        <Amount />
        <Actions />
      </div>
    </div>
  );
}
