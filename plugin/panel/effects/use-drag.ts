import { type PointerEvent, useEffect, useRef } from 'react';

/** Anything that tells where the pointer is. */
export interface PointerPlace {
  readonly clientX: number;
  readonly clientY: number;
}

/**
 * Follows the pointer from a press until it is let go, wherever it goes: by listening on the window, since UXP gives no
 * word that a captured pointer keeps telling its element. Returns what to call on `pointerdown`.
 */
export function useDrag(
  onMove: (place: PointerPlace) => void,
  onEnd: () => void,
): (event: PointerEvent) => void {
  const newest = useRef({ onMove, onEnd });
  newest.current = { onMove, onEnd };
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  return (event) => {
    stop.current?.();
    event.currentTarget.setPointerCapture?.(event.pointerId);
    const move = (next: PointerPlace) => newest.current.onMove(next);
    const end = () => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', end);
      document.removeEventListener('pointercancel', end);
      stop.current = null;
      newest.current.onEnd();
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', end);
    document.addEventListener('pointercancel', end);
    stop.current = end;
  };
}
