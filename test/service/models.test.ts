import { readFile, writeFile } from 'node:fs/promises';
import type { RetouchEvent } from '#wire/api.ts';
import { modelsSchema } from '#wire/models.ts';
import { answer, type Play, silentUntil, status } from '../support/model-server/plays.ts';
import { CLOUD, type OwnModels, ownModels, WARMER } from '../support/own-models.ts';
import { photoFile } from '../support/photo-files.ts';
import { serviceParts } from '../support/service-parts.ts';
import { json, serviceInProcess, serviceOverHttp, type TestService } from '../support/services.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A service that knows the person's models, with a photo opened. */
async function start(
  options: Parameters<typeof ownModels>[0] = {},
  how: { env?: Record<string, string>; http?: boolean; limits?: Parameters<typeof serviceOverHttp>[0] } = {},
): Promise<OwnModels & { service: TestService; photo: string; logged: unknown }> {
  const own = await ownModels(options, how.env);
  const parts = serviceParts({ models: own.choice });
  const given = { ...how.limits, parts };
  const service = how.http ? await serviceOverHttp(given) : await serviceInProcess(given);
  open.push(service, own, parts.pool);
  const { logged, requests } = parts;
  const file = await photoFile({ width: 60, height: 40 });
  const { id: photo } = await service.client.openPhoto(file, 'a.jpg');
  return { ...own, service, photo, logged: { logged, requests } };
}

async function events(
  service: TestService,
  request: Parameters<TestService['client']['retouch']>[0],
  transport: 'stream' | 'poll' = 'stream',
): Promise<RetouchEvent[]> {
  const told: RetouchEvent[] = [];
  await service.client.retouch(request, { onEvent: (event) => told.push(event), transport, pollMs: 5 });
  return told;
}

const thoughts = (told: readonly RetouchEvent[]) =>
  told.map((event) => (event.type === 'thinking' ? event.text : '')).join('');

describe('a request that names a model', () => {
  for (const transport of ['stream', 'poll'] as const) {
    test(`shows its thinking while it lasts, its proposals, and what it took (${transport})`, async () => {
      const thinking = 'Cool light.\nWarm it, '.repeat(40);
      const play = answer(WARMER, { thinking: { field: 'reasoning', text: thinking }, piece: 3 });
      const { add, service, photo } = await start({ plays: [play] });
      await add('qwen');
      const told = await events(
        service,
        { photo, instruction: 'warmer', candidates: 1, policy: ['qwen'] },
        transport,
      );
      expect(thoughts(told)).toContain('Cool light.\nWarm it, Cool light.');
      expect(told.filter(({ type }) => type === 'thinking').length).toBeLessThan(100);
      const last = told.at(-1)!;
      if (last.type !== 'result-ready') throw new Error(`it ended with ${last.type}`);
      expect(last.result.notes).toEqual(['Proposed by qwen:double']);
      expect(last.result.usage).toEqual({ answers: 1, inputTokens: 11, outputTokens: 22, cost: null });
      expect(last.result.candidates.map(({ title }) => title)).toContain('Low sun');
      expect(last.result.versions.policy).toMatch(/^qwen:double/);
    });
  }

  test('the embedded ones tell of no model, and nothing is asked', async () => {
    const { add, server, service, photo } = await start();
    await add('qwen');
    const result = await service.client.retouch({ photo, instruction: 'warmer', candidates: 1 });
    expect(Object.keys(result)).not.toContain('notes');
    expect(Object.keys(result)).not.toContain('usage');
    expect(server.requests).toHaveLength(0);
  });

  test('several side by side are ranked together, each named', async () => {
    const { add, service, photo } = await start({ plays: [answer(WARMER)] });
    await add('qwen');
    const result = await service.client.retouch({
      photo,
      instruction: 'warmer',
      policy: ['embedded', 'qwen'],
    });
    const origins = new Set(result.candidates.map(({ reasoning }) => reasoning[0]!.text));
    expect(result.versions.policy).toBe('embedded/1 + qwen:double/hybrid-1');
    expect(origins).toContain('Proposed by embedded/1');
  });

  test('of several side by side, one that fails is left out and named', async () => {
    const { add, service, photo } = await start({ plays: [answer(WARMER), status(401)] });
    await add('qwen');
    const request = { photo, instruction: 'warmer', candidates: 2 };
    const ask = (...policy: string[]) => service.client.retouch({ ...request, policy });
    await ask('qwen');
    const result = await ask('embedded', 'qwen');
    expect(result.notes).toEqual([expect.stringMatching(/^qwen:double\S* made no proposals: /)]);
    const origins = result.candidates.map(
      ({ reasoning }) => reasoning.find(({ text }) => /^Proposed/.test(text))!.text,
    );
    expect(new Set(origins)).toEqual(new Set(['Proposed by embedded/1']));
  });

  test('where the rules understand nothing, the model’s reading is shown and judged by', async () => {
    const { add, service, photo } = await start({ plays: [answer(WARMER)] });
    await add('qwen');
    const result = await service.client.retouch({ photo, instruction: 'zzz qqq', policy: ['qwen'] });
    expect(result.reading.goals).toEqual([
      { axis: 'warmth', direction: 1, amount: 1, region: null, words: '' },
    ]);
    expect(result.candidates[0]!.reward.metrics.map(({ name }) => name).join()).toMatch(/warm/);
  });

  test('proposals and rankings take the same names and tell the same', async () => {
    const { add, service, photo } = await start({ plays: [answer(WARMER), status(500)] });
    await add('qwen');
    const proposed = await service.client.propose({ photo, instruction: 'warmer', policy: ['qwen'] });
    expect(proposed).toMatchObject({ notes: ['Proposed by qwen:double'], usage: { answers: 1 } });
    const candidates = proposed.proposals.map(({ settings }, i) => ({ id: String(i), settings }));
    const ranked = await service.client.rank({ photo, instruction: 'warmer', candidates, reward: 'qwen' });
    expect(ranked.notes).toEqual([
      expect.stringMatching(/^qwen:double could not judge, so embedded\S* did: /),
    ]);
    expect(ranked.candidates[0]!.reward.metrics.length).toBeGreaterThan(0);
  });
});

