import { Press } from '../components/press.tsx';
import { useDocumentControl, usePanelState } from '../effects/panel-context.ts';

/** Before the first question: the document is read when one is asked, or now, for sentences that fit it. */
export function Unread() {
  const control = useDocumentControl();
  const unread = usePanelState((state) => state.photo === null);
  const reading = usePanelState((state) => state.document?.doing === 'read');
  const notes = usePanelState((state) => state.photo?.notes);
  if (!unread) return notes === undefined ? null : <div className="unread">{notes.join(' · ')}</div>;
  if (reading) return <div className="unread">Reading the document</div>;
  return (
    <div className="unread">
      <div>The document is read when you press Enter. Nothing in it is changed before you say so.</div>
      <Press className="quiet-button" onPress={() => void control.read()}>
        Suggest something for it
      </Press>
    </div>
  );
}
