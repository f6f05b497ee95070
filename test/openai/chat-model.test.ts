import type { ChatRequest } from '#openai/chat.ts';
import { createChatModel } from '#openai/chat-model.ts';
import { createEndpoints } from '#openai/endpoints.ts';
import type { Profile } from '#openai/profile.ts';
import type { ServerKind } from '../support/model-server/accepted.ts';
import { answer, chunk, rawStream, status, wholeAnswer } from '../support/model-server/plays.ts';
import { type SeenRequest, startModelServer } from '../support/model-server/start.ts';
import { ALLOWED, JPEG, modelFor, PLAIN, profileFor, WARM, WITH_SCHEMA, withServer } from './support.ts';

const refusals = (requests: readonly SeenRequest[]) => requests.map(({ refused }) => refused);
const formats = (requests: readonly SeenRequest[]) =>
  requests.map(({ body }) => (body['response_format'] as { type: string } | undefined)?.type ?? 'text');

test('ask() asks for a schema, reads the pieces and tells the reasoning while it comes', async () => {
  await withServer({ plays: [answer(WARM)] }, async (model, server) => {
    const pieces: string[] = [];
    const reply = await model.ask({ ...WITH_SCHEMA, onReasoning: (piece) => pieces.push(piece) });
    expect(JSON.parse(reply.text)).toEqual({ reasoning: 'Low sun, "golden".', warmth: 0.8 });
    expect(reply).toMatchObject({
      reasoning: 'Low sun, "golden".',
      usage: { inputTokens: 11, outputTokens: 22, cost: null },
      form: 'json_schema',
      attempts: 1,
    });
    expect(pieces.join('')).toBe('Low sun, "golden".');
    expect(pieces.length).toBeGreaterThan(1);
    expect(refusals(server.requests)).toEqual([undefined]);
  });
});

test('ask() reads an answer that comes in one piece', async () => {
  await withServer({ plays: [wholeAnswer('Hello', { reasoning_content: 'Be brief.' })] }, async (model) => {
    const reply = await model.ask(PLAIN);
    expect(reply).toMatchObject({
      text: 'Hello',
      reasoning: 'Be brief.',
      usage: { inputTokens: 5, outputTokens: 6 },
    });
    expect(reply.timing?.streamed).toBe(false);
  });
});

test('ask() sends pictures as data: URLs after the text, and no address that a server would have to fetch', async () => {
  await withServer({ plays: [answer(WARM)] }, async (model, server) => {
    await model.ask(WITH_SCHEMA);
    const [, user] = server.requests[0]!.body['messages'] as { content: unknown }[];
    expect(user!.content).toEqual([
      { type: 'text', text: 'How warm is it?' },
      {
        type: 'image_url',
        image_url: { url: `data:image/jpeg;base64,${Buffer.from(JPEG).toString('base64')}` },
      },
    ]);
  });
});

describe('request fields', () => {
  const kinds: readonly (readonly [ServerKind, Partial<Profile>, string[]])[] = [
    ['openai', { effort: 'low' }, ['store', 'reasoning_effort', 'max_completion_tokens', 'seed']],
    ['gemini', { effort: 'low' }, ['reasoning_effort', 'max_tokens']],
    ['vllm', { effort: 'none' }, ['chat_template_kwargs', 'max_tokens', 'seed']],
    ['sglang', { effort: 'high' }, ['chat_template_kwargs', 'max_tokens', 'seed']],
    ['ollama', { effort: 'none' }, ['reasoning_effort', 'max_tokens', 'seed']],
    ['lmstudio', { effort: 'low' }, ['max_tokens', 'seed']],
    ['openrouter', { effort: 'low' }, ['usage', 'provider', 'reasoning', 'max_tokens', 'seed']],
    ['compatible', { effort: 'low' }, ['max_tokens']],
  ];

  test.each(kinds)('of %s are those that it publishes, and no others', async (kind, profile, special) => {
    await withServer({ kind, plays: [answer(WARM)], profile }, async (model, server) => {
      await model.ask(WITH_SCHEMA);
      expect(refusals(server.requests)).toEqual([undefined]);
      const common = ['messages', 'model', 'response_format', 'stream', 'stream_options', 'temperature'];
      expect(Object.keys(server.requests[0]!.body).sort()).toEqual([...common, ...special].sort());
    });
  });

  test('of a reasoning model of OpenAI hold no temperature', async () => {
    const options = { models: ['gpt-5-mini'], plays: [answer(WARM)], profile: { model: 'gpt-5-mini' } };
    await withServer(options, async (model, server) => {
      await model.ask(WITH_SCHEMA);
      expect(refusals(server.requests)).toEqual([undefined]);
      expect(server.requests[0]!.body).not.toHaveProperty('temperature');
    });
  });

  test('that a server refuses are left out, once for all', async () => {
    const can = { stream_options: false, temperature: false } as const;
    await withServer({ can, plays: [answer(WARM)] }, async (model, server) => {
      expect((await model.ask(WITH_SCHEMA)).attempts).toBe(3);
      expect((await model.ask(WITH_SCHEMA)).attempts).toBe(1);
      expect(server.requests.at(-1)!.body).not.toHaveProperty('temperature');
    });
  });

  test('have the most tokens under the other name when a server wants that', async () => {
    const options = {
      models: ['o3'],
      plays: [answer('Hi')],
      profile: { preset: 'vllm' as const, model: 'o3' },
    };
    await withServer(options, async (model, server) => {
      await model.ask(PLAIN);
      expect(server.requests.at(-1)!.body).toMatchObject({ max_completion_tokens: 8192 });
      expect(server.requests.at(-1)!.body).not.toHaveProperty('max_tokens');
    });
  });

  test('keep within the profile, whatever the caller wants', async () => {
    await withServer({ profile: { maxTokens: 100, temperature: 0.9 } }, async (model, server) => {
      await model.ask({ ...PLAIN, maxTokens: 5000, temperature: 0.1 });
      expect(server.requests[0]!.body).toMatchObject({ max_completion_tokens: 100, temperature: 0.9 });
    });
  });
});

