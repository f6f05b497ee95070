import { RetouchError } from '#wire/error.ts';
import type { ModelsReply } from '#wire/models.ts';
import type { Host } from '../host.ts';
import { needConsent, withoutHost } from '../state/models.ts';
import { sentence } from '../state/sentence.ts';
import type { Store } from './store.ts';

/** Who proposes and judges: asking the person before pictures leave the machine, and keeping what was decided. */
export interface ModelsControl {
  /** Does it at once, or when the person has said whether pictures may be sent there; never when they leave it open. */
  whenAllowed(go: () => void): void;
  agree(): Promise<void>;
  /** The embedded ones in place of what is at that host. */
  takeEmbedded(): void;
  /** Neither: nothing is sent. */
  leave(): void;
  open(): void;
  /** Takes the person's word back for the host of a model. */
  withdraw(name: string): Promise<void>;
  setLocalOnly(localOnly: boolean): Promise<void>;
}

export function createModelsControl({ models: link }: Host, store: Store): ModelsControl {
  const { dispatch } = store;
  let waiting: (() => void) | null = null;

  const kept = link?.kept();
  if (kept != null) dispatch({ type: 'models-replaced', ...kept });
  let { policy, reward } = store.getState().models;
  store.subscribe(() => {
    const now = store.getState().models;
    if (now.policy === policy && now.reward === reward) return;
    ({ policy, reward } = now);
    link?.keep({ policy, reward });
  });

  const entry = (name: string | null) =>
    store.getState().models.known?.models.find((one) => one.name === name) ?? null;

  /** Whether it went well. */
  async function keep(change: Promise<ModelsReply> | undefined): Promise<boolean> {
    try {
      const models = await change;
      if (models !== undefined) dispatch({ type: 'models-told', models });
      return models !== undefined;
    } catch (error) {
      dispatch({ type: 'models-failed', problem: sentence(RetouchError.wrap(error).message) });
      return false;
    }
  }

  function goOn(): void {
    const go = waiting;
    waiting = null;
    dispatch({ type: 'models-consent-ended' });
    if (go !== null) control.whenAllowed(go);
  }

  const control: ModelsControl = {
    whenAllowed(go) {
      const [first] = needConsent(store.getState().models);
      if (first === undefined || link === undefined) return go();
      waiting = go;
      dispatch({ type: 'models-consent-asked', name: first.name });
    },
    async agree() {
      const asked = entry(store.getState().models.consent);
      if (asked === null) return;
      if (await keep(link?.agree({ model: asked.name, host: asked.host, agreed: true }))) goOn();
    },
    takeEmbedded() {
      const { models } = store.getState();
      const asked = entry(models.consent);
      if (asked !== null) dispatch({ type: 'models-replaced', ...withoutHost(models, asked.host) });
      goOn();
    },
    leave() {
      waiting = null;
      dispatch({ type: 'models-consent-ended' });
    },
    open() {
      dispatch({ type: 'models-sheet-toggled', open: true });
      // The list may have been changed since.
      void keep(link?.list());
    },
    async withdraw(name) {
      const known = entry(name);
      if (known !== null) await keep(link?.agree({ model: name, host: known.host, agreed: false }));
    },
    async setLocalOnly(localOnly) {
      await keep(link?.setLocalOnly(localOnly));
    },
  };
  return control;
}
