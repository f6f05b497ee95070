import type { ServerResponse } from 'node:http';

export interface Exchange {
  readonly body: Readonly<Record<string, unknown>>;
  /** The key as it was sent; empty when none was. */
  readonly key: string;
  readonly response: ServerResponse;
  /** Fulfils when the client has gone or the server closes. */
  readonly gone: Promise<void>;
}

/** What the server does with one request that it has accepted. */
export type Play = (exchange: Exchange) => void | Promise<void>;

export interface AnswerOptions {
  /** Sent before the answer, in a field of this name. */
  readonly thinking?: { readonly field: 'reasoning' | 'reasoning_content'; readonly text: string };
  /** Characters in a piece. */
  readonly piece?: number;
  readonly finish?: 'stop' | 'length' | 'content_filter';
  readonly usage?: Readonly<Record<string, unknown>>;
  /** Between the pieces. */
  readonly between?: () => Promise<void>;
}

/** The text as a stream of pieces, as published. */
export function answer(text: string, options: AnswerOptions = {}): Play {
  const { thinking, piece = 7, finish = 'stop', between } = options;
  const usage = options.usage ?? { prompt_tokens: 11, completion_tokens: 22, total_tokens: 33 };
  return async ({ response, body }) => {
    openStream(response);
    event(response, chunk({ role: 'assistant', content: '' }));
    for (const part of cut(thinking?.text ?? '', piece)) event(response, chunk({ [thinking!.field]: part }));
    for (const part of cut(text, piece)) {
      event(response, chunk({ content: part }));
      await between?.();
      if (response.destroyed) return;
    }
    event(response, chunk({}, finish));
    const { include_usage: wanted } = (body['stream_options'] ?? {}) as { include_usage?: boolean };
    if (wanted) event(response, { ...frame(), choices: [], usage });
    response.end('data: [DONE]\n\n');
  };
}

/** The answer in one piece of JSON, as from servers that cannot stream. */
export function wholeAnswer(text: string, message: Readonly<Record<string, unknown>> = {}): Play {
  return ({ response }) => {
    const choice = {
      index: 0,
      message: { role: 'assistant', content: text, ...message },
      finish_reason: 'stop',
    };
    const usage = { prompt_tokens: 5, completion_tokens: 6, total_tokens: 11 };
    sendJson(response, 200, { ...frame(), object: 'chat.completion', choices: [choice], usage });
  };
}

/** An error reply; the text may be made from the key that was sent. */
export function status(
  code: number,
  error: unknown = { error: { message: 'scripted', type: 'server_error', param: null, code: null } },
  headers: Readonly<Record<string, string>> = {},
): Play {
  return ({ response, key }) => {
    const body = typeof error === 'function' ? error(key) : error;
    sendJson(response, code, body, headers);
  };
}

/** A page that a proxy puts in place of an answer. */
export function webPage(code: number, title = 'Bad gateway'): Play {
  return ({ response }) => {
    response.writeHead(code, { 'Content-Type': 'text/html' });
    response.end(
      `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
    );
  };
}

/** Says nothing until `until` fulfils, then plays on. */
export function silentUntil(until: Promise<void>, then: Play): Play {
  return async (exchange) => {
    await Promise.race([until, exchange.gone]);
    if (!exchange.response.destroyed) await then(exchange);
  };
}

/** Begins an answer and never goes on. */
export function stall(begin = 'Well, '): Play {
  return async ({ response, gone }) => {
    openStream(response);
    event(response, chunk({ content: begin }));
    await gone;
  };
}

/** Begins an answer and cuts the connection. */
export function reset(begin?: string): Play {
  return async ({ response }) => {
    if (begin !== undefined) {
      openStream(response);
      await new Promise<void>((resolve) =>
        response.write(`data: ${JSON.stringify(chunk({ content: begin }))}\n\n`, () => resolve()),
      );
    }
    response.socket?.resetAndDestroy();
  };
}

/** Begins an answer and ends the stream without finishing it. */
export function breakOff(begin = '{"reasoning": "The pic'): Play {
  return ({ response }) => {
    openStream(response);
    event(response, chunk({ content: begin }));
    response.end();
  };
}

/** These very bytes as an event stream. */
export function rawStream(...pieces: (Uint8Array | string)[]): Play {
  return ({ response }) => {
    openStream(response);
    for (const piece of pieces) response.write(piece);
    response.end();
  };
}

/** An endless answer, `megabytes` long, in lines of `line` bytes; stops when the client has had enough. */
export function flood(megabytes: number, line = 4096): Play {
  return async ({ response, gone }) => {
    openStream(response);
    let left = true;
    gone.then(() => {
      left = false;
    });
    const text = `data: ${JSON.stringify(chunk({ content: 'x'.repeat(line) }))}\n\n`;
    for (let sent = 0; sent < megabytes * 2 ** 20 && left; sent += text.length)
      if (!response.write(text))
        await Promise.race([new Promise((resume) => response.once('drain', resume)), gone]);
    response.end();
  };
}

export function openStream(response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache',
  });
}

export function event(response: ServerResponse, value: unknown): void {
  response.write(`data: ${JSON.stringify(value)}\n\n`);
}

export function chunk(delta: Readonly<Record<string, unknown>>, finish: string | null = null): object {
  return { ...frame(), choices: [{ index: 0, delta, finish_reason: finish }] };
}

function frame() {
  return { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_760_000_000, model: 'double' };
}

export function sendJson(
  response: ServerResponse,
  code: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(code, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Cut between characters, not within one. */
function cut(text: string, length: number): string[] {
  const characters = [...text];
  const parts: string[] = [];
  for (let i = 0; i < characters.length; i += length) parts.push(characters.slice(i, i + length).join(''));
  return parts;
}