describe('headers', () => {
  test('carry the key and nothing about the machine', async () => {
    await withServer({ model: { key: 'sk-right-0001' } }, async (model, server) => {
      await model.ask(PLAIN);
      const { headers } = server.requests[0]!;
      expect(headers['authorization']).toBe('Bearer sk-right-0001');
      expect(headers['user-agent']).toBe('RetouchIQ');
      expect(Object.keys(headers).filter((name) => /stainless|organization|project/.test(name))).toEqual([]);
    });
  });

  test('have no key where there is none, even when the environment has one for another server', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      OPENAI_API_KEY: 'sk-of-another',
      OPENAI_ORG_ID: 'org-1',
      OPENAI_BASE_URL: 'http://x.invalid',
    });
    try {
      await withServer({ kind: 'vllm' }, async (model, server) => {
        await model.ask(PLAIN);
        expect(JSON.stringify(server.requests[0]!.headers)).not.toMatch(/sk-of-another|org-1/);
        expect(server.requests[0]!.headers).not.toHaveProperty('authorization');
      });
    } finally {
      process.env = before;
    }
  });

  test('of a model without a key lead to how to give one', async () => {
    await withServer({ key: 'right' }, async (model) => {
      await expect(model.ask(PLAIN)).rejects.toThrow(
        /wants a key: set OPENAI_API_KEY, or give it one with "retouchiq models add test/,
      );
    });
  });
});

