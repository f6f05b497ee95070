import { useEffect, useRef } from 'react';
import { describeSettings } from '#settings/format.ts';
import type { Correction, Mask } from '#settings/settings.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Slider } from '../components/slider.tsx';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { applyEdit } from '../state/effective.ts';
import { alternativeOf, editOf, NO_EDIT, type Work } from '../state/work.ts';

/** Every local correction: on or off, its amount, and gone. */
export function MaskRows() {
  const { store } = usePanel();
  const work = usePanelState((state) => state.work.present);
  const pointed = usePanelState((state) =>
    state.view.highlight?.name === 'MaskGroupBasedCorrections' ? state.view.highlight.times : 0,
  );
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pointed > 0) section.current?.scrollIntoView?.({ block: 'center' });
  }, [pointed]);
  const rows = maskRows(work);
  if (rows.length === 0) return null;
  return (
    <section className={pointed > 0 ? 'group setting-pointed' : 'group'} ref={section}>
      <h3 className="group-label">Masks</h3>
      {rows.map(({ correction, index }) => {
        const name = correction.name === '' ? `Mask ${index + 1}` : correction.name;
        const percent = Math.round(correction.amount * 100);
        const change = (amount: number, gesture: string | null) =>
          store.dispatch({
            type: 'mask-changed',
            index,
            change: { amount },
            gesture: gesture === null ? null : `mask-${index}/${gesture}`,
          });
        return (
          <div className="mask" key={index}>
            <div className="mask-head">
              <IconButton
                icon={correction.active ? 'eye' : 'hidden'}
                label={`${name} on`}
                pressed={correction.active}
                onClick={() =>
                  store.dispatch({
                    type: 'mask-changed',
                    index,
                    change: { active: !correction.active },
                    gesture: null,
                  })
                }
              />
              <span className="mask-name">{name}</span>
              <span className="mask-kind">{correction.masks.map(sayMask).join(' + ')}</span>
              <span className="spring" />
              <IconButton
                icon="trash"
                label={`Delete ${name}`}
                onClick={() =>
                  store.dispatch({ type: 'mask-changed', index, change: { deleted: true }, gesture: null })
                }
              />
            </div>
            <div className="mask-values">{sayValues(correction)}</div>
            <div className="mask-amount">
              <span className="setting-label">Amount</span>
              <Slider
                label={`Amount of ${name}`}
                value={correction.amount}
                minimum={0}
                maximum={2}
                step={0.01}
                neutral={1}
                valueText={`${percent} %`}
                disabled={!correction.active}
                onChange={change}
                onReset={() => change(1, null)}
              />
              <span className="mask-percent figures">{percent} %</span>
            </div>
          </div>
        );
      })}
    </section>
  );
}

/** Corrections with their place in the proposal; deleted ones are gone. */
function maskRows(work: Work): readonly { correction: Correction; index: number }[] {
  const edit = editOf(work, work.chosen);
  const proposed = alternativeOf(work, work.chosen)?.settings ?? {};
  const scaled = applyEdit(proposed, { ...NO_EDIT, amount: edit.amount }).MaskGroupBasedCorrections ?? [];
  return scaled.flatMap((correction, index) => {
    const change = edit.masks[index];
    if (change?.deleted === true) return [];
    const active = change?.active ?? correction.active;
    return [{ index, correction: { ...correction, active, amount: change?.amount ?? correction.amount } }];
  });
}

function sayMask(mask: Mask): string {
  const name = mask.kind === 'ai' ? mask.target : mask.kind;
  return mask.inverted ? `not ${name}` : name;
}

function sayValues(correction: Correction): string {
  const shown: Correction = { ...correction, active: true, amount: 1 };
  return describeSettings({ MaskGroupBasedCorrections: [shown] })
    .map((each) => each.text)
    .join(', ');
}
