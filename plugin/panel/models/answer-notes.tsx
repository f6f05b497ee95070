import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { sayNotes, sayUsage } from '../state/model-words.ts';
import { sentence } from '../state/sentence.ts';

/** Which models answered, who took over and why, and what it took; nothing where none was asked. */
export function AnswerNotes() {
  const { control } = usePanel();
  const result = usePanelState((state) => state.work.present.round?.result ?? null);
  const running = usePanelState((state) => state.run !== null);
  // Beside a document it stands with the reasons.
  if (control !== null || result === null || running) return null;
  const { notes = [], usage } = result;
  if (notes.length === 0 && usage === undefined) return null;
  const words = [...sayNotes(notes), ...(usage === undefined ? [] : [sentence(sayUsage(usage))])];
  return (
    <p className="strip-verdict answer-notes">
      {words.map((line) => (
        <span className="answer-note" key={line}>
          {line}{' '}
        </span>
      ))}
    </p>
  );
}
