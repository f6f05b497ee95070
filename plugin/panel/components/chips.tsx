import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { type Chip, chipsOf } from '../state/chips.ts';
import { AddWish } from './add-wish.tsx';
import { Icon } from './icon.tsx';
import { Press } from './press.tsx';

/** How the sentence was read: every piece can be taken away or made stronger, and what cannot be done says so. */
export function Chips() {
  const { controller } = usePanel();
  const round = usePanelState((state) => state.work.present.round);
  const run = usePanelState((state) => state.run);
  const reading = run === null ? (round?.reading ?? null) : run.reading;
  const instruction = run?.instruction ?? round?.instruction;
  if (instruction === undefined) return <Examples />;
  if (run === null && round?.origin === 'document') return <Loaded instruction={instruction} />;
  const correct = (corrected: Chip['removed'] | null) => {
    if (corrected !== null) controller.run(instruction, corrected);
  };
  const chips = reading === null ? [] : chipsOf(reading);
  return (
    <div className="chips">
      <span className="chips-asked" title={instruction}>
        “{instruction}”
      </span>
      {reading !== null && <span className="chips-lead">read as</span>}
      {chips.map((chip) => (
        <ReadingChip key={chip.key} chip={chip} onCorrect={correct} />
      ))}
      {reading !== null && chips.length === 0 && (
        <span className="chips-lead">nothing that develop settings can change</span>
      )}
      {reading !== null && <AddWish />}
      {reading?.unsupported.map((part) => (
        <span className="chip chip-unsupported" key={part.words}>
          <Icon name="warning" />
          <span className="chip-text">
            “{part.words}”: {part.why}
          </span>
        </span>
      ))}
    </div>
  );
}

function ReadingChip({
  chip,
  onCorrect,
}: {
  chip: Chip;
  onCorrect: (reading: Chip['removed'] | null) => void;
}) {
  const hint = chip.from === '' ? chip.text : `from “${chip.from}”`;
  return (
    <span className={`chip chip-${chip.kind}`}>
      {chip.kind === 'lock' && <Icon name="lock" />}
      {chip.strengthened === null ? (
        <span className="chip-text" title={hint}>
          {chip.text}
        </span>
      ) : (
        <Press
          className="chip-text chip-strength"
          title={`${hint}. Press to change how much`}
          onPress={() => onCorrect(chip.strengthened)}
        >
          {chip.text}
        </Press>
      )}
      <Press
        className="chip-remove"
        label={`Without ${chip.text}`}
        title={`Without ${chip.text}`}
        onPress={() => onCorrect(chip.removed)}
      >
        <Icon name="close" />
      </Press>
    </span>
  );
}

/** An earlier edit that was loaded: there is no reading of it. */
function Loaded({ instruction }: { instruction: string }) {
  return (
    <div className="chips">
      <span className="chips-lead">loaded</span>
      <span className="chips-asked" title={instruction}>
        {instruction}
      </span>
    </div>
  );
}

/** Three sentences that fit the photo, until the first one was asked. */
function Examples() {
  const { controller } = usePanel();
  const examples = usePanelState((state) => state.photo?.examples);
  if (examples === undefined || examples.length === 0) return <div className="chips" />;
  return (
    <div className="chips">
      <span className="chips-lead">for example</span>
      {examples.map((example) => (
        <Press className="chip chip-example" key={example} onPress={() => controller.run(example)}>
          {example}
        </Press>
      ))}
    </div>
  );
}
