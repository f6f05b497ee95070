import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { REMEDY_LABEL } from '../state/failure.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { Press } from './press.tsx';

/** What went wrong in a sentence, with the one thing to do. */
export function FailureBar() {
  const { store, controller } = usePanel();
  const failure = usePanelState((state) => state.failure);
  if (failure === null) return null;
  return (
    <div className="failure" role="alert">
      <Icon name="warning" />
      <span className="failure-sentence">{failure.sentence}</span>
      <Press className="button" onPress={() => controller.remedy(failure.remedy)}>
        {REMEDY_LABEL[failure.remedy]}
      </Press>
      {failure.remedy !== 'dismiss' && (
        <IconButton
          icon="close"
          label="Dismiss"
          onClick={() => store.dispatch({ type: 'failure-dismissed' })}
        />
      )}
    </div>
  );
}
