import { useState } from 'react';
import { Press } from '../components/press.tsx';
import { TextField } from '../components/text-field.tsx';
import type { ServiceState } from '../document-host.ts';
import { usePanel } from '../effects/panel-context.ts';
import { useService } from '../effects/use-service.ts';
import { Page } from './page.tsx';

const LOCAL = 'localhost:4815';

/** Where the service is and how to get in; the panel does its work without one too. */
export function ConnectionPage() {
  const { service } = usePanel().host;
  const state = useService();
  return (
    <Page title="Connection">
      <Standing state={state} />
      {service !== undefined && <Form key={state.address} state={state} />}
      {service !== undefined && <Diagnosis />}
    </Page>
  );
}

function Standing({ state }: { state: ServiceState }) {
  const { mode, status, address, version, sentence } = state;
  const words =
    mode === 'service'
      ? `Connected to ${address}${version === null ? '' : `, version ${version}`}.`
      : status === 'connecting'
        ? `Connecting to ${address}.`
        : 'The panel works alone: everything is done here, nothing leaves this computer.';
  return (
    <>
      <div className="standing">
        <span className={`standing-dot standing-${mode === 'service' ? 'ready' : status}`} />
        <span className="standing-words">{words}</span>
      </div>
      {sentence !== null && <div className="standing-sentence">{sentence}</div>}
    </>
  );
}

function Form({ state }: { state: ServiceState }) {
  const { service } = usePanel().host;
  const [address, setAddress] = useState(state.address === '' ? LOCAL : state.address);
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const busy = state.status === 'connecting';
  async function attempt(work: Promise<unknown> | undefined) {
    setProblem(null);
    try {
      await work;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }
  /** The printed code is short; a token is long. */
  function connect(written = secret) {
    const word = written.trim();
    const way = word === '' ? {} : word.length <= 8 ? { code: word } : { token: word };
    void attempt(service?.connect({ address: address.trim(), ...way }));
  }
  return (
    <div className="connection-form">
      <div className="field-label">Address</div>
      <TextField
        className="text-field"
        label="Address of the service"
        value={address}
        spellCheck={false}
        onInput={setAddress}
        onKeyDown={(event) => {
          if (event.key === 'Enter') connect();
        }}
      />
      <div className="field-label">Code or token</div>
      <TextField
        className="text-field"
        label="Code or token"
        value={secret}
        spellCheck={false}
        placeholder="as the service printed it"
        onInput={setSecret}
        onKeyDown={(event, text) => {
          if (event.key === 'Enter') connect(text);
        }}
      />
      <div className="field-help">Only needed once; kept encrypted by Photoshop.</div>
      {problem !== null && (
        <div className="standing-sentence" role="alert">
          {problem}
        </div>
      )}
      <div className="page-line page-line-end">
        {(state.mode === 'service' || state.status === 'failed') && (
          <Press className="button" disabled={busy} onPress={() => void attempt(service?.forget())}>
            Work alone
          </Press>
        )}
        {state.status === 'failed' && (
          <Press className="button" disabled={busy} onPress={() => void attempt(service?.retry())}>
            Try again
          </Press>
        )}
        <Press
          className="button button-main"
          disabled={busy || address.trim() === ''}
          onPress={() => connect()}
        >
          Connect
        </Press>
      </div>
    </div>
  );
}

/** Everything that helps to find out why, without the token. */
function Diagnosis() {
  const { host } = usePanel();
  const [said, setSaid] = useState('What was tried and what came back, without the token.');
  async function copy() {
    try {
      await host.copyText((await host.service?.diagnose()) ?? '');
      setSaid('Copied.');
    } catch {
      setSaid('The clipboard did not take it.');
    }
  }
  return (
    <div className="page-line">
      <span className="page-words">{said}</span>
      <Press className="button" onPress={() => void copy()}>
        Copy diagnosis
      </Press>
    </div>
  );
}
