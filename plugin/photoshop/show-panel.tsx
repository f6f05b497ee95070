// First: what UXP lacks, and no code from strings before any schema is built.
import './polyfills.ts';
import './jitless.ts';
import { createRoot } from 'react-dom/client';
import { Panel } from '#panel/panel.tsx';
import { type PluginParts, startPlugin } from './start.ts';

/** Shows the panel. Nothing waits for the network: it is there and works alone before a service is looked for. */
export function showPanel(place: HTMLElement, parts: PluginParts): void {
  const { host, connect } = startPlugin(parts);
  createRoot(place).render(<Panel host={host} />);
  setTimeout(connect, 0);
}
