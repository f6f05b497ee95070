import { DocumentPanel } from './document/document-panel.tsx';
import type { Host } from './host.ts';
import { PagePanel } from './page/page-panel.tsx';

/** The whole panel over a host: for photos opened as files, or for the document that the host has open itself. */
export function Panel({ host }: { host: Host }) {
  return host.document === undefined ? <PagePanel host={host} /> : <DocumentPanel host={host} />;
}
