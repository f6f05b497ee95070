import { Press } from '../components/press.tsx';
import { useDocumentControl, usePanelState } from '../effects/panel-context.ts';
import { sayDifference, sayFidelity } from '../state/fidelity-words.ts';

/** The ranking on Camera Raw's own pictures, and how faithful ours were to them. */
export function HostRanking() {
  const control = useDocumentControl();
  const round = usePanelState((state) => state.work.present.round);
  const progress = usePanelState((state) => state.document?.hostRanking ?? null);
  const busy = usePanelState((state) => state.document?.doing !== null || state.run !== null);
  if (round === null || round.alternatives.length === 0 || round.origin === 'document') return null;
  if (progress !== null) {
    const { done, of } = progress;
    return (
      <section className="host-ranking">
        <div className="host-ranking-row">
          <span className="host-ranking-words">
            Camera Raw renders {Math.min(done + 1, of)} of {of}
          </span>
          <Press className="quiet-button" onPress={() => control.stop()}>
            Stop
          </Press>
        </div>
        <div className="bar">
          <div className="bar-fill" style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} />
        </div>
      </section>
    );
  }
  const known = round.alternatives.flatMap((alternative, index) => {
    const fidelity = round.fidelity[alternative.id];
    return fidelity === undefined ? [] : [{ alternative, number: index + 1, fidelity }];
  });
  return (
    <section className="host-ranking">
      <Press
        className="button"
        disabled={busy}
        title="Renders the two or three best on a temporary copy and judges those pictures"
        onPress={() => void control.rankTrue()}
      >
        Rank as Camera Raw renders
      </Press>
      {known.length > 0 && (
        <div className="host-ranking-lead">
          {round.rankedOn === 'host' ? 'Ranked on Camera Raw’s pictures.' : 'Ranked on the previews again.'}{' '}
          How faithful the preview was:
        </div>
      )}
      {known.map(({ alternative, number, fidelity }) => (
        <div className="fidelity" key={alternative.id}>
          <span className="fidelity-number figures">{number}</span>
          <span className="fidelity-words">
            {sayFidelity(fidelity)}
            <span className="evidence figures">{sayDifference(fidelity)}</span>
          </span>
        </div>
      ))}
    </section>
  );
}
