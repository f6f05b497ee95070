import { useEffect, useState } from 'react';

/** Below this width (CSS px) the side pane goes under the picture. */
const WIDE = 860;

/** Whether there is room for the side pane beside the picture. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => window.innerWidth >= WIDE);
  useEffect(() => {
    const measure = () => setWide(window.innerWidth >= WIDE);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return wide;
}
