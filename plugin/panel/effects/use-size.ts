import { type RefObject, useEffect, useState } from 'react';
import type { Size } from '../stage/geometry.ts';

/** Milliseconds. */
const LOOK_AGAIN = 500;

/** Size of an element in CSS px, followed as it changes. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => {
      const { width, height } = target.getBoundingClientRect();
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    // Older versions of UXP have no ResizeObserver, and no event when a panel is first laid out: there it is looked at.
    if (typeof ResizeObserver === 'undefined') {
      const timer = setInterval(measure, LOOK_AGAIN);
      return () => clearInterval(timer);
    }
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
