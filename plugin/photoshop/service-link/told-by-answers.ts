import type { ServiceLink, ServiceState } from '#panel/document-host.ts';

export interface ToldLink {
  readonly link: ServiceLink;
  /** To be called whenever another backend answered than before. */
  readonly answeredBy: (id: string) => void;
}

/**
 * The link, saying who really answered: a service may be reachable and still fail, and then the panel's own engine has
 * answered. A link that was lost is looked after at once.
 *
 * @param alone id of the panel's own engine
 */
export function toldByAnswers(link: ServiceLink, alone: string): ToldLink {
  const listeners = new Set<(state: ServiceState) => void>();
  let linked: ServiceState | undefined;
  /** Whether the panel had to answer while the service was connected. */
  let failed = false;
  const state = (of: ServiceState): ServiceState =>
    of.mode === 'service' && failed
      ? {
          ...of,
          mode: 'alone',
          sentence:
            of.sentence ??
            'The service failed to answer, so the panel answered itself. It is asked again soon.',
        }
      : of;
  const tell = () => {
    if (linked === undefined) return;
    for (const listener of [...listeners]) listener(state(linked));
  };
  link.subscribe((next) => {
    // Connected anew: it is trusted until it fails again.
    if (next.mode !== 'service' || linked?.mode !== 'service') failed = false;
    linked = next;
    tell();
  });
  return {
    link: {
      ...link,
      subscribe(listener) {
        listeners.add(listener);
        if (linked !== undefined) listener(state(linked));
        return () => listeners.delete(listener);
      },
    },
    answeredBy(id) {
      failed = id === alone && linked?.mode === 'service';
      tell();
      if (failed) void link.retry();
    },
  };
}