describe('the ways of asking for JSON', () => {
  const LADDERS: readonly (readonly [string, Parameters<typeof withServer>[0]['can'], string[]])[] = [
    ['everything', {}, ['json_schema']],
    ['no schema', { json_schema: false }, ['json_schema', 'json_object']],
    ['no JSON at all', { json_schema: false, json_object: false }, ['json_schema', 'json_object', 'text']],
  ];

  test.each(LADDERS)('of a server that can do %s are stepped down and remembered', async (_, can, steps) => {
    const plays = [answer(`Here it is:\n\`\`\`json\n${WARM}\n\`\`\`\nEnjoy {it}!`)];
    await withServer({ kind: 'compatible', ...(can ? { can } : {}), plays }, async (model, server) => {
      const reply = await model.ask(WITH_SCHEMA);
      expect(formats(server.requests)).toEqual(steps);
      expect(reply).toMatchObject({
        form: steps.at(-1),
        attempts: steps.length,
        reasoning: 'Low sun, "golden".',
      });
      expect(JSON.parse(reply.text)).toHaveProperty('warmth', 0.8);
      await model.ask(WITH_SCHEMA);
      expect(formats(server.requests)).toEqual([...steps, steps.at(-1)]);
    });
  });

  test('are shared by all models of one program at one address', async () => {
    const server = await startModelServer({ can: { json_schema: false }, plays: [answer(WARM)] });
    const endpoints = createEndpoints();
    const profile = profileFor(server.baseUrl);
    await modelFor(profile, { endpoints }).ask(WITH_SCHEMA);
    await modelFor(profile, { endpoints }).ask(WITH_SCHEMA);
    await modelFor({ ...profile, model: 'another' }, { endpoints })
      .ask(WITH_SCHEMA)
      .catch(() => {});
    expect(formats(server.requests)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
      'json_schema',
      'json_object',
    ]);
    await server.close();
  });

  test.each([
    [
      'OpenAI',
      400,
      { error: { message: "Invalid schema for response_format 'warmth': bad.", param: 'response_format' } },
    ],
    [
      'Gemini',
      400,
      [
        {
          error: {
            code: 400,
            message: `Unknown name "additionalProperties" at 'generation_config.response_schema'`,
          },
        },
      ],
    ],
    [
      'vLLM',
      400,
      {
        object: 'error',
        message: 'Failed to compile grammar',
        type: 'BadRequestError',
        param: null,
        code: 400,
      },
    ],
    ['FastAPI', 422, { detail: [{ loc: ['body', 'response_format', 'type'], msg: 'unexpected value' }] }],
    ['LM Studio', 400, { error: "'response_format.type' must be 'json_schema' or 'text'" }],
    ['llama.cpp', 501, { error: { code: 501, message: 'json_schema is not supported by this template' } }],
  ])('are stepped down for the words of %s', async (_, code, error) => {
    await withServer({ plays: [status(code, error), answer(WARM)] }, async (model, server) => {
      expect(await model.ask(WITH_SCHEMA)).toMatchObject({ form: 'json_object', attempts: 2 });
      expect(formats(server.requests)).toEqual(['json_schema', 'json_object']);
    });
  });

  test.each([
    ['a wrong key', 401, 'json_schema'],
    ['a missing model', 404, 'response_format'],
    ['a failing server', 500, 'grammar'],
    ['another wrong value', 400, 'messages too long'],
  ])('stay for %s', async (_, code, message) => {
    await withServer(
      { plays: [status(code, { error: { message } }), answer(WARM)] },
      async (model, server) => {
        await model.ask(WITH_SCHEMA).catch(() => {});
        expect(new Set(formats(server.requests))).toEqual(new Set(['json_schema']));
      },
    );
  });

  test('send a schema that is not strict as a wish', async () => {
    await withServer({ plays: [answer('{"a": 1}')] }, async (model, server) => {
      const loose = { type: 'object', properties: { a: { type: 'number' } } };
      await model.ask({ ...PLAIN, schema: { name: 'loose', json: loose } });
      expect(server.requests[0]!.body['response_format']).toMatchObject({ json_schema: { strict: false } });
      expect(refusals(server.requests)).toEqual([undefined]);
    });
  });
});

describe('thinking', () => {
  const asks: Partial<ChatRequest> = { ...WITH_SCHEMA };
  const later = '{"warmth": 0.8, "reasoning": "Not the first."}';

  test.each([
    ['in `reasoning`', answer(WARM, { thinking: { field: 'reasoning', text: 'Hmm, warm.' } }), 'Hmm, warm.'],
    [
      'in `reasoning_content`',
      answer(WARM, { thinking: { field: 'reasoning_content', text: 'Hmm.' } }),
      'Hmm.',
    ],
    [
      'between <think> tags',
      answer(`\n<think>\nHmm, <b>warm.\n</think>\n\n${WARM}`, { piece: 1 }),
      'Hmm, <b>warm.',
    ],
    ['before a lone </think>', answer(`Hmm, warm.\n</think>\n${WARM}`, { piece: 3 }), 'Hmm, warm.'],
    ['in the first key of the answer', answer(WARM, { piece: 1 }), 'Low sun, "golden".'],
  ])('%s is told apart from the answer', async (_, play, thought) => {
    await withServer({ plays: [play] }, async (model) => {
      let told = '';
      const reply = await model.ask({ ...PLAIN, ...asks, onReasoning: (piece) => (told += piece) });
      expect(reply.reasoning).toBe(thought);
      expect(told).toContain(thought);
      expect(JSON.parse(reply.text)).toHaveProperty('warmth', 0.8);
    });
  });

  test('that is not the first key stays in the answer', async () => {
    await withServer({ plays: [answer(later)] }, async (model) => {
      expect(await model.ask({ ...PLAIN, ...asks })).toMatchObject({ text: later, reasoning: '' });
    });
  });

  test('is taken for the answer when a server puts that there', async () => {
    await withServer(
      { plays: [answer('', { thinking: { field: 'reasoning_content', text: `Sure: ${WARM}` } })] },
      async (model) => {
        expect((await model.ask({ ...PLAIN, ...asks })).text).toBe(WARM);
      },
    );
  });
});

