import { useContext } from 'react';
import { InkContext } from '../effects/use-ink.ts';

/** Strokes on a 16 × 16 field, drawn for this project. */
const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  enter: 'M13 3.5v5H4M6.5 6L4 8.5 6.5 11',
  undo: 'M6.5 3.5L3.5 6.5l3 3M3.5 6.5h6a3 3 0 010 6.5H7',
  redo: 'M9.5 3.5l3 3-3 3M12.5 6.5h-6a3 3 0 000 6.5H9',
  split: 'M2.5 3.5h11v9h-11zM8 1.5v13',
  before: 'M2.5 3.5h11v9h-11zM2.5 12.5l11-9',
  zoom: 'M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.2 10.2l3.3 3.3M5 7h4M7 5v4',
  clipping: 'M2 13.5L8 3l6 10.5zM5.4 13.5L8 9l2.6 4.5',
  keys: 'M1.5 4.5h13v7h-13zM4 7h.1M6.6 7h.1M9.2 7h.1M11.9 7h.1M5 9.5h6',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 015 0v2.2',
  unlock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 014.8-1',
  chevron: 'M4.5 6.5L8 10l3.5-3.5',
  photo: 'M2 3.5h12v9H2zM2 10.5l3.2-3 2.6 2.3 2.6-3.3L14 10M5.2 6.2h.1',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  check: 'M3.5 8.5l3 3 6-7',
  surround: 'M2.5 2.5h11v11h-11zM5 5h6v6H5z',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  eye: 'M1.5 8C3.3 5 5.5 3.6 8 3.6S12.7 5 14.5 8c-1.8 3-4 4.4-6.5 4.4S3.3 11 1.5 8zM8 6.2a1.8 1.8 0 100 3.6 1.8 1.8 0 000-3.6z',
  hidden: 'M1.5 8C3.3 5 5.5 3.6 8 3.6S12.7 5 14.5 8c-1.8 3-4 4.4-6.5 4.4S3.3 11 1.5 8zM3 13L13 3',
  warning: 'M8 2.5L14 13.5H2zM8 6.5v3.3M8 11.6v.1',
  options: 'M2 5h6M11 5h3M2 11h3M8 11h6M9.5 3.3v3.4M6.5 9.3v3.4',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  export: 'M8 10V2.5M5 5.5l3-3 3 3M3 9.5v4h10v-4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  const ink = useContext(InkContext);
  // Style sheets win over these where they reach.
  const drawn = ink === null ? {} : { stroke: ink, fill: 'none', strokeWidth: 1.2 };
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width={16}
      height={16}
      aria-hidden="true"
      focusable="false"
      {...drawn}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
