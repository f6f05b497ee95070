import { useLayoutEffect, useRef } from 'react';

/** What a model thinks aloud, as it arrives; the newest stays in view where the pane scrolls by itself. */
export function Thinking({ text }: { text: string }) {
  const words = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the text that grows
  useLayoutEffect(() => {
    const pane = words.current?.parentElement;
    if (pane != null) pane.scrollTop = pane.scrollHeight;
  }, [text]);
  return (
    <div className="reasoning" ref={words}>
      <h2 className="side-title">Thinking</h2>
      <p className="thinking">{text}</p>
    </div>
  );
}