describe('usage', () => {
  test('is priced by the profile', async () => {
    const profile = { price: { input: 10_000, output: 5000 } };
    await withServer({ profile }, async (model) => {
      expect((await model.ask(PLAIN)).usage).toEqual({ inputTokens: 11, outputTokens: 22, cost: 0.22 });
    });
  });

  test('has the price that the server tells', async () => {
    const usage = { prompt_tokens: 3, completion_tokens: 4, cost: 0.0125 };
    await withServer({ kind: 'openrouter', plays: [answer('Hi', { usage })] }, async (model) => {
      expect((await model.ask(PLAIN)).usage).toEqual({ inputTokens: 3, outputTokens: 4, cost: 0.0125 });
    });
  });

  test.each([['text'], [{}], [{ prompt_tokens: -1, completion_tokens: '5', cost: -5 }], [[1]]])(
    'that is nonsense (%j) counts nothing',
    async (usage) => {
      await withServer({ plays: [answer('Hi', { usage: usage as never })] }, async (model) => {
        expect((await model.ask(PLAIN)).usage).toEqual({ inputTokens: 0, outputTokens: 0, cost: null });
      });
    },
  );
});

test('ask() says when an answer was cut at its limit', async () => {
  await withServer({ plays: [answer('{"reasoning": "It', { finish: 'length' })] }, async (model) => {
    expect(await model.ask(WITH_SCHEMA)).toMatchObject({ text: '{"reasoning": "It', cut: true });
  });
});

test('ask() reads pieces that servers send in odd shapes', async () => {
  const events = [
    ': comment\n\n',
    'data: {}\n\n',
    'data: null\n\n',
    'data: {"choices": []}\n\n',
    'data: {"choices": [null]}\n\n',
    'data: {"choices": [{"delta": null}]}\n\n',
    'data: {"choices": [{"delta": {"content": 7, "reasoning": {"a": 1}}}]}\n\n',
    'data: {"choices": [{"delta": {"content": [{"type": "text", "text": "Hel"}, {"type": "x"}]}}]}\n\n',
    'data:{"choices":[{"delta":{"content":"lo"}}]}\r\n\r\n',
    `data: ${JSON.stringify(chunk({}, 'stop'))}\n\n`,
  ];
  await withServer({ plays: [rawStream(...events)] }, async (model) => {
    expect((await model.ask(PLAIN)).text).toBe('Hello');
  });
});

test('ask() reads a character that two packets share', async () => {
  const bytes = Buffer.from(
    `data: ${JSON.stringify(chunk({ content: 'Grüße 🌅' }))}\n\ndata: ${JSON.stringify(chunk({}, 'stop'))}\n\n`,
  );
  const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
  await withServer({ plays: [rawStream(...pieces)] }, async (model) => {
    expect((await model.ask(PLAIN)).text).toBe('Grüße 🌅');
  });
});

describe('cancelling', () => {
  test('ends a request under way, at the server too', async () => {
    const controller = new AbortController();
    const between = () => {
      controller.abort();
      return new Promise<void>(() => {});
    };
    await withServer({ plays: [answer('x'.repeat(500), { piece: 1, between })] }, async (model, server) => {
      await expect(model.ask({ ...PLAIN, signal: controller.signal })).rejects.toMatchObject({
        code: 'cancelled',
      });
      await server.idle();
      expect(server.abandoned).toBe(1);
    });
  });

  test('works with a signal that sends no events', async () => {
    let aborted = false;
    const signal = {
      get aborted() {
        return aborted;
      },
      throwIfAborted() {},
    };
    const never = new Promise<void>(() => {});
    const play = async () => {
      aborted = true;
      await never;
    };
    await withServer({ plays: [play] }, async (model) => {
      await expect(model.ask({ ...PLAIN, signal })).rejects.toMatchObject({ code: 'cancelled' });
    });
  });

  test('before the start sends nothing', async () => {
    await withServer({}, async (model, server) => {
      await expect(model.ask({ ...PLAIN, signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'cancelled',
      });
      expect(server.requests).toEqual([]);
    });
  });

  test('ends a pause between two requests', async () => {
    const controller = new AbortController();
    const play = status(500);
    await withServer(
      {
        plays: [
          (exchange) => {
            controller.abort();
            return play(exchange);
          },
        ],
        model: { backoffMs: 1e6 },
        profile: { totalMs: 3_600_000 },
      },
      async (model) => {
        await expect(model.ask({ ...PLAIN, signal: controller.signal })).rejects.toMatchObject({
          code: 'cancelled',
        });
      },
    );
  });
});

test('createChatModel() tells what pictures it takes', () => {
  const profile = profileFor('http://127.0.0.1:1/v1', { imageEdge: 768, imageBytes: 300_000 });
  const model = createChatModel(profile, { name: 'eyes', permission: ALLOWED });
  expect(model).toMatchObject({ id: 'eyes:double', images: { longEdge: 768, bytes: 300_000 } });
});
