import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JOB_LIMITS } from '#service/jobs.ts';
import { type RunningService, type ServeOptions, startService } from '#service/serve.ts';
import { photoFile } from '../support/photo-files.ts';
import { describeWithProgram, runProgram } from '../support/programs.ts';
import { serviceParts } from '../support/service-parts.ts';
import { json, serviceOverHttp } from '../support/services.ts';
import { aborted, silentPolicy } from '../support/silent-models.ts';

const running: (RunningService | Server)[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

async function started(options: Partial<ServeOptions> = {}): Promise<RunningService> {
  const service = await startService({ parts: serviceParts(), port: 0, ...options });
  running.push(service);
  return service;
}

test('a taken port leads to the next free one', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  running.push(other);
  await new Promise((resolve) => other.once('listening', resolve));
  const taken = (other.address() as AddressInfo).port;
  const service = await started({ port: taken });
  expect(service.port).toBeGreaterThan(taken);
  expect(service.url).toBe(`http://127.0.0.1:${service.port}`);
  expect((await fetch(`${service.url}/v1/health`)).status).toBe(200);
});

test('the page address carries the token in its fragment, a new one each time', async () => {
  const [one, other] = [await started(), await started()];
  expect(one.pageUrl).toBe(`${one.url}/#token=${one.token}`);
  expect(one.token).toMatch(/^[\w-]{43}$/);
  expect(one.token).not.toBe(other.token);
});

test.each(['0.0.0.0', '::', '192.168.1.7', 'photos.lan'])(
  'serving on %s is refused without TLS or a stated proxy',
  async (host) => {
    await expect(startService({ parts: serviceParts(), port: 0, host })).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringMatching(/--tls-cert.*--behind-proxy/),
    });
  },
);

test('behind a proxy it answers to its given name, and needs the token', async () => {
  const service = await started({ host: '0.0.0.0', behindProxy: true, names: ['photos.lan'] });
  const status = (host: string, path: string) =>
    new Promise((resolve, reject) => {
      request({ port: service.port, path, headers: { host } }, (reply) => resolve(reply.resume().statusCode))
        .on('error', reject)
        .end();
    });
  expect(await status('photos.lan', '/v1/health')).toBe(200);
  expect(await status('photos.lan', '/v1/about')).toBe(401);
  expect(await status('evil.example', '/v1/health')).toBe(403);
});

describeWithProgram('openssl', 'with a certificate and a key', () => {
  test('it serves other machines over https, to those with the token', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const make = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=photos.lan'];
    runProgram('openssl', [...make, '-keyout', key, '-out', cert]);
    const service = await started({ host: '0.0.0.0', tls: { cert, key }, names: ['photos.lan'] });
    const status = (path: string, Authorization: string) =>
      new Promise((resolve, reject) => {
        const options = {
          port: service.port,
          path,
          headers: { host: 'photos.lan', Authorization },
          rejectUnauthorized: false,
        };
        secureRequest(options, (reply) => resolve(reply.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(service.url).toMatch(/^https:/);
    expect(await status('/v1/about', '')).toBe(401);
    expect(await status('/v1/about', `Bearer ${service.token}`)).toBe(200);
    await rm(folder, { recursive: true });
  });
});

test('a TLS file that is not there is named', async () => {
  const tls = { cert: '/nowhere/cert.pem', key: '/nowhere/key.pem' };
  await expect(startService({ parts: serviceParts(), port: 0, tls })).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining('/nowhere/cert.pem'),
  });
});

test('an address that this machine does not have is said so', async () => {
  await expect(
    startService({ parts: serviceParts(), port: 0, host: '192.0.2.1', behindProxy: true }),
  ).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining('does not have that address'),
  });
});

test('the built page is served, and nothing beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
  await mkdir(join(folder, 'page/art'), { recursive: true });
  await writeFile(join(folder, 'page/index.html'), '<title>RetouchIQ</title>');
  await writeFile(join(folder, 'page/art/icon.svg'), '<svg/>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const { url } = await started({ pageFolder: join(folder, 'page') });
  for (const path of ['/', '/index.html'])
    expect(await (await fetch(url + path)).text()).toContain('RetouchIQ');
  expect((await fetch(`${url}/art/icon.svg`)).headers.get('Content-Type')).toBe('image/svg+xml');
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '//secret.txt'])
    expect((await fetch(url + path)).status).toBe(404);
  await rm(folder, { recursive: true });
});

test('without a built page the address says how to build it', async () => {
  const { url } = await started({ pageFolder: '/nowhere/page' });
  expect(await (await fetch(url)).text()).toContain('npm run build');
});

test('a model is told when the client goes away', async () => {
  const policy = silentPolicy();
  const service = await serviceOverHttp({ parts: serviceParts({ policy }) });
  const { id } = await service.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'a.jpg');
  const leave = new AbortController();
  const asked = service.client.propose({ photo: id, instruction: 'warmer' }, leave.signal);
  await policy.asked;
  leave.abort();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  await aborted(policy.signals[0]!);
  await service.close();
});

test('an upload that breaks off is a cancellation, not a failure', async () => {
  const parts = serviceParts();
  const service = await started({ parts });
  const headers = { Authorization: `Bearer ${service.token}`, 'Content-Length': '1000' };
  const upload = request({ port: service.port, path: '/v1/photos', method: 'POST', headers });
  upload.on('error', () => {}); // its own breaking off
  upload.write(new Uint8Array(10), () => upload.destroy());
  while (parts.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(parts.requests[0]).toContain('"status":409');
  expect(parts.logged).toEqual([]);
});

test('a retouch ends when the client that follows its stream goes away', async () => {
  const policy = silentPolicy();
  const service = await serviceOverHttp({
    parts: serviceParts({ policy }),
    limits: { jobs: { ...JOB_LIMITS, graceMs: 0 } },
  });
  const { id: photo } = await service.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'a.jpg');
  const id = await service.client.startRetouch({ photo, instruction: 'warmer' });
  const leave = new AbortController();
  const stream = await service.ask('GET', `/v1/retouches/${id}/events`, { signal: leave.signal });
  await stream.body!.getReader().read();
  await policy.asked;
  leave.abort();
  await aborted(policy.signals[0]!);
  expect((await service.client.retouchStatus(id, 0)).status).toBe('cancelled');
  await service.close();
});

test('closing ends running jobs and takes no more requests', async () => {
  const policy = silentPolicy();
  const service = await serviceOverHttp({ parts: serviceParts({ policy }) });
  const { id: photo } = await service.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'a.jpg');
  const { id } = (await (
    await service.ask('POST', '/v1/retouches', json({ photo, instruction: 'warmer' }))
  ).json()) as { id: string };
  const stream = await service.ask('GET', `/v1/retouches/${id}/events`);
  await policy.asked;
  const closed = service.close();
  expect(await stream.text()).toContain('"code":"cancelled"');
  await closed;
  expect(policy.signals[0]!.aborted).toBe(true);
  await expect(service.client.health()).rejects.toMatchObject({
    code: 'model-failed',
    message: expect.stringContaining('cannot be reached'),
  });
});
