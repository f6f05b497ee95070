import { IconButton } from '../components/icon-button.tsx';
import { Press } from '../components/press.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { useService } from '../effects/use-service.ts';
import { sayService } from '../state/service-words.ts';

/** Which document, what of it is looked at, and who answers. */
export function Head() {
  const { store } = usePanel();
  const facts = usePanelState((state) => state.document?.facts ?? null);
  const notes = usePanelState((state) => state.photo?.notes);
  const look = usePanelState((state) => state.document?.options.look);
  const service = useService();
  const label = facts?.looks.find((choice) => choice.look === look)?.label;
  const open = (page: 'options' | 'connection') => store.dispatch({ type: 'page-chosen', page });
  return (
    <div className="head">
      <div className="head-words">
        <div className="head-title" title={[facts?.title ?? '', ...(notes ?? [])].join(' · ')}>
          {facts?.title ?? 'RetouchIQ'}
        </div>
        <div className="head-facts">
          {label !== undefined && (
            <Press className="head-link head-look" title="What is looked at" onPress={() => open('options')}>
              {label}
            </Press>
          )}
          {label !== undefined && <span className="head-dot">·</span>}
          <Press
            className={`head-link head-service head-${service.status}`}
            title="Who answers"
            onPress={() => open('connection')}
          >
            {sayService(service)}
          </Press>
        </div>
      </div>
      <IconButton icon="options" label="Options" onClick={() => open('options')} />
    </div>
  );
}