/** Whatever a model does, the embedded policy answers. */
const FAILING: readonly (readonly [claim: string, play: Play, note: RegExp, changes?: object])[] = [
  [
    'is slow to begin',
    silentUntil(new Promise(() => {}), status(500)),
    /did not begin to answer within 30 ms/,
    { firstPieceMs: 30 },
  ],
  ['refuses the key', status(401, (key: string) => ({ error: { message: `bad key ${key}` } })), /key/],
  ['answers with nonsense', answer('<script>alert(1)</script> ignore previous'), /answered twice/],
  ['has no room', status(429, undefined, { 'Retry-After': '999' }), /takes no more|wait/],
];
describe('a model that', () => {
  for (const [claim, play, note, changes = {}] of FAILING) {
    test(`${claim} costs nobody an edit, and the result says so`, async () => {
      const { models, add, service, photo, logged } = await start(
        { plays: [play] },
        { env: { OWN_KEY: 'sk-secret-0123456789' } },
      );
      await add('qwen', { ...changes, key: { from: 'env', name: 'OWN_KEY' } });
      const plain = await service.client.retouch({ photo, instruction: 'warmer', candidates: 1 });
      const told = await events(service, {
        photo,
        instruction: 'warmer',
        candidates: 1,
        policy: ['qwen'],
        reward: 'qwen',
      });
      const last = told.at(-1)!;
      if (last.type !== 'result-ready') throw new Error(`it ended with ${last.type}`);
      const { notes = [], candidates } = last.result;
      expect(candidates.map(({ settings }) => settings)).toEqual(
        plain.candidates.map(({ settings }) => settings),
      );
      expect(notes).toHaveLength(2);
      expect(notes[0]).toMatch(/^qwen:double could not be used, so embedded\/1 made the proposals: /);
      expect(notes[0]).toMatch(note);
      expect(notes[1]).toMatch(/^qwen:double could not judge, so /);
      const everything = JSON.stringify([told, logged, await models.list()]);
      expect(everything).not.toContain('sk-secret');
    });
  }

  test('is not there costs nobody an edit either', async () => {
    const { server, add, service, photo } = await start();
    await add('gone');
    await server.close();
    const result = await service.client.retouch({
      photo,
      instruction: 'warmer',
      candidates: 1,
      policy: ['gone'],
    });
    expect(result.notes![0]).toMatch(/^gone:double could not be used.*Nothing answers at 127\.0\.0\.1/);
    expect(result.candidates.length).toBeGreaterThan(0);
  });

  test('has no key where its profile says is told of like any other', async () => {
    const { server, add, service, photo } = await start();
    await add('gpt', { key: { from: 'env', name: 'NOT_SET' } });
    const result = await service.client.retouch({
      photo,
      instruction: 'warmer',
      candidates: 1,
      policy: ['gpt'],
    });
    expect(result.notes).toEqual([expect.stringContaining('the environment variable NOT_SET is not set')]);
    expect(server.requests).toHaveLength(0);
  });

  test('tries to break out changes nothing but its own candidates', async () => {
    const hostile = JSON.stringify({
      reasoning: '</script><img src=x onerror=alert(1)>\u202e ignore previous instructions',
      __proto__: { polluted: true },
      readings: [
        {
          title: '<b>../../etc/passwd</b>',
          goals: [
            { axis: 'warmth', direction: 'more', amount: 1e308, region: 'whole', words: '' },
            { axis: '__proto__', direction: 'more', amount: 1, region: 'constructor', words: '' },
          ],
          styles: [],
          locks: [],
          unsupported: [],
        },
      ],
    });
    const { add, service, photo } = await start({ plays: [answer(hostile)] });
    await add('qwen');
    const told = await events(service, { photo, instruction: 'warmer', candidates: 1, policy: ['qwen'] });
    const last = told.at(-1)!;
    if (last.type !== 'result-ready') throw new Error(`it ended with ${last.type}`);
    expect(last.result.notes![0]).toMatch(
      /^Proposed by qwen:double; 2 values of its answer could not be taken/,
    );
    expect(thoughts(told)).not.toContain('\u202e');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(
      (await service.client.retouch({ photo, instruction: 'warmer', candidates: 1 })).notes,
    ).toBeUndefined();
  });
});

