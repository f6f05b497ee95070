import type { ModelEntry, ModelsReply } from '#wire/models.ts';
import { Check } from '../components/check.tsx';
import { Press } from '../components/press.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { sayPlace } from '../state/model-words.ts';
import { canJudge, canPropose, chosenModels, EMBEDDED, isBarred } from '../state/models.ts';
import { Sheet } from './sheet.tsx';

/** Who proposes, who judges, and whether anything may leave the machine. */
export function ModelsSheet() {
  const { store, controller } = usePanel();
  const models = usePanelState((state) => state.models);
  const { known, open, problem } = models;
  if (!open || known === null) return null;
  const chosen = chosenModels(models);
  const trouble = problem ?? known.problem;
  return (
    <Sheet title="Models" onClose={() => store.dispatch({ type: 'models-sheet-toggled', open: false })}>
      <div className="models-group">
        <h3 className="models-legend">
          Propose <span className="models-quiet">several are asked side by side</span>
        </h3>
        {known.models.filter(canPropose).map((entry) => (
          <div className="models-row" key={entry.name}>
            <Check
              checked={chosen.policy.includes(entry.name)}
              disabled={isBarred(entry, known)}
              onChange={() => store.dispatch({ type: 'models-policy-toggled', name: entry.name })}
            >
              <Words entry={entry} />
            </Check>
            <Place entry={entry} known={known} />
          </div>
        ))}
      </div>
      <div className="models-group" role="radiogroup" aria-label="Judge">
        <h3 className="models-legend">Judge</h3>
        {known.models.filter(canJudge).map((entry) => (
          <div className="models-row" key={entry.name}>
            <Press
              role="radio"
              className="check"
              checked={chosen.reward === entry.name}
              disabled={isBarred(entry, known)}
              onPress={() => store.dispatch({ type: 'models-reward-chosen', name: entry.name })}
            >
              <span className={chosen.reward === entry.name ? 'models-dot models-dot-on' : 'models-dot'} />
              <span className="check-words">
                <Words entry={entry} />
              </span>
            </Press>
            <Place entry={entry} known={known} />
          </div>
        ))}
      </div>
      <div className="models-foot">
        <Check checked={known.localOnly} onChange={(on) => void controller.models.setLocalOnly(on)}>
          Nothing may leave this machine
        </Check>
        {trouble !== undefined && <p className="models-line models-problem">{trouble}</p>}
      </div>
    </Sheet>
  );
}

function Words({ entry: { name, model } }: { entry: ModelEntry }) {
  return (
    <span className="models-words">
      {name === EMBEDDED ? 'Embedded' : name} <span className="models-quiet">{model}</span>
    </span>
  );
}

/** Where it is, and the person's word to take back. */
function Place({ entry, known }: { entry: ModelEntry; known: ModelsReply }) {
  const { controller } = usePanel();
  const { name, reach, agreed, sends } = entry;
  const given = reach !== 'here' && agreed && sends.length > 0 && !isBarred(entry, known);
  return (
    <span className="models-place" title={sends.join(' ')}>
      {sayPlace(entry)}
      {given && (
        <Press
          className="quiet-button models-withdraw"
          label={`Take back what you agreed to for ${entry.host}`}
          title="You agreed that pictures are sent there. Press to take it back"
          onPress={() => void controller.models.withdraw(name)}
        >
          agreed
        </Press>
      )}
      {reach !== 'here' && !agreed && !isBarred(entry, known) && <span>, asks first</span>}
    </span>
  );
}
