import fc from 'fast-check';
import { createClient } from '#client/client.ts';
import { readEvents } from '#client/event-stream.ts';
import type { ByteReader, Fetch } from '#client/fetch.ts';
import type { RetouchEvent } from '#wire/api.ts';
import { photoFile } from '../support/photo-files.ts';
import { serviceParts } from '../support/service-parts.ts';
import { serviceInProcess, type TestService } from '../support/services.ts';
import { aborted, silentPolicy } from '../support/silent-models.ts';

/** Bytes in pieces of `size`, as a network hands them on. */
function readerOf(text: string, size: number): ByteReader {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return {
    async read() {
      if (at >= bytes.length) return { done: true };
      at += size;
      return { done: false, value: bytes.subarray(at - size, at) };
    },
    cancel: async () => {},
  };
}

test('readEvents() gives back what was sent, however it is cut', async () => {
  const lines = fc
    .string({ unit: 'binary', maxLength: 20 })
    .map((text) => text.replace(/[\r\n]|\p{Cs}/gu, ''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(lines, { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      async (data, size) => {
        const heard: string[] = [];
        await readEvents(
          readerOf(data.map((each, id) => `:\n\nevent: e\nid: ${id}\ndata: ${each}\n\n`).join(''), size),
          (each) => heard.push(each),
        );
        expect(heard).toEqual(data);
      },
    ),
  );
});

test('readEvents() joins data lines and takes CRLF', async () => {
  const heard: string[] = [];
  await readEvents(readerOf('data: one\r\ndata:two\r\n\r\ndata: cut', 3), (each) => heard.push(each));
  expect(heard).toEqual(['one\ntwo']);
});

describe('watchRetouch()', () => {
  let service: TestService;
  let photo: string;
  beforeAll(async () => {
    service = await serviceInProcess();
    photo = (await service.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'a.jpg')).id;
  });
  afterAll(() => service.close());

  const sequences = async (fetch: Fetch, transport?: 'stream' | 'poll') => {
    const client = createClient({ baseUrl: service.baseUrl, token: 'a-token-for-tests', fetch });
    const heard: RetouchEvent[] = [];
    await client.retouch(
      { photo, instruction: 'warmer', candidates: 1 },
      { onEvent: (event) => heard.push(event), pollMs: 1, ...(transport ? { transport } : {}) },
    );
    return heard.map(({ sequence }) => sequence);
  };
  const inOrder = (heard: number[]) => heard.map((_, index) => index + 1);

  test('streams where replies can be read as they arrive', async () => {
    const heard = await sequences(service.fetch);
    expect(heard).toEqual(inOrder(heard));
  });

  test('polls where they cannot', async () => {
    const heard = await sequences(async (url, init) => {
      const reply = await service.fetch(url, init);
      return {
        ok: reply.ok,
        status: reply.status,
        headers: reply.headers,
        json: () => reply.json(),
        arrayBuffer: () => reply.arrayBuffer(),
      };
    });
    expect(heard).toEqual(inOrder(heard));
  });

  test('carries on by polling when the stream breaks, and tells nothing twice', async () => {
    const heard = await sequences(async (url, init) => {
      const reply = await service.fetch(url, init);
      if (!url.includes('/events')) return reply;
      const reader = reply.body!.getReader();
      let reads = 0;
      const read = () => (++reads > 2 ? Promise.reject(new Error('connection lost')) : reader.read());
      return {
        ...reply,
        ok: true,
        status: 200,
        headers: reply.headers,
        json: () => reply.json(),
        arrayBuffer: () => reply.arrayBuffer(),
        body: { getReader: () => ({ read, cancel: async () => {} }) },
      };
    });
    expect(heard.length).toBeGreaterThan(3);
    expect(heard).toEqual(inOrder(heard));
  });
});

test.each(['stream', 'poll'] as const)(
  'retouch() with %s cancels the job on the service when its signal fires',
  async (transport) => {
    const policy = silentPolicy();
    const service = await serviceInProcess({ parts: serviceParts({ policy }) });
    const { id: photo } = await service.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'a.jpg');
    const controller = new AbortController();
    const asked = service.client.retouch(
      { photo, instruction: 'warmer' },
      { signal: controller.signal, transport, pollMs: 1 },
    );
    await policy.asked;
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await aborted(policy.signals[0]!);
    await service.close();
  },
);

test("retouch() throws the job's own error", async () => {
  const policy = {
    specVersion: 1,
    id: 'failing',
    doPropose: () => Promise.reject(new Error('private cause')),
  } as const;
  const parts = serviceParts({ policy });
  const service = await serviceInProcess({ parts });
  const { id: photo } = await service.client.openPhoto(await photoFile({ width: 24, height: 16 }), 'a.jpg');
  await expect(service.client.retouch({ photo, instruction: 'warmer' })).rejects.toMatchObject({
    code: 'internal',
    message: expect.not.stringContaining('private cause'),
  });
  expect(parts.logged).toHaveLength(1);
  await service.close();
});
