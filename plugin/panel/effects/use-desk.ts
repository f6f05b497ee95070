import { useEffect, useMemo, useState } from 'react';
import type { Host } from '../host.ts';
import { type Desk, Desks } from './desks.ts';
import { obey } from './obey.ts';

/** The desk of the document in front, as the host tells of it. The first one stands there before the host has answered. */
export function useDesk(host: Host): Desk {
  const desks = useMemo(() => new Desks(host), [host]);
  const [desk, setDesk] = useState(desks.current);
  useEffect(() => {
    const stopWatching = host.document?.watch((facts) => setDesk(desks.tell(facts)));
    const stopListening = host.onCommand?.((command) => obey(desks.current, command));
    void desks.current.controller.connect();
    return () => {
      stopWatching?.();
      stopListening?.();
    };
  }, [host, desks]);
  return desk;
}
