import { isAllowedHost } from '#service/middleware/host.ts';
import { isAllowedOrigin } from '#service/middleware/origin.ts';
import { ROUTES } from '#service/routes/index.ts';
import { serviceParts } from '../support/service-parts.ts';
import { json, serviceInProcess, type TestService, TOKEN } from '../support/services.ts';

let service: TestService;
beforeAll(async () => {
  service = await serviceInProcess();
});
afterAll(() => service.close());

const address = (path: string) => path.replaceAll(/\{\w+\}/g, 'x');

describe('every route but health and pairing', () => {
  const closed = ROUTES.filter(({ access }) => access === 'token');
  test('is closed', () => {
    expect(ROUTES.filter((route) => !closed.includes(route)).map(({ path }) => path)).toEqual([
      '/v1/health',
      '/v1/pair',
    ]);
  });

  const secrets = [
    '',
    'Bearer',
    'Bearer ',
    'Bearer wrong',
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Basic ${TOKEN}`,
    TOKEN,
  ];
  test.each([...closed.map(({ method, path }) => [method, path]), ['get', '/metrics']])(
    '%s %s refuses a missing or wrong token',
    async (method, path) => {
      for (const Authorization of secrets) {
        const reply = await service.ask(method!.toUpperCase(), address(path!), {
          headers: { Authorization },
        });
        expect([Authorization, reply.status, reply.headers.get('WWW-Authenticate')]).toEqual([
          Authorization,
          401,
          'Bearer',
        ]);
        expect(await reply.json()).toMatchObject({ error: { code: 'unauthorized' } });
      }
    },
  );
});

test.each<[string, boolean, { names: string[]; addresses: boolean }?]>([
  ['127.0.0.1:4815', true],
  ['localhost', true],
  ['LOCALHOST:1', true],
  ['[::1]:4815', true],
  ['127.8.8.8', true],
  ['evil.example', false],
  ['localhost.evil.example', false],
  ['127.0.0.1.evil.example:4815', false],
  ['evil.example:80@127.0.0.1', false],
  ['192.168.1.7:4815', false],
  ['192.168.1.7:4815', true, { names: [], addresses: true }],
  ['photos.lan:443', true, { names: ['Photos.lan'], addresses: true }],
  ['evil.example', false, { names: ['photos.lan'], addresses: true }],
  ['', false],
  ['a b', false],
  ['[::1', false],
])('the host %j is answered: %p', (host, allowed, rule = { names: [], addresses: false }) => {
  expect(isAllowedHost(host, rule)).toBe(allowed);
});

test.each([
  ['null', true],
  ['file://', true],
  ['uxp-internal://panel', true],
  ['chrome-extension://abc', true],
  ['http://127.0.0.1:4815', true],
  ['HTTP://127.0.0.1:4815', true],
  ['http://127.0.0.1:3000', false],
  ['http://localhost:4815', false],
  ['https://evil.example', false],
  ['http://127.0.0.1:4815.evil.example', false],
  ['http://evil.example/127.0.0.1:4815', false],
])('the origin %j may use the service at 127.0.0.1:4815: %p', (origin, allowed) => {
  expect(isAllowedOrigin(origin, '127.0.0.1:4815')).toBe(allowed);
});

test('a foreign host is refused even for health', async () => {
  const reply = await service.ask('GET', '/v1/health', { headers: { Host: 'evil.example' } });
  expect(reply.status).toBe(403);
});

test('another web site is refused, its preflight too', async () => {
  for (const method of ['GET', 'OPTIONS']) {
    const reply = await service.ask(method, '/v1/about', { headers: { Origin: 'https://evil.example' } });
    expect([reply.status, reply.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null]);
  }
});

test("a panel's origin passes with a token, and gets the headers that a browser wants", async () => {
  const preflight = await service.ask('OPTIONS', '/v1/about', {
    headers: { Origin: 'null', Authorization: '' },
  });
  expect([preflight.status, preflight.headers.get('Access-Control-Allow-Origin')]).toEqual([204, 'null']);
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
  const reply = await service.ask('GET', '/v1/about', { headers: { Origin: 'null' } });
  expect([reply.status, reply.headers.get('Access-Control-Allow-Origin')]).toEqual([200, 'null']);
  expect(
    (await service.ask('GET', '/v1/about', { headers: { Origin: 'null', Authorization: '' } })).status,
  ).toBe(401);
});

test.each(['/v1/health', '/v1/nothing', '/'])(
  '%s carries the security headers, and is not cached',
  async (path) => {
    const { headers } = await service.ask('GET', path);
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
  },
);

test('the page is served without a token', async () => {
  const page = new Map([
    ['/', { content: new TextEncoder().encode('<p>hi'), contentType: 'text/html; charset=utf-8' }],
  ]);
  const withPage = await serviceInProcess({ page });
  const reply = await withPage.ask('GET', '/', { headers: { Authorization: '' } });
  expect([reply.status, reply.headers.get('Content-Type'), await reply.text()]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<p>hi',
  ]);
  expect((await withPage.ask('GET', '/package.json')).status).toBe(404);
  await withPage.close();
});

test('what is not foreseen is logged, and told without its details', async () => {
  const parts = serviceParts({
    read: () => {
      throw new Error('secret detail');
    },
  });
  const failing = await serviceInProcess({ parts });
  const reply = await failing.ask('POST', '/v1/read', json({ instruction: 'warmer' }));
  const text = await reply.text();
  expect([reply.status, JSON.parse(text).error.code]).toEqual([500, 'internal']);
  expect(text).not.toContain('secret detail');
  expect(parts.logged).toHaveLength(1);
  await failing.close();
});

test('metrics count requests by route, never by id', async () => {
  await service.ask('GET', '/v1/photos/0123456789abcdef');
  const text = await (await service.ask('GET', '/metrics')).text();
  expect(text).toMatch(
    /retouchiq_http_requests_total\{route="\/v1\/photos\/\{id\}",method="GET",status="404"\} [1-9]/,
  );
  expect(text).not.toContain('0123456789abcdef');
});

test('requests are logged by route, without ids, names, instructions or the token', async () => {
  const parts = serviceParts();
  const logging = await serviceInProcess({ parts });
  await logging.ask('GET', '/v1/photos/0123456789abcdef?secret=1');
  await logging.client.read('hide my face');
  expect(parts.requests).toHaveLength(2);
  expect(JSON.parse(parts.requests[0]!.replace(/^request /, ''))).toMatchObject({
    method: 'GET',
    route: '/v1/photos/{id}',
    status: 404,
  });
  expect(parts.requests.join()).not.toMatch(new RegExp(`0123456789abcdef|secret|face|${TOKEN}`));
  await logging.close();
});