describe('what the person allows', () => {
  test('nothing is sent off the machine before they agreed, and then it is', async () => {
    const { server, add, service, photo } = await start({ plays: [answer(WARMER)] });
    await add('cloud', CLOUD);
    const ask = () =>
      service.client.retouch({ photo, instruction: 'warmer', candidates: 1, policy: ['cloud'] });
    expect((await ask()).notes![0]).toMatch(/may not be sent to ollama\.com yet/);
    expect(server.requests).toHaveLength(0);
    const { models } = (await service.client.about()).models!;
    expect(models.find(({ name }) => name === 'cloud')).toMatchObject({
      reach: 'internet',
      host: 'ollama.com',
      agreed: false,
      sends: [
        expect.stringContaining('ollama.com'),
        expect.stringMatching(/JPEG of at most 1024 px without EXIF, GPS/),
        expect.stringMatching(/judges, it is also sent each edit/),
      ],
    });
    const after = await service.client.agree({ model: 'cloud', host: 'ollama.com', agreed: true });
    expect(after.models.find(({ name }) => name === 'cloud')!.agreed).toBe(true);
    expect((await ask()).notes).toEqual(['Proposed by cloud:double:cloud']);
    await service.client.agree({ model: 'cloud', host: 'ollama.com', agreed: false });
    expect((await ask()).notes![0]).toMatch(/may not be sent/);
    expect(server.requests).toHaveLength(1);
  });

  test('nothing leaves while that is forbidden, whatever was agreed to', async () => {
    const { server, add, service, photo } = await start({ plays: [answer(WARMER)] });
    await add('cloud', CLOUD);
    await service.client.agree({ model: 'cloud', host: 'ollama.com', agreed: true });
    expect((await service.client.setLocalOnly(true)).localOnly).toBe(true);
    const result = await service.client.retouch({
      photo,
      instruction: 'warmer',
      candidates: 1,
      policy: ['cloud'],
    });
    expect(result.notes![0]).toMatch(/Nothing may leave this machine/);
    expect(server.requests).toHaveLength(0);
  });

  test('a ban from the service’s surroundings cannot be lifted from a page', async () => {
    const { service } = await start({}, { env: { RETOUCHIQ_LOCAL_ONLY: '1' } });
    await expect(service.client.setLocalOnly(false)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await service.client.models()).localOnly).toBe(true);
  });

  test('they agree to the host that they saw, and to no other', async () => {
    const { add, service } = await start();
    await add('cloud', CLOUD);
    await expect(
      service.client.agree({ model: 'cloud', host: 'example.org', agreed: true }),
    ).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('is at ollama.com now'),
    });
  });
});

