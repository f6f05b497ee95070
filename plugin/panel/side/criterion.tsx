import type { Metric } from '#wire/result.ts';
import { IconButton } from '../components/icon-button.tsx';
import { NumberField } from '../components/number-field.tsx';
import { capitalise } from '../state/reason-words.ts';
import { setWeight, shiftWeight } from '../state/weights.ts';

interface CriterionProps {
  readonly metric: Metric;
  readonly weights: Readonly<Record<string, number>>;
  readonly exact: boolean;
  readonly onChange: (weights: Record<string, number>) => void;
}

/** One criterion: its bar is as long as the score, its line of evidence says why, its weight can be moved. */
export function Criterion({ metric, weights, exact, onChange }: CriterionProps) {
  const { name, why, score, evidence } = metric;
  const weight = weights[name] ?? metric.weight;
  const percent = Math.round(weight * 100);
  return (
    <li className="criterion">
      <div className="criterion-head">
        <span className="criterion-name" title={why}>
          {capitalise(name)}
        </span>
        <span className="figures">{score.toFixed(1)}</span>
      </div>
      <div className="bar" role="img" aria-label={`${score.toFixed(1)} of 10`}>
        <div className="bar-fill" style={{ width: `${score * 10}%` }} />
      </div>
      <div className="criterion-foot">
        <span className="evidence" title={why}>
          {evidence === '' ? why : evidence}
        </span>
        <span className="criterion-weight">
          <IconButton
            icon="minus"
            label={`${name} matters less`}
            onClick={() => onChange(shiftWeight(weights, name, -1))}
          />
          {exact ? (
            <NumberField
              label={`Weight of ${name}, percent`}
              text={`${percent}`}
              value={percent}
              minimum={0}
              maximum={100}
              step={1}
              onChange={(value) => onChange(setWeight(weights, name, value / 100))}
            />
          ) : (
            <span className="weight-dots figures" title={`weight ${percent} %`}>
              {percent} %
            </span>
          )}
          <IconButton
            icon="plus"
            label={`${name} matters more`}
            onClick={() => onChange(shiftWeight(weights, name, 1))}
          />
        </span>
      </div>
    </li>
  );
}
