import { Press } from '../components/press.tsx';
import { sentence } from '../state/sentence.ts';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What it means, in a sentence. */
  readonly words?: string;
  /** Why it cannot be chosen now. */
  readonly refusal?: string | null;
}

interface ChoiceListProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of several, each with what it means; what cannot be chosen says why. */
export function ChoiceList<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: ChoiceListProps<Value>) {
  return (
    <div role="radiogroup" aria-label={label}>
      {choices.map((choice) => {
        const refused = choice.refusal != null;
        const says = choice.refusal ?? choice.words;
        return (
          <Press
            key={choice.value}
            role="radio"
            className="choice"
            checked={choice.value === value}
            disabled={refused}
            onPress={() => onChange(choice.value)}
          >
            <span className={choice.value === value ? 'choice-mark choice-mark-on' : 'choice-mark'} />
            <span className="choice-words">
              <span className="choice-label">{choice.label}</span>
              {says !== undefined && <span className="choice-say">{sentence(says)}</span>}
            </span>
          </Press>
        );
      })}
    </div>
  );
}
