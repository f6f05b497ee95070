import type { Client } from '#client/client.ts';
import { Desks } from '#panel/effects/desks.ts';
import type { Host } from '#panel/host.ts';
import { factsOf, fakeDocument } from '../support/panel-shell/fake-document.ts';
import { PHOTO, resultOf, THREE } from './support.ts';

function desks() {
  const fake = fakeDocument({ openSample: async () => PHOTO } as Partial<Client> as Client, {
    1: 'a',
    2: 'b',
  });
  const waiting: (() => void)[] = [];
  let tellAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve;
  });
  const released: string[] = [];
  const host = {
    document: fake.host,
    render: async () => 'blob:picture',
    warmPicture: async () => undefined,
    releasePicture: (address: string) => released.push(address),
    retouch: async ({ request, onEvent }: Parameters<Host['retouch']>[0]) => {
      const answer = new Promise<void>((resolve) => waiting.push(resolve));
      tellAsked();
      await answer;
      onEvent({ type: 'result-ready', sequence: 1, result: resultOf(request.instruction, THREE) });
    },
  } as Partial<Host> as Host;
  const all = new Desks(host);
  fake.host.watch((facts) => all.tell(facts));
  return { all, fake, waiting, asked, released };
}

const lake = factsOf(1, 'lake.psd');
const street = factsOf(2, 'street.psd');
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('desks', () => {
  test('keep the work on each document apart', async () => {
    const { all, fake } = desks();
    fake.tell(lake);
    all.current.store.dispatch({ type: 'draft-changed', text: 'warmer' });
    fake.tell(street);
    expect(all.current.store.getState().draft).toBe('');
    fake.tell(lake);
    expect(all.current.store.getState().draft).toBe('warmer');
    expect(all.current.store.getState().document?.facts?.title).toBe('lake.psd');
  });

  test('let an answer arrive at the document it was asked for', async () => {
    const { all, fake, waiting, asked } = desks();
    fake.tell(lake);
    const { store, controller } = all.current;
    controller.run('warmer');
    await asked;
    fake.tell(street);
    waiting.shift()?.();
    await new Promise<void>((resolve) => {
      store.subscribe(() => store.getState().run === null && resolve());
    });
    expect(all.current.store.getState().work.present.round).toBeNull();
    fake.tell(lake);
    expect(all.current.store.getState().work.present.round?.instruction).toBe('warmer');
  });

  test('have one for no document at all', () => {
    const { all, fake } = desks();
    expect(all.current.key).toBe(0);
    fake.tell(lake);
    fake.tell(null);
    expect(all.current.store.getState().document?.facts).toBeNull();
  });

  test('carry on how edits are kept, never where they go or what is consented to', () => {
    const { all, fake } = desks();
    fake.tell(lake);
    const change = { follows: true, keepWords: true, place: 'this-layer', form: 'color-lookup' } as const;
    all.current.store.dispatch({ type: 'document-options-changed', change });
    fake.tell(street);
    expect(all.current.store.getState().document?.options).toMatchObject({
      follows: true,
      form: 'color-lookup',
      keepWords: false,
      place: 'new-layer',
    });
  });

  test('give back the pictures of documents left long ago', async () => {
    const { all, fake, released } = desks();
    fake.tell(lake);
    all.current.book.want('original', { photo: 'photo', settings: {}, edge: 512 });
    await settled();
    for (const id of [2, 3, 4]) fake.tell(factsOf(id, `${id}.psd`));
    expect(released).toEqual(['blob:picture']);
  });
});
