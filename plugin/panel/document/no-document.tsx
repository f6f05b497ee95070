import { Icon } from '../components/icon.tsx';
import { usePanelState } from '../effects/panel-context.ts';
import { sentence } from '../state/sentence.ts';

/** Nothing to work on: no document, or one that cannot be looked at. */
export function NoDocument() {
  const refusal = usePanelState((state) => state.document?.facts?.refusal ?? null);
  return (
    <div className="no-document">
      <Icon name="photo" />
      <div className="no-document-title">
        {refusal === null ? 'No document is open' : 'This document cannot be read'}
      </div>
      <div className="no-document-words">
        {refusal !== null
          ? sentence(refusal)
          : 'Open a photo in Photoshop, then say here what should change.'}
      </div>
    </div>
  );
}
