import { usePanelState } from '../effects/panel-context.ts';
import { sayNotes, sayUsage } from '../state/model-words.ts';

/** Which policy proposed and which reward judged: a model of the service, or what the panel has itself. */
export function AnsweredBy() {
  const result = usePanelState((state) => state.work.present.round?.result ?? null);
  if (result === null) return null;
  const { versions, notes = [], usage } = result;
  return (
    <p className="answered-by">
      {notes.length === 0 && `Proposed by ${versions.policy}, judged by ${versions.reward}`}
      {sayNotes(notes).map((note) => (
        <span className="evidence answered-note" key={note}>
          {note}
        </span>
      ))}
      {usage !== undefined && <span className="evidence answered-note">{sayUsage(usage)}</span>}
    </p>
  );
}
