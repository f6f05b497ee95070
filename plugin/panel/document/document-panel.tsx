import { CrashGuard } from '../components/crash-guard.tsx';
import { KeySheet } from '../components/key-sheet.tsx';
import { LiveRegion } from '../components/live-region.tsx';
import { PanelContext, usePanelState } from '../effects/panel-context.ts';
import { useDesk } from '../effects/use-desk.ts';
import { useFocusRing } from '../effects/use-focus-ring.ts';
import { InkContext, useInk } from '../effects/use-ink.ts';
import { useKeys } from '../effects/use-keys.ts';
import { usePictures } from '../effects/use-pictures.ts';
import type { Host } from '../host.ts';
import { Bench } from './bench.tsx';
import { ConnectionPage } from './connection-page.tsx';
import { OptionsPage } from './options-page.tsx';
import { SelfTestPage } from './self-test-page.tsx';

/** The panel inside a program that has the document open and shows it itself. */
export function DocumentPanel({ host }: { host: Host }) {
  const desk = useDesk(host);
  return (
    <PanelContext value={desk}>
      <CrashGuard>
        <Shell key={desk.key} />
      </CrashGuard>
    </PanelContext>
  );
}

function Shell() {
  const page = usePanelState((state) => state.view.page);
  const sheet = usePanelState((state) => state.view.sheet);
  const ring = useFocusRing();
  const [ink, panel] = useInk();
  useKeys();
  usePictures();
  // Text fields are drawn above everything in UXP: what is covered must not be there at all.
  const away = page !== 'bench' || sheet;
  return (
    <InkContext value={ink}>
      <div className={ring ? 'panel in-document shows-focus' : 'panel in-document'} ref={panel}>
        <div className="page-frame" style={away ? { display: 'none' } : undefined}>
          <Bench />
        </div>
        {!sheet && page === 'options' && <OptionsPage />}
        {!sheet && page === 'connection' && <ConnectionPage />}
        {!sheet && page === 'self-test' && <SelfTestPage />}
        <KeySheet />
        <LiveRegion />
      </div>
    </InkContext>
  );
}
