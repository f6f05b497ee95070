import type { ServiceState } from '../document-host.ts';

/** Who answers, in as few words as stand in the head of the panel. */
export function sayService({ mode, status, address }: ServiceState): string {
  const place = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  if (mode === 'service') return place;
  if (status === 'connecting') return `connecting to ${place}`;
  return status === 'failed' ? 'works alone, service away' : 'works alone';
}