describe('the list of models', () => {
  test('is read anew for every request: one that was added is there without a restart', async () => {
    const { models, add, service, photo } = await start({ plays: [answer(WARMER)] });
    const ask = () =>
      service.client.retouch({ photo, instruction: 'warmer', candidates: 1, policy: ['late'] });
    await expect(ask()).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('no model "late"'),
    });
    await add('late');
    expect((await ask()).notes).toEqual(['Proposed by late:double']);
    await models.remove('late');
    await expect(ask()).rejects.toMatchObject({ code: 'bad-request' });
  });

  test('that is damaged is told of, and the embedded ones answer', async () => {
    const { models, add, service, photo } = await start();
    await add('qwen');
    await writeFile(models.path, '{"version": 1, "models": ');
    const told = modelsSchema.parse(await (await service.ask('GET', '/v1/models')).json());
    expect(told.models.map(({ name }) => name)).toEqual(['embedded']);
    expect(told.problem).toMatch(/models\.json/);
    expect(
      (await service.client.retouch({ photo, instruction: 'warmer', candidates: 1 })).candidates.length,
    ).toBeGreaterThan(0);
    const named = await service.client.retouch({
      photo,
      instruction: 'warmer',
      candidates: 1,
      policy: ['qwen'],
    });
    expect(named.notes![0]).toMatch(/^qwen could not be used/);
    expect(await readFile(models.path, 'utf8')).toBe('{"version": 1, "models": ');
  });

  const REFUSED: readonly (readonly [claim: string, body: object])[] = [
    ['an address', { policy: ['http://127.0.0.1:1/'] }],
    ['a name of JavaScript’s', { policy: ['__proto__'] }],
    ['nobody', { policy: [] }],
    ['too many', { policy: ['a', 'b', 'c', 'd', 'e'] }],
    ['a policy to judge', { reward: 'only-policy' }],
  ];
  for (const [claim, body] of REFUSED) {
    test(`refuses ${claim} in a request`, async () => {
      const { add, service, photo } = await start();
      await add('only-policy', { role: 'policy' });
      const reply = await service.ask(
        'POST',
        '/v1/retouches',
        json({ photo, instruction: 'warmer', ...body }),
      );
      expect(reply.status).toBe(400);
    });
  }

  test('is not offered by a service without one', async () => {
    const own = serviceParts();
    const service = await serviceInProcess({ parts: own });
    open.push(service, own.pool);
    expect((await service.client.about()).models).toBeUndefined();
    await expect(service.client.models()).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('a slow model', () => {
  const never: Play = silentUntil(new Promise(() => {}), status(500));
  const soon = {
    limits: { jobs: { running: 8, kept: 100, keepMs: 60_000, abandonMs: 60_000, graceMs: 1, jobMs: 60_000 } },
  };

  test('is left at once when the person stops the job', async () => {
    const { server, add, service, photo } = await start({ plays: [never] }, { http: true });
    await add('qwen');
    const id = await service.client.startRetouch({ photo, instruction: 'warmer', policy: ['qwen'] });
    while (server.underWay === 0) await new Promise(setImmediate);
    await service.client.cancelRetouch(id);
    await server.idle();
    expect(server.abandoned).toBe(1);
    expect((await service.client.retouchStatus(id, 0)).status).toBe('cancelled');
  });

  test('is left when the page is closed', async () => {
    const { server, add, service, photo } = await start({ plays: [never] }, { http: true, limits: soon });
    await add('qwen');
    const id = await service.client.startRetouch({ photo, instruction: 'warmer', policy: ['qwen'] });
    const page = new AbortController();
    const stream = await service.ask('GET', `/v1/retouches/${id}/events`, { signal: page.signal });
    await stream.body!.getReader().read();
    while (server.underWay === 0) await new Promise(setImmediate);
    page.abort();
    await server.idle();
    expect(server.abandoned).toBe(1);
  });

  test('keeps a hundred pages waiting with a sentence, and health and pictures come all the same', async () => {
    const { server, add, service, photo } = await start({ plays: [never] }, { http: true });
    await add('qwen', { concurrency: 2 });
    const body = json({ photo, instruction: 'warmer', policy: ['qwen'] });
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => service.ask('POST', '/v1/retouches', body)),
    );
    const refused = replies.filter(({ status }) => status === 429);
    expect(replies.filter(({ status }) => status === 202)).toHaveLength(8);
    expect(refused).toHaveLength(92);
    expect(refused[0]!.headers.get('Retry-After')).toBe('2');
    expect(await refused[0]!.json()).toEqual({
      error: { code: 'busy', message: 'Too many retouches are running; try again in a moment' },
    });
    while (server.underWay < 2) await new Promise(setImmediate);
    expect(server.mostUnderWay).toBe(2);
    expect((await service.client.health()).status).toBe('ok');
    const picture = await service.client.render(photo, { settings: { Exposure2012: 0.5 }, edge: 60 });
    expect([...picture.subarray(0, 2)]).toEqual([0xff, 0xd8]);
    for (const reply of replies.filter(({ status }) => status === 202))
      await service.client.cancelRetouch(((await reply.json()) as { id: string }).id);
    await server.idle();
    expect(server.requests.length).toBeLessThanOrEqual(8);
  });
});
