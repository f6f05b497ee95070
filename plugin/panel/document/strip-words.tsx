import { useState } from 'react';
import { Press } from '../components/press.tsx';
import { useDocumentControl, usePanelState } from '../effects/panel-context.ts';

/** Takes our words, or all our metadata, out of the document before it is handed on. Asks once before it does. */
export function StripWords() {
  const control = useDocumentControl();
  const doing = usePanelState((state) => state.document?.doing ?? null);
  const notice = usePanelState((state) => state.notice);
  const [asking, setAsking] = useState<'words' | 'everything' | null>(null);
  if (asking !== null) {
    return (
      <div className="strip-words">
        <span className="page-words">
          {asking === 'words'
            ? 'Removes instructions and reasons from the document’s metadata; settings stay.'
            : 'Removes everything of ours from the metadata. The panel will not know what was done here.'}
        </span>
        <div className="page-line">
          <Press className="button" onPress={() => setAsking(null)}>
            Keep it
          </Press>
          <Press
            className="button button-main"
            onPress={() => {
              setAsking(null);
              void control.strip(asking === 'everything');
            }}
          >
            Remove
          </Press>
        </div>
      </div>
    );
  }
  return (
    <div className="strip-words">
      <div className="page-line">
        <Press className="button" disabled={doing !== null} onPress={() => setAsking('words')}>
          Strip words
        </Press>
        <Press className="button" disabled={doing !== null} onPress={() => setAsking('everything')}>
          Strip everything
        </Press>
      </div>
      {notice !== null && <span className="page-words">{notice}</span>}
    </div>
  );
}
