import { useEffect, useState } from 'react';
import type { ServiceState } from '../document-host.ts';
import { usePanel } from './panel-context.ts';

const ALONE: ServiceState = { mode: 'alone', status: 'off', address: '', sentence: null, version: null };

/** Which one answers, and how the connection stands. */
export function useService(): ServiceState {
  const { service } = usePanel().host;
  const [state, setState] = useState(ALONE);
  useEffect(() => service?.subscribe(setState), [service]);
  return state;
}
