import { createClient } from '#client/client.ts';
import { serviceOverHttp, type TestService, TOKEN } from '../../support/services.ts';
import { linkWith } from './support.ts';

describe('createServiceLink() with a real service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await serviceOverHttp();
  });
  afterAll(() => service.close());

  it('works alone and asks nobody before it is told to', async () => {
    const { link, states } = linkWith(service.fetch);
    expect(await link.start()).toMatchObject({ mode: 'alone', status: 'off', sentence: null });
    expect(link.connection()).toBeNull();
    expect(states).toHaveLength(1);
  });

  it('pairs with the code that the service printed, and its connection serves a client', async () => {
    const { link, states } = linkWith(service.fetch);
    const code = service.app.pairing.issue();
    const state = await link.connect({
      address: service.baseUrl,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(state).toMatchObject({
      mode: 'service',
      status: 'ready',
      address: service.baseUrl,
      sentence: null,
    });
    expect(states.map(({ status }) => status)).toEqual(['off', 'connecting', 'ready']);
    expect(await createClient(link.connection()!).about()).toMatchObject({ version: state.version });
  });

  it('finds the service of last time by itself after a restart', async () => {
    const before = linkWith(service.fetch);
    await before.link.connect({ address: `${service.baseUrl}/`, token: ` ${TOKEN} ` });
    const { link } = linkWith(service.fetch, { secureStorage: before.storage });
    expect(await link.start()).toMatchObject({ mode: 'service', status: 'ready' });
    expect(link.connection()?.token).toBe(TOKEN);
  });

  it('takes address and token together from the address of the page', async () => {
    const { link } = linkWith(service.fetch);
    expect(await link.connect({ address: `${service.baseUrl}/#token=${TOKEN}` })).toMatchObject({
      status: 'ready',
    });
  });

  it('says that a code is needed when there is none', async () => {
    const state = await linkWith(service.fetch).link.connect({ address: service.baseUrl });
    expect(state).toMatchObject({ mode: 'alone', status: 'failed' });
    expect(state.sentence).toMatch(/enter the code that it prints/);
  });

  it('tells the tries that are left after a wrong code', async () => {
    const code = service.app.pairing.issue();
    const wrong = code === '000000' ? '000001' : '000000';
    const { link } = linkWith(service.fetch);
    expect((await link.connect({ address: service.baseUrl, code: wrong })).sentence).toMatch(/4 tries left/);
    expect((await link.connect({ address: service.baseUrl, code })).status).toBe('ready');
  });

  it('forgets a token that the service does not know, and asks to pair', async () => {
    const { link, storage } = linkWith(service.fetch);
    const state = await link.connect({ address: service.baseUrl, token: 'of-yesterday' });
    expect(state.sentence).toMatch(/pair again/);
    expect(Buffer.from([...storage.items.values()][0] ?? []).toString()).not.toContain('of-yesterday');
    expect((await link.retry()).sentence).toMatch(/enter the code/);
  });

  it('keeps the token for the same service, and shows it to no other', async () => {
    const { link } = linkWith(service.fetch);
    await link.connect({ address: service.baseUrl, token: TOKEN });
    const port = new URL(service.baseUrl).port;
    expect(await link.connect({ address: `127.0.0.1:${port}` })).toMatchObject({ status: 'ready' });
    const other = await serviceOverHttp();
    expect((await link.connect({ address: other.baseUrl })).sentence).toMatch(/enter the code/);
    await other.close();
  });

  it('keeps its connection, the very object, while it finds the same service in place', async () => {
    const { link, states } = linkWith(service.fetch);
    await link.connect({ address: service.baseUrl, token: TOKEN });
    const before = link.connection();
    const told = states.length;
    await link.retry();
    expect(link.connection()).toBe(before);
    expect(states.slice(told).map(({ status }) => status)).toEqual(['ready']);
  });

  it('works alone again after forget(), with nothing left in the storage', async () => {
    const { link, storage } = linkWith(service.fetch);
    await link.connect({ address: service.baseUrl, token: TOKEN });
    await link.forget();
    expect(link.connection()).toBeNull();
    expect(storage.items.size).toBe(0);
    expect(await link.retry()).toMatchObject({ mode: 'alone', status: 'off' });
  });

  it('falls back when the service goes, tries again ever more rarely, and is back with it', async () => {
    const first = await serviceOverHttp();
    const { port } = new URL(first.baseUrl);
    const down = { down: false };
    const fetch: typeof first.fetch = (url, init) =>
      down.down ? Promise.reject(new TypeError('Network request failed')) : first.fetch(url, init);
    const { link, timers, until } = linkWith(fetch);
    await link.connect({ address: `localhost:${port}`, token: TOKEN });
    down.down = true;
    expect(await link.retry()).toMatchObject({ mode: 'alone', status: 'failed' });
    expect(link.connection()).toBeNull();
    expect(timers.waits()).toEqual([5000]);
    timers.fire();
    await eventually(() => timers.waits().includes(10_000));
    down.down = false;
    const back = until(({ status }) => status === 'ready');
    timers.fire();
    expect(await back).toMatchObject({ mode: 'service' });
    await first.close();
  });

  it('diagnoses without showing the token', async () => {
    const { link } = linkWith(service.fetch, { host: 'Photoshop 27.4, UXP 9.2' });
    await link.connect({ address: service.baseUrl, token: TOKEN });
    const text = await link.diagnose();
    expect(text).toContain('Photoshop 27.4, UXP 9.2');
    expect(text).toMatch(/\/v1\/health: status 200, application\/json.*, retouchiq .* API 1/);
    expect(text).toMatch(/\/v1\/about: status 200/);
    expect(text).not.toContain(TOKEN);
  });
});

/** Until something that no event tells has become true. */
async function eventually(fits: () => boolean): Promise<void> {
  while (!fits()) await new Promise((resolve) => setImmediate(resolve));
}
