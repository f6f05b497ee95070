import { globalFetch } from '#client/fetch.ts';
import type { Host } from '#panel/host.ts';
import type { Backend } from './backend/backend.ts';
import { createEmbeddedBackend } from './backend/embedded/embedded-backend.ts';
import { createFallbackBackend } from './backend/fallback-backend.ts';
import { nextTurn } from './backend/next-turn.ts';
import { createServiceBackend } from './backend/service-backend.ts';
import { createDocumentHost } from './document/photoshop-document.ts';
import { createModalRunner } from './host/modal.ts';
import type { Photoshop } from './host/photoshop.ts';
import type { Uxp } from './host/uxp.ts';
import { createPhotoshopHost } from './host.ts';
import type { Menu } from './menu.ts';
import { createAnswersStore } from './self-test/answers-store.ts';
import { createSelfTest } from './self-test/self-test.ts';
import { createServiceLink, type PhotoshopServiceLink } from './service-link/service-link.ts';
import { toldByAnswers } from './service-link/told-by-answers.ts';

declare const RETOUCHIQ_VERSION: string;

export interface PluginParts {
  readonly photoshop: Photoshop;
  readonly uxp: Uxp;
  readonly menu: Menu;
}

/** Puts the plug-in together. `connect` looks for the service that was used last time, and for what is known of the host. */
export function startPlugin({ photoshop, uxp, menu }: PluginParts): {
  readonly host: Host;
  readonly connect: () => void;
} {
  const version = RETOUCHIQ_VERSION;
  const platform = /Mac/i.test(navigator.platform ?? '') ? 'mac' : 'other';
  const now = () => new Date().toISOString();
  const breathe = () => nextTurn();
  const run = createModalRunner(photoshop);
  const answers = createAnswersStore(uxp);

  const link = createServiceLink({
    fetch: globalFetch,
    secureStorage: uxp.storage.secureStorage,
    platform,
    version,
    host: `${uxp.host.name} ${uxp.host.version}, UXP ${uxp.versions.uxp}`,
    now: () => Date.now(),
    setTimeout: (task, milliseconds) => setTimeout(task, milliseconds),
    clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  });
  const alone = createEmbeddedBackend({ version, now: () => performance.now() });
  const told = toldByAnswers(link, alone.id);
  const backend = createFallbackBackend({
    alone,
    service: serviceOf(link, breathe),
    now: () => performance.now(),
    onAnsweredBy: told.answeredBy,
  });

  const document = createDocumentHost({
    photoshop,
    run,
    backend,
    now,
    breathe,
    selfTest: createSelfTest({
      photoshop,
      uxp,
      run,
      now,
      globals: globalThis as unknown as Record<string, unknown>,
      service: () => link.connection()?.baseUrl ?? null,
      onAnswers: answers.save,
    }),
  });
  const host = createPhotoshopHost({
    photoshop,
    uxp,
    run,
    backend,
    document,
    platform,
    service: {
      ...told.link,
      retry() {
        backend.retry();
        return told.link.retry();
      },
    },
    answers: answers.current,
    onCommand: menu.onCommand,
    copyText: (text) => navigator.clipboard.writeText(text),
  });
  return {
    host,
    connect: () => {
      void answers.load();
      void link.start();
    },
  };
}

/** The service as it is connected at the moment; the same object as long as the connection is the same. */
function serviceOf(link: PhotoshopServiceLink, breathe: () => Promise<void>): () => Backend | null {
  let known: { readonly connection: unknown; readonly backend: Backend } | null = null;
  return () => {
    const connection = link.connection();
    if (connection === null) return null;
    if (known?.connection !== connection) {
      known = { connection, backend: createServiceBackend({ connection, breathe }) };
    }
    return known.backend;
  };
}
