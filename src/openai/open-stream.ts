import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';

export interface Connection {
  readonly baseUrl: string;
  readonly key: string | undefined;
  readonly fetch: typeof fetch;
}

/** Headers in which the package tells servers about this machine. */
const SILENT = [
  'X-Stainless-Lang',
  'X-Stainless-Package-Version',
  'X-Stainless-OS',
  'X-Stainless-Arch',
  'X-Stainless-Runtime',
  'X-Stainless-Runtime-Version',
  'X-Stainless-Retry-Count',
  'X-Stainless-Timeout',
];

/**
 * Sends one request through the OpenAI package, which is loaded here: commands without a model do not pay for it. It
 * repeats nothing, writes no log and reads nothing from the environment.
 */
export async function openStream(
  { baseUrl, key, fetch }: Connection,
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<AsyncIterable<unknown>> {
  const { OpenAI } = await import('openai/client');
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey: key ?? 'none',
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    // The caller's signal keeps the time.
    timeout: 2 ** 31 - 1,
    logLevel: 'off',
    fetch,
    defaultHeaders: {
      ...Object.fromEntries(SILENT.map((name) => [name, null])),
      'User-Agent': 'RetouchIQ',
      ...(key === undefined ? { Authorization: null } : {}),
    },
  });
  // Fields of other servers are none of OpenAI's types; the package passes them on.
  return client.chat.completions.create(body as unknown as ChatCompletionCreateParamsStreaming, { signal });
}
