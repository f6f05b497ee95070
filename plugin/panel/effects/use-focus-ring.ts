import { useEffect, useState } from 'react';

/** Whether the focus should be seen: since the last key, until the next press. UXP has no `:focus-visible`. */
export function useFocusRing(): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const show = () => setShown(true);
    const hide = () => setShown(false);
    document.addEventListener('keydown', show, true);
    document.addEventListener('pointerdown', hide, true);
    return () => {
      document.removeEventListener('keydown', show, true);
      document.removeEventListener('pointerdown', hide, true);
    };
  }, []);
  return shown;
}
