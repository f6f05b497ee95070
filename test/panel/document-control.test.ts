import type { Client } from '#client/client.ts';
import type { HostCommand } from '#panel/document-host.ts';
import { createController } from '#panel/effects/controller.ts';
import { createDocumentControl } from '#panel/effects/document-control.ts';
import { followChoice } from '#panel/effects/follow-choice.ts';
import { obey } from '#panel/effects/obey.ts';
import { PictureBook } from '#panel/effects/picture-book.ts';
import { createStore } from '#panel/effects/store.ts';
import type { Host } from '#panel/host.ts';
import { RetouchError } from '#wire/error.ts';
import { factsOf, fakeDocument } from '../support/panel-shell/fake-document.ts';
import { ANSWERED, changed, UNREAD } from './document-support.ts';
import { PHOTO, resultOf, THREE } from './support.ts';

/** A desk on a fake document; what the document was asked is in `log`. */
function desk(state = ANSWERED) {
  const client = {
    openSample: async () => PHOTO,
    rank: async (request: { candidates: readonly { id: string }[] }) => ({
      reward: 'r',
      noise: 0,
      verdict: 'clear',
      candidates: request.candidates.map(({ id }, index) => ({
        id,
        rank: index + 1,
        reward: { score: 5, metrics: [], guards: [] },
      })),
    }),
  } as Partial<Client> as Client;
  const fake = fakeDocument(client, { 1: 'lake' });
  const store = createStore(state);
  let active = true;
  fake.host.watch((facts) => {
    if (facts?.id === 1) store.dispatch({ type: 'document-told', facts });
  });
  fake.tell(factsOf(1, 'lake.psd'));
  const asked: string[] = [];
  const host = {
    render: async () => 'blob:picture',
    warmPicture: async () => undefined,
    releasePicture: () => undefined,
    document: fake.host,
    retouch: async ({ request, onEvent }: Parameters<Host['retouch']>[0]) => {
      asked.push(`${request.instruction} from ${JSON.stringify(request.base)}`);
      onEvent({ type: 'result-ready', sequence: 1, result: resultOf(request.instruction, THREE) });
    },
  } as Partial<Host> as Host;
  const isActive = () => active;
  const control = createDocumentControl({ document: fake.host, store, isActive });
  const controller = createController(host, store, new PictureBook(host), control);
  return {
    ...fake,
    fake,
    store,
    control,
    controller,
    asked,
    isActive,
    leave: () => {
      active = false;
    },
    /** Resolves when the state is so. */
    until: (is: (state: ReturnType<typeof store.getState>) => boolean) =>
      new Promise<void>((resolve) => {
        if (is(store.getState())) return resolve();
        const stop = store.subscribe(() => {
          if (!is(store.getState())) return;
          stop();
          resolve();
        });
      }),
  };
}

const idle = (state: typeof ANSWERED) => state.run === null && state.document?.doing === null;

describe('a question about a document', () => {
  test('reads it first, and not again while it is the same', async () => {
    const { controller, log, until } = desk(UNREAD);
    controller.run('warmer');
    await until((state) => idle(state) && state.work.present.round !== null);
    controller.run('cooler');
    await until((state) => idle(state) && state.work.present.round?.instruction === 'cooler');
    expect(log).toEqual(['open document']);
  });

  test('reads it again when others changed it', async () => {
    const { controller, log, until, tell } = desk(UNREAD);
    controller.run('warmer');
    await until((state) => idle(state) && state.work.present.round !== null);
    tell(changed('painted'));
    controller.run('cooler');
    await until((state) => idle(state) && state.work.present.round?.instruction === 'cooler');
    expect(log).toEqual(['open document', 'open document']);
  });

  test('refines the choice, but starts anew from what was committed', async () => {
    const { controller, control, asked, until, log } = desk();
    controller.run('softer');
    await until((state) => idle(state) && state.work.present.round?.instruction === 'softer');
    await control.commit();
    controller.run('cooler');
    await until((state) => idle(state) && state.work.present.round?.instruction === 'cooler');
    expect(asked).toEqual(['softer from {"Exposure2012":0.5}', 'cooler from {}']);
    expect(log.at(-1)).toBe('open document');
  });

  test('gives the words back when the document cannot be read, and says why', async () => {
    const { controller, failures, until, store } = desk(UNREAD);
    failures.set('open', new RetouchError('bad-photo', 'Photoshop is busy with a dialog'));
    controller.run('warmer');
    await until((state) => state.failure !== null);
    expect(store.getState()).toMatchObject({ draft: 'warmer', run: null, photo: null });
    expect(store.getState().failure?.sentence).toBe('Photoshop is busy with a dialog.');
    expect(store.getState().document?.doing).toBeNull();
  });

  test('that is cancelled while the document is read stops the reading', async () => {
    const { controller, fake, until, store } = desk(UNREAD);
    fake.delay = 60_000;
    controller.run('warmer');
    await until((state) => state.document?.doing === 'read');
    controller.cancel();
    await until(idle);
    expect(store.getState().photo).toBeNull();
  });
});

