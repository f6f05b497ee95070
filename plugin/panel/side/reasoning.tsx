import type { ReasoningStep } from '#wire/result.ts';
import { AnsweredBy } from '../document/answered-by.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { Thinking } from '../models/thinking.tsx';
import { capitalise, reasonWords } from '../state/reason-words.ts';
import { alternativeOf } from '../state/work.ts';
import { SettingLinks } from './setting-links.tsx';

const BLOCKS: readonly { readonly step: ReasoningStep['step']; readonly label: string }[] = [
  { step: 'asked', label: 'Asked' },
  { step: 'seen', label: 'Seen' },
  { step: 'done', label: 'Done' },
  { step: 'left', label: 'Left alone' },
];

/** Four short blocks: what was asked, seen in the photo, done about it, and left alone. */
export function Reasoning() {
  const { control } = usePanel();
  const alternative = usePanelState((state) => alternativeOf(state.work.present, state.work.present.chosen));
  const thinking = usePanelState((state) => state.run?.thinking ?? '');
  const asked = usePanelState((state) => (state.work.present.round?.alternatives.length ?? 0) > 0);
  // Folds away when the settings are there.
  if (thinking !== '') return <Thinking text={thinking} />;
  if (alternative === null) {
    return (
      <p className="side-empty">
        {asked
          ? 'Choose an alternative to read why it looks as it does.'
          : 'Say what should change, and the reasons stand here.'}
      </p>
    );
  }
  return (
    <div className="reasoning">
      <h2 className="side-title">{alternative.title}</h2>
      {BLOCKS.map(({ step, label }) => {
        const lines = alternative.reasoning.filter((each) => each.step === step);
        if (lines.length === 0) return null;
        return (
          <section className="block" key={step}>
            <h3 className="block-label">{label}</h3>
            <ul className="block-lines">
              {lines.map((line) => (
                <li className="block-line" key={`${line.text}/${line.evidence}`}>
                  <span>{capitalise(reasonWords(line))}</span>
                  {line.evidence !== '' && <span className="evidence">{line.evidence}</span>}
                  {line.parameters !== undefined && <SettingLinks names={line.parameters} />}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {control !== null && <AnsweredBy />}
    </div>
  );
}
