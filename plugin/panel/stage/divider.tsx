import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { useRef } from 'react';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import type { Rect } from './geometry.ts';

/** The line between before and after; drag it, or move it with ← and →. */
export function Divider({ part, stage }: { part: Rect; stage: RefObject<HTMLDivElement | null> }) {
  const { store } = usePanel();
  const divider = usePanelState((state) => state.view.divider);
  const held = useRef(false);

  function move(share: number) {
    store.dispatch({ type: 'divider-moved', divider: share });
  }
  function onPointerMove(event: PointerEvent) {
    const box = stage.current?.getBoundingClientRect();
    if (!held.current || box === undefined || part.width === 0) return;
    move((event.clientX - box.left - part.left) / part.width);
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = event.shiftKey ? 0.1 : 0.02;
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    move(divider + (event.key === 'ArrowRight' ? step : -step));
  }
  const left = part.left + divider * part.width;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can neither be dragged nor hold the grip
    <div
      className="divider"
      role="separator"
      tabIndex={0}
      aria-label="Before and after"
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(divider * 100)}
      style={{ left: left - 12, top: part.top, height: part.height }}
      onPointerDown={(event) => {
        held.current = true;
        event.currentTarget.setPointerCapture?.(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        held.current = false;
      }}
      onKeyDown={onKeyDown}
      onDoubleClick={() => move(0.5)}
    >
      <div className="divider-line" />
      <div className="divider-grip" />
      <span className="divider-label divider-label-before">Before</span>
      <span className="divider-label divider-label-after">After</span>
    </div>
  );
}
