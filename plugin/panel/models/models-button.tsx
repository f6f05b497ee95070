import { Press } from '../components/press.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { sayChoice } from '../state/model-words.ts';
import { chosenModels } from '../state/models.ts';

/** Who is asked, and the way to choose somebody else; nothing where only the embedded ones are. */
export function ModelsButton() {
  const { host, controller } = usePanel();
  const models = usePanelState((state) => state.models);
  if (host.models === undefined || (models.known?.models.length ?? 0) < 2) return null;
  const words = sayChoice(chosenModels(models));
  return (
    <Press
      className="quiet-button models-button"
      label={`Models: ${words}`}
      title={`Asks ${words}. Press to choose`}
      onPress={() => controller.models.open()}
    >
      <span className="models-choice">{words}</span>
    </Press>
  );
}
