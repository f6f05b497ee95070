import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { editOf, ORIGINAL } from '../state/work.ts';
import { NumberField } from './number-field.tsx';
import { Slider } from './slider.tsx';

/** How much of the chosen alternative: 0 % is the photo it started from, 200 % twice the edit. */
export function Amount() {
  const { store } = usePanel();
  const amount = usePanelState((state) => editOf(state.work.present, state.work.present.chosen).amount);
  const disabled = usePanelState((state) => state.work.present.chosen === ORIGINAL);
  const change = (value: number, gesture: string | null) =>
    store.dispatch({
      type: 'amount-changed',
      amount: value,
      gesture: gesture === null ? null : `amount/${gesture}`,
    });
  return (
    <div className={disabled ? 'amount amount-off' : 'amount'}>
      <span className="amount-label">Amount</span>
      <Slider
        label="Amount"
        value={amount}
        minimum={0}
        maximum={200}
        step={1}
        neutral={100}
        valueText={`${amount} %`}
        disabled={disabled}
        onChange={change}
        onReset={() => change(100, null)}
      />
      <NumberField
        label="Amount, percent"
        text={`${amount} %`}
        value={amount}
        minimum={0}
        maximum={200}
        step={1}
        disabled={disabled}
        onChange={(value) => change(Math.round(value), null)}
      />
    </div>
  );
}
