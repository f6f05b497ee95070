import { type FormEvent, useState } from 'react';
import { usePanel } from '../effects/panel-context.ts';

/** Asks for the short code that the service printed. */
export function Pairing() {
  const { controller } = usePanel();
  const [code, setCode] = useState('');
  const [state, setState] = useState<'asking' | 'trying' | 'refused'>('asking');
  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() === '') return;
    setState('trying');
    if (!(await controller.pair(code.trim()))) setState('refused');
  }
  return (
    <main className="empty">
      <form className="pairing" onSubmit={(event) => void onSubmit(event)}>
        <h1 className="empty-title">Pair with the service</h1>
        <p className="empty-words">
          Type the code that "npm start" printed, or open the address that it printed.
        </p>
        <label className="pairing-label">
          <span>Code</span>
          <input
            className="pairing-field"
            type="text"
            value={code}
            autoComplete="one-time-code"
            spellCheck={false}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <button type="submit" className="button button-main" disabled={state === 'trying'}>
          Pair
        </button>
        <p className="pairing-refused" role="alert">
          {state === 'refused' &&
            'This code is not accepted: it is mistyped or older than two minutes. Start the service again for a new one.'}
        </p>
      </form>
    </main>
  );
}
