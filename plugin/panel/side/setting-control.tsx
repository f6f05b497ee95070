import { formatSetting } from '#settings/format.ts';
import type { NumberParameter, Parameter } from '#settings/parameter.ts';
import type { CurvePoint, SettingValue } from '#settings/settings.ts';
import { Check } from '../components/check.tsx';
import { NumberField } from '../components/number-field.tsx';
import { Slider } from '../components/slider.tsx';
import { usePanel } from '../effects/panel-context.ts';
import { CurveGraph } from './curve-graph.tsx';

/** The control that fits the kind of a parameter. */
export function SettingControl({ parameter, value }: { parameter: Parameter; value: SettingValue }) {
  const { store } = usePanel();
  const change = (next: SettingValue, gesture: string | null = null) =>
    store.dispatch({
      type: 'setting-changed',
      name: parameter.name,
      value: next,
      gesture: gesture === null ? null : `${parameter.name}/${gesture}`,
    });
  switch (parameter.kind) {
    case 'number':
      return <NumberControl parameter={parameter} value={value as number} onChange={change} />;
    case 'curve':
      return (
        <CurveGraph
          label={parameter.label}
          points={value as readonly CurvePoint[]}
          onReset={() => change(parameter.neutral)}
        />
      );
    case 'boolean':
      return (
        <Check checked={value === true} label={parameter.label} onChange={change}>
          {value === true ? 'on' : 'off'}
        </Check>
      );
    case 'choice':
      return (
        <select
          className="setting-choice"
          value={String(value)}
          aria-label={parameter.label}
          onChange={(event) => change(event.currentTarget.value)}
        >
          {parameter.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      );
  }
}

interface NumberControlProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly onChange: (value: number, gesture: string | null) => void;
}

function NumberControl({ parameter, value, onChange }: NumberControlProps) {
  const { label, minimum, maximum, step, neutral, uiScale, scaling } = parameter;
  const text = formatSetting(parameter.name, value);
  return (
    <>
      <Slider
        label={label}
        value={value}
        minimum={minimum}
        maximum={maximum}
        step={step}
        neutral={neutral}
        valueText={text}
        scale={scaling === 'mired' ? 'mired' : 'even'}
        onChange={onChange}
        onReset={() => onChange(neutral, null)}
      />
      <NumberField
        label={`${label}, number`}
        text={text}
        value={value * uiScale}
        minimum={minimum * uiScale}
        maximum={maximum * uiScale}
        step={step * uiScale}
        onChange={(shown) => onChange(shown / uiScale, null)}
      />
    </>
  );
}
