import { type ReactNode, useEffect, useRef } from 'react';
import { FailureBar } from '../components/failure-bar.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { usePanel } from '../effects/panel-context.ts';

/** A page in place of the bench, with the way back. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const { store } = usePanel();
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.focus(), []);
  return (
    <div className="page" role="dialog" aria-label={title} tabIndex={-1} ref={page}>
      <div className="page-head">
        <IconButton
          icon="back"
          label="Back"
          onClick={() => store.dispatch({ type: 'page-chosen', page: 'bench' })}
        />
        <h2 className="page-title">{title}</h2>
      </div>
      <FailureBar />
      <div className="page-body">{children}</div>
    </div>
  );
}
