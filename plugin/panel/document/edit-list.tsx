import { Press } from '../components/press.tsx';
import type { CommittedEdit } from '../document-host.ts';
import { useDocumentControl, usePanel } from '../effects/panel-context.ts';
import { sayDate } from '../state/date-words.ts';
import { capitalise } from '../state/reason-words.ts';

/** What was committed to this document before, the newest first. */
export function EditList({ edits }: { edits: readonly CommittedEdit[] }) {
  const { store } = usePanel();
  const control = useDocumentControl();
  if (edits.length === 0) return null;
  const load = (edit: CommittedEdit) => {
    control.load(edit);
    store.dispatch({ type: 'page-chosen', page: 'bench' });
  };
  return (
    <>
      <h3 className="group-label">Edits in this document</h3>
      {[...edits].reverse().map((edit) => (
        <div className="edit" key={edit.id}>
          <div className="page-line">
            <span className="edit-date">{sayDate(edit.at)}</span>
            <Press className="button" title="The document stays as it is" onPress={() => load(edit)}>
              Load
            </Press>
          </div>
          {edit.instruction !== null && <div className="edit-line">“{edit.instruction}”</div>}
          {edit.criteria.map(({ name, weight, score }) => (
            <div className="edit-line" key={name}>
              <span className="edit-name">{capitalise(name)}</span>
              <span className="figures">
                {score.toFixed(1)} at {Math.round(weight * 100)} %
              </span>
            </div>
          ))}
          <div className="edit-line">
            {Object.entries(edit.versions)
              .map(([part, version]) => `${part} ${version}`)
              .join(', ')}
          </div>
        </div>
      ))}
    </>
  );
}
