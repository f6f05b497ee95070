import { useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { Press } from '../components/press.tsx';
import { useDocumentControl, usePanel, usePanelState } from '../effects/panel-context.ts';
import { Page } from './page.tsx';

/** What only a real host can answer: asked, with what was expected and what was found. */
export function SelfTestPage() {
  const control = useDocumentControl();
  const test = usePanelState((state) => state.document?.selfTest ?? null);
  const doing = usePanelState((state) => state.document?.doing ?? null);
  if (test?.status === 'running') {
    const { done, of, question } = test;
    return (
      <Page title="Self-test">
        <div className="page-words">On a temporary document; yours is not touched.</div>
        <div className="bar">
          <div className="bar-fill" style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} />
        </div>
        <div className="page-line">
          <span className="page-words">{of === 0 ? 'Starting' : `${done + 1} of ${of}: ${question}`}</span>
          <Press className="button" onPress={() => control.stop()}>
            Stop
          </Press>
        </div>
      </Page>
    );
  }
  return (
    <Page title="Self-test">
      <div className="page-words">
        {test === null
          ? 'Settles on a temporary document what differs between versions of Photoshop.'
          : test.report.host}
      </div>
      {test !== null && (
        <>
          <Verdict findings={test.report.findings} />
          {test.report.findings.map(({ question, expected, found, agrees }) => (
            <div className={agrees ? 'finding' : 'finding finding-differs'} key={question}>
              <Icon name={agrees ? 'check' : 'warning'} />
              <div className="finding-words">
                <div className="finding-question">{question}</div>
                <div className="finding-found">
                  {agrees ? found : `Found: ${found}. Expected: ${expected}.`}
                </div>
              </div>
            </div>
          ))}
        </>
      )}
      <div className="page-line page-line-end">
        {test !== null && <CopyReport text={test.report.text} />}
        <Press className="button" disabled={doing !== null} onPress={() => void control.selfTest()}>
          {test === null ? 'Run' : 'Run again'}
        </Press>
      </div>
    </Page>
  );
}

function Verdict({ findings }: { findings: readonly { readonly agrees: boolean }[] }) {
  const differ = findings.filter(({ agrees }) => !agrees).length;
  const words =
    differ === 0
      ? `All ${findings.length} as expected.`
      : `${differ} of ${findings.length} differ from what was expected; the plug-in goes by what was found.`;
  return <div className="page-words">{words}</div>;
}

/** For a bug report. */
function CopyReport({ text }: { text: string }) {
  const { host } = usePanel();
  const [said, setSaid] = useState('');
  async function copy() {
    try {
      await host.copyText(text);
      setSaid('Copied');
    } catch {
      setSaid('The clipboard did not take it');
    }
  }
  return (
    <>
      <span className="page-words">{said}</span>
      <Press className="button" onPress={() => void copy()}>
        Copy report
      </Press>
    </>
  );
}
