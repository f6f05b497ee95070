import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../components/icon-button.tsx';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet over the page that takes the focus and gives it back. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    sheet.current?.focus();
    return () => before?.focus?.();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes it too
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it too
    <div className="veil" onClick={onClose}>
      {/** biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a press inside from closing */}
      <div
        className="sheet models-sheet"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        ref={sheet}
        onClick={(event) => event.stopPropagation()}
      >
        <div className="sheet-head">
          <h2 className="side-title">{title}</h2>
          <span className="spring" />
          <IconButton icon="close" label="Close" onClick={onClose} />
        </div>
        {children}
      </div>
    </div>
  );
}
