import { useContext } from 'react';
import type { CurvePoint } from '#settings/settings.ts';
import { Press } from '../components/press.tsx';
import { InkContext } from '../effects/use-ink.ts';

/** Width and height of the little graph, px. */
const SIDE = 56;

/** A tone curve as a small graph; double-click makes it straight. */
export function CurveGraph({
  label,
  points,
  onReset,
}: {
  label: string;
  points: readonly CurvePoint[];
  onReset: () => void;
}) {
  const at = ([x, y]: CurvePoint) => `${((x / 255) * SIDE).toFixed(1)} ${((1 - y / 255) * SIDE).toFixed(1)}`;
  const ink = useContext(InkContext);
  const drawn = ink === null ? {} : { stroke: ink, fill: 'none', strokeWidth: 1.2 };
  const words = points.map(([x, y]) => `${x} to ${y}`).join(', ');
  return (
    <Press
      className="curve-graph"
      label={`${label}: ${words}. Double-click makes it straight`}
      title="Double-click makes it straight"
      onPress={() => undefined}
      onDoubleClick={onReset}
      onKeyDown={(event) => {
        if (event.key === 'Delete' || event.key === 'Backspace') onReset();
      }}
    >
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} width={SIDE} height={SIDE} aria-hidden="true" {...drawn}>
        <path className="curve-diagonal" d={`M0 ${SIDE}L${SIDE} 0`} />
        <path className="curve-line" d={`M${points.map(at).join('L')}`} />
      </svg>
    </Press>
  );
}
