import { HEALTH, json, linkWith, type Script, scripted } from './support.ts';

const ERROR = (message: string, status: number) => json({ error: { code: 'x', message } }, status);
const html = () => new Response('<!doctype html><h1>Hi</h1>', { headers: { 'Content-Type': 'text/html' } });
const healthyBut =
  (about: () => Response | Error): Script =>
  (url) =>
    url.endsWith('/v1/health') ? json(HEALTH) : about();

describe('createServiceLink() says plainly why a service cannot be used', () => {
  const denied = 'Permission denied to the url http://localhost:4815/v1/health. Manifest entry not found.';
  it.each<[string, Script, RegExp, boolean]>([
    ['permission', () => new Error(denied), /does not let the plug-in reach.*Unload, then Load/, false],
    [
      'nobody',
      () => new TypeError('Network request failed'),
      /Nobody answers at http:\/\/localhost:4815: start/,
      true,
    ],
    ['system timeout', () => new Error('The request timed out. (-1001)'), /does not answer in time/, true],
    [
      'transport security',
      () => new Error('App Transport Security policy requires the use of a secure connection'),
      /macOS refuses the unencrypted address.*https/,
      false,
    ],
    [
      'certificate',
      () => new Error('SSL certificate problem: self signed'),
      /certificate .* is not trusted/,
      false,
    ],
    ['web page', html, /A web page answers/, false],
    [
      'HTML error',
      () => new Response('<h1>no</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } }),
      /A web page/,
      false,
    ],
    ['other program', () => json({ ollama: true }), /Another program answers/, false],
    [
      'plain text',
      () => new Response('hello', { headers: { 'Content-Type': 'text/plain' } }),
      /Another program/,
      false,
    ],
    ['nothing', () => new Response(null, { status: 204 }), /Another program/, false],
    ['null', () => json(null), /Another program/, false],
    ['foreign name', () => json({ ...HEALTH, name: 'other' }), /Another program/, false],
    ['our 403', () => ERROR('does not answer to the name', 403), /refuses this name/, false],
    [
      '500',
      () => ERROR('Something went wrong', 500),
      /answers with an error \(status 500.*Something went wrong\)/,
      true,
    ],
    ['429', () => ERROR('busy', 429), /too much to do/, true],
    [
      'newer',
      () => json({ ...HEALTH, version: '2.0.0', api: 2 }),
      /\(version 2\.0\.0\) is newer.*update the plug-in/,
      false,
    ],
    [
      'older',
      () => json({ ...HEALTH, version: '0.0.1', api: 0 }),
      /\(version 0\.0\.1\) is older.*update the service/,
      false,
    ],
    ['401', healthyBut(() => ERROR('not valid', 401)), /does not know this token/, false],
    ['about 403', healthyBut(() => ERROR('no', 403)), /refuses this name/, false],
    ['about 500', healthyBut(() => ERROR('inside', 500)), /answers with an error \(inside\)/, true],
    ['about breaks off', healthyBut(() => new TypeError('Network request failed')), /Nobody answers/, true],
  ])('%s', async (_name, script, sentence, triesAgain) => {
    const { link, timers } = linkWith(scripted(script));
    const state = await link.connect({ address: 'localhost', token: 'secret-token' });
    expect(state).toMatchObject({ mode: 'alone', status: 'failed' });
    expect(state.sentence).toMatch(sentence);
    expect(link.connection()).toBeNull();
    expect(timers.waits()).toEqual(triesAgain ? [5000] : []);
    const diagnosis = await link.diagnose();
    expect(diagnosis).toContain('http://localhost:4815/v1/health: ');
    expect(diagnosis).not.toContain('secret-token');
  });

  it('hints at https on a Mac, where plain http may be refused without a word', async () => {
    const { link } = linkWith(
      scripted(() => new TypeError('Network request failed')),
      { platform: 'mac' },
    );
    expect((await link.connect({ address: '' })).sentence).toMatch(/macOS can refuse plain http/);
  });

  it('wants https outside of this computer and asks nobody there', async () => {
    const fetch = scripted(() => json(HEALTH));
    const state = await linkWith(fetch).link.connect({ address: 'http://studio:4815', token: 'x' });
    expect(state.sentence).toMatch(/https:\/\/studio/);
    expect(fetch.asked).toEqual([]);
  });

  it('tells when an address is none', async () => {
    const state = await linkWith(scripted(() => json(HEALTH))).link.connect({ address: 'a@b' });
    expect(state).toMatchObject({ status: 'failed', address: 'a@b' });
    expect(state.sentence).toMatch(/is no address/);
  });

  it('gives a service up that accepts the question and never answers', async () => {
    const { link, timers } = linkWith(scripted(() => new Promise<Response>(() => {})));
    const state = link.connect({ address: 'https://example.com' });
    await Promise.resolve();
    expect(timers.waits()).toEqual([5000]);
    timers.fire();
    expect((await state).sentence).toMatch(/does not answer in time/);
  });

  it('gives a service up whose answer stalls half-way', async () => {
    const stalled = {
      ok: true,
      status: 200,
      headers: new Headers(),
      arrayBuffer: () => new Promise(() => {}),
    };
    const { link, timers } = linkWith(scripted(() => stalled as unknown as Response));
    const state = link.connect({ address: 'https://example.com' });
    await Promise.resolve();
    timers.fire();
    expect((await state).sentence).toMatch(/does not answer in time/);
  });
});

describe('createServiceLink()', () => {
  const service: Script = (url, { headers }) => {
    if (url.endsWith('/v1/health')) return json(HEALTH);
    return headers['Authorization'] === 'Bearer right' ? json({ version: '0.1.0' }) : ERROR('no', 401);
  };

  it('tries 127.0.0.1 when localhost is denied', async () => {
    const fetch = scripted((url, init) =>
      url.includes('localhost') ? new Error('Permission denied to the url') : service(url, init),
    );
    const { link } = linkWith(fetch);
    const state = await link.connect({ address: 'localhost', token: 'right' });
    expect(state).toMatchObject({ status: 'ready', address: 'http://127.0.0.1:4815' });
    expect(link.connection()?.baseUrl).toBe('http://127.0.0.1:4815');
  });

  it('uses a code once, even when the service is gone at one name right after pairing', async () => {
    const fetch = scripted((url, init) => {
      if (url.endsWith('/v1/pair')) return json({ token: 'right' });
      if (url === 'http://localhost:4815/v1/about') return new TypeError('Network request failed');
      return service(url, init);
    });
    const { link } = linkWith(fetch);
    expect((await link.connect({ address: 'localhost', code: '123456' })).status).toBe('ready');
    expect(fetch.asked.filter((url) => url.endsWith('/v1/pair'))).toHaveLength(1);
  });

  it('stays connected when the token cannot be kept, and says so', async () => {
    const { link, storage } = linkWith(scripted(service));
    storage.fails = Object.assign(new Error('quota has been exceeded'), { name: 'QuotaExceededError' });
    const state = await link.connect({ address: 'localhost', token: 'right' });
    expect(state).toMatchObject({ mode: 'service', status: 'ready' });
    expect(state.sentence).toMatch(/secure storage is full/);
    expect(await link.diagnose()).toContain('QuotaExceededError');
  });

  it.each([
    ['is unreadable', [0xff, 0xfe, 0x00]],
    ['is not ours', [...Buffer.from('"x"')]],
    ['has an address that no longer counts', [...Buffer.from('{"address":"http://studio","token":"t"}')]],
  ])('starts alone when what is in the storage %s', async (_name, bytes) => {
    const { link, storage } = linkWith(scripted(service));
    storage.items.set('retouchiq.service', Uint8Array.from(bytes));
    expect(await link.start()).toMatchObject({ mode: 'alone', status: 'off' });
  });

  it('starts alone when the storage fails, and survives its failing later', async () => {
    const { link, storage } = linkWith(scripted(service));
    storage.fails = new Error('lost');
    expect(await link.start()).toMatchObject({ mode: 'alone', status: 'off' });
    await link.connect({ address: 'localhost', token: 'right' });
    await link.forget();
    expect(link.connection()).toBeNull();
  });

  it('keeps only the last of two connections that are begun together', async () => {
    let answer: (reply: Response) => void = () => {};
    const fetch = scripted((url, init) =>
      url.includes('slow') ? new Promise<Response>((resolve) => (answer = resolve)) : service(url, init),
    );
    const { link } = linkWith(fetch);
    const slow = link.connect({ address: 'https://slow.example.com', token: 'right' });
    await link.connect({ address: 'localhost', token: 'right' });
    answer(json(HEALTH));
    expect((await slow).address).toBe('http://localhost:4815');
    expect(link.connection()?.baseUrl).toBe('http://localhost:4815');
  });

  it('does not come back by itself after forget()', async () => {
    const { link, timers } = linkWith(scripted(() => new TypeError('Network request failed')));
    await link.connect({ address: 'localhost', token: 'right' });
    await link.forget();
    expect(timers.waits()).toEqual([]);
  });

  it('tells a listener the state at once, and no more after it stopped listening', async () => {
    const { link } = linkWith(scripted(service));
    const heard: string[] = [];
    link.subscribe(({ status }) => heard.push(status))();
    await link.connect({ address: 'localhost', token: 'right' });
    expect(heard).toEqual(['off']);
  });
});