describe('the document', () => {
  test('is shown the newest choice only, when choices come faster than it can follow', async () => {
    const { control, fake, log, store } = desk();
    fake.delay = 5;
    const first = control.tryOut();
    store.dispatch({ type: 'alternative-chosen', id: 'warmer-2' });
    const second = control.tryOut();
    store.dispatch({ type: 'alternative-chosen', id: 'warmer-3' });
    await Promise.all([first, second, control.tryOut()]);
    expect(store.getState().document?.tried?.id).toBe('warmer-3');
    expect(log.at(-1)).toBe('tryOut warmer-3');
    expect(store.getState().failure).toBeNull();
  });

  test('gets nothing that was meant for another one', async () => {
    const { control, leave, log, store } = desk();
    leave();
    await control.tryOut();
    await control.commit();
    expect(log).toEqual([]);
    expect(store.getState()).toMatchObject({ failure: null });
    expect(store.getState().document?.committed).toBeNull();
  });

  test('is committed once', async () => {
    const { control, log } = desk();
    await control.commit();
    await control.commit();
    expect(log).toEqual(['commit warmer-1 new-layer smart-filter']);
  });

  test('gives a commit back', async () => {
    const { control, store } = desk();
    await control.commit();
    await control.undo();
    expect(store.getState().document?.committed).toBeNull();
    expect(store.getState().notice).toBe('Took the commit back.');
  });

  test('keeps what stood there when a trial fails', async () => {
    const { control, failures, store } = desk();
    await control.tryOut();
    failures.set('tryOut', new RetouchError('bad-settings', 'Camera Raw refused it'));
    store.dispatch({ type: 'alternative-chosen', id: 'warmer-2' });
    await control.tryOut();
    expect(store.getState().document?.tried?.id).toBe('warmer-1');
    expect(store.getState().failure).toEqual({ sentence: 'Camera Raw refused it.', remedy: 'try-again' });
  });

  test('shows what was before only while a trial stands in it; else the tile does', async () => {
    const { control, log, store } = desk();
    await control.toggleBefore();
    expect(store.getState().view.compare).toBe('before');
    expect(log).toEqual([]);
    await control.tryOut();
    await control.toggleBefore();
    expect(log.at(-1)).toBe('showBefore true');
  });

  test('is not worked on by a ranking that was stopped', async () => {
    const { control, fake, until, store } = desk();
    await control.read();
    fake.delay = 60_000;
    const ranking = control.rankTrue();
    await until((state) => state.document?.hostRanking !== null);
    control.stop();
    await ranking;
    expect(store.getState().document).toMatchObject({ hostRanking: null, doing: null });
    expect(store.getState().work.present.round?.fidelity).toEqual({});
  });
});

describe('an earlier edit', () => {
  test('that is loaded has the document read, so that its picture can be shown', async () => {
    const { control, log, until, store } = desk(UNREAD);
    const settings = { Exposure2012: 0.4 };
    control.load({ id: 'a', at: '2026-11-03', settings, versions: {}, criteria: [], instruction: null });
    await until((state) => state.photo !== null && idle(state));
    expect(log).toEqual(['open document']);
    expect(store.getState().work.present.chosen).toBe('committed-a');
  });
});

describe('menu commands', () => {
  test('choose, try, commit and give the document back', async () => {
    const { control, log, until, store } = desk();
    const command = (name: HostCommand) => obey({ store, control }, name);
    command('next');
    expect(store.getState().work.present.chosen).toBe('warmer-2');
    command('previous');
    command('try');
    await until((state) => state.document?.tried != null);
    command('discard');
    await until((state) => idle(state) && state.document?.tried === null);
    command('commit');
    await until((state) => state.document?.committed != null);
    expect(log).toEqual(['tryOut warmer-1', 'discard', 'commit warmer-1 new-layer smart-filter']);
  });
});

describe('showing as one chooses', () => {
  test('puts every choice that rests into the document, and takes it out for the original', async () => {
    const { store, control, isActive, until, log } = desk();
    const stop = followChoice(store, control, isActive);
    store.dispatch({ type: 'document-options-changed', change: { follows: true } });
    await until((state) => state.document?.tried?.id === 'warmer-1');
    store.dispatch({ type: 'alternative-chosen', id: 'warmer-2' });
    await until((state) => state.document?.tried?.id === 'warmer-2');
    store.dispatch({ type: 'alternative-chosen', id: 'original' });
    await until((state) => state.document?.tried === null);
    stop();
    expect(log).toEqual(['tryOut warmer-1', 'tryOut warmer-2', 'discard']);
  });

  test('does nothing while it is off', async () => {
    const { store, control, isActive, log } = desk();
    const stop = followChoice(store, control, isActive);
    store.dispatch({ type: 'alternative-chosen', id: 'warmer-2' });
    await control.tryOut();
    stop();
    expect(log).toEqual(['tryOut warmer-2']);
  });
});
