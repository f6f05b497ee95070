import { useEffect } from 'react';
import { Press } from '../components/press.tsx';
import { HostRanking } from '../document/host-ranking.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { currentWeights } from '../state/weights.ts';
import { alternativeOf, editOf, NO_EDIT } from '../state/work.ts';
import { Criterion } from './criterion.tsx';
import { Guards } from './guards.tsx';

/** How the chosen alternative was judged. Weights are the person's to change; ranks follow, places do not. */
export function Criteria() {
  const { store, controller, control } = usePanel();
  const work = usePanelState((state) => state.work.present);
  const ranking = usePanelState((state) => state.ranking);
  const exact = usePanelState((state) => state.view.exactWeights);
  const { round, chosen, edits } = work;
  const reward = alternativeOf(work, chosen)?.reward ?? null;
  useEffect(() => {
    if (Object.keys(edits).length > 0) controller.rankSoon();
  }, [edits, controller]);
  if (round === null || reward === null) {
    return (
      <p className="side-empty">
        Alternatives are judged by criteria written for the instruction and the photo. They stand here.
      </p>
    );
  }
  const weights = currentWeights(reward.metrics, round.weights);
  const own = Object.keys(round.weights).length > 0;
  const place = alternativeOf(work, chosen)?.rank ?? null;
  const change = (next: Record<string, number>) => {
    store.dispatch({ type: 'weights-changed', weights: next });
    controller.rankSoon();
  };
  return (
    <div className="criteria">
      <div className="verdict">
        <span className="verdict-score figures">{reward.score.toFixed(1)}</span>
        <span className="verdict-words">
          {round.verdict === 'no clear winner'
            ? 'No clear winner'
            : place === null
              ? 'Not ranked'
              : `Rank ${place} of ${round.alternatives.length}`}
          {editOf(work, chosen) !== NO_EDIT && <span className="verdict-note">with your changes</span>}
          {ranking && <span className="verdict-note">judging again</span>}
        </span>
      </div>
      {control !== null && <HostRanking />}
      <ul>
        {reward.metrics.map((metric) => (
          <Criterion key={metric.name} metric={metric} weights={weights} exact={exact} onChange={change} />
        ))}
      </ul>
      <div className="criteria-foot">
        <Press
          className="quiet-button"
          pressed={exact}
          onPress={() => store.dispatch({ type: 'exact-weights-toggled' })}
        >
          {exact ? 'Simple weights' : 'Exact weights'}
        </Press>
        {own && (
          <Press className="quiet-button" onPress={() => change({})}>
            Reset weights
          </Press>
        )}
      </div>
      <Guards guards={reward.guards} />
    </div>
  );
}
