import { Press } from '../components/press.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { Sheet } from './sheet.tsx';

/** What goes where, before the first picture goes there; the person's word is asked once for each host. */
export function ConsentSheet() {
  const { controller } = usePanel();
  const models = usePanelState((state) => state.models);
  const asked = models.known?.models.find(({ name }) => name === models.consent);
  if (asked === undefined) return null;
  return (
    <Sheet title={`Send this photo to ${asked.host}?`} onClose={() => controller.models.leave()}>
      {asked.sends.map((line) => (
        <p className="models-line" key={line}>
          {line}
        </p>
      ))}
      <p className="models-line models-quiet">
        Asked once for this host. You can take it back under Models, or forbid all of it there.
      </p>
      {models.problem !== null && <p className="models-line models-problem">{models.problem}</p>}
      <div className="models-answers">
        <Press className="button button-main" onPress={() => void controller.models.agree()}>
          Agree
        </Press>
        <Press className="button" onPress={() => controller.models.takeEmbedded()}>
          Use the embedded one
        </Press>
      </div>
    </Sheet>
  );
}
