import { createContext, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Colour of icons where style sheets do not reach into pictures; null leaves it to the style sheet. */
export const InkContext = createContext<string | null>(null);

/**
 * The colour of text in the present theme, for the strokes of icons: UXP draws an `<svg>` from its attributes and lets
 * neither classes nor `currentColor` into it. Looked up again when the pointer enters, since themes change meanwhile.
 */
export function useInk(): [string | null, RefObject<HTMLDivElement | null>] {
  const panel = useRef<HTMLDivElement | null>(null);
  const [ink, setInk] = useState<string | null>(null);
  const look = useCallback(() => {
    const { current } = panel;
    if (current === null || typeof getComputedStyle === 'undefined') return;
    setInk(getComputedStyle(current).color || null);
  }, []);
  useEffect(() => {
    look();
    const { current } = panel;
    current?.addEventListener('pointerenter', look);
    window.addEventListener('focus', look);
    return () => {
      current?.removeEventListener('pointerenter', look);
      window.removeEventListener('focus', look);
    };
  }, [look]);
  return [ink, panel];
}
