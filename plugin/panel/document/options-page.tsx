import { Check } from '../components/check.tsx';
import { Press } from '../components/press.tsx';
import type { Form } from '../document-host.ts';
import { useDocumentControl, usePanel, usePanelState } from '../effects/panel-context.ts';
import { useService } from '../effects/use-service.ts';
import { type DocumentOptions, INITIAL_OPTIONS } from '../state/document.ts';
import { sayService } from '../state/service-words.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';
import { EditList } from './edit-list.tsx';
import { Page } from './page.tsx';
import { StripWords } from './strip-words.tsx';

const FORMS: readonly Choice<Form>[] = [
  {
    value: 'smart-filter',
    label: 'Camera Raw smart filter',
    words: 'Everything stays editable in Camera Raw.',
  },
  {
    value: 'color-lookup',
    label: 'Color Lookup layer',
    words: 'Colour and tone only, as a table. Works without Camera Raw and costs no smart object.',
  },
];

/** What is looked at, where the edit goes, how it is kept, and what is rarely needed. */
export function OptionsPage() {
  const { store } = usePanel();
  const control = useDocumentControl();
  const facts = usePanelState((state) => state.document?.facts ?? null);
  const options = usePanelState((state) => state.document?.options ?? INITIAL_OPTIONS);
  const service = useService();
  const change = (next: Partial<DocumentOptions>) =>
    store.dispatch({ type: 'document-options-changed', change: next });
  return (
    <Page title="Options">
      {facts !== null && (
        <>
          <h3 className="group-label">Look at</h3>
          <ChoiceList
            label="Look at"
            value={options.look}
            choices={facts.looks.map(({ look, label, refusal }) => ({ value: look, label, refusal }))}
            onChange={(look) => change({ look })}
          />
          <h3 className="group-label">Put the edit</h3>
          <ChoiceList
            label="Put the edit"
            value={options.place}
            choices={facts.places.map(({ place, label, will, refusal }) => ({
              value: place,
              label,
              words: will,
              refusal,
            }))}
            onChange={(place) => change({ place })}
          />
          <Check checked={options.here} disabled={!facts.hasSelection} onChange={(here) => change({ here })}>
            Only here: the selection becomes the mask
            <span className="choice-say">
              {facts.hasSelection ? 'Photoshop’s selection as it is at commit.' : 'Nothing is selected.'}
            </span>
          </Check>
          <h3 className="group-label">Keep it as</h3>
          <ChoiceList
            label="Keep it as"
            value={options.form}
            choices={FORMS}
            onChange={(form) => change({ form })}
          />
          <h3 className="group-label">Words</h3>
          <Check checked={options.keepWords} onChange={(keepWords) => change({ keepWords })}>
            Keep the instruction with the document
            <span className="choice-say">
              Off: settings and criteria are kept, your words are not. They would reach whoever gets the file.
            </span>
          </Check>
          <StripWords />
          <EditList edits={facts.committed} />
        </>
      )}
      <h3 className="group-label">Who answers</h3>
      <div className="page-line">
        <span className="page-words">{sayService(service)}</span>
        <Press className="button" onPress={() => store.dispatch({ type: 'page-chosen', page: 'connection' })}>
          Connection
        </Press>
      </div>
      <h3 className="group-label">When something is odd</h3>
      <div className="page-line">
        <span className="page-words">Tests this Photoshop on a document of its own.</span>
        <Press className="button" onPress={() => void control.selfTest()}>
          Self-test
        </Press>
      </div>
      <div className="page-line">
        <span className="page-words">Keys of this panel, while it has the focus.</span>
        <Press className="button" onPress={() => store.dispatch({ type: 'sheet-toggled', open: true })}>
          Keys
        </Press>
      </div>
    </Page>
  );
}
