/** What a server says about an error: its sentence, and the request field it blames. */
export interface ServerWords {
  readonly message: string;
  readonly code: string;
  readonly field?: string;
}

/**
 * Reads the body of an error reply. Shapes as published or seen: OpenAI and Ollama `{error: {message, type, param, code}}`,
 * LM Studio `{error: "…"}`, Gemini `[{error: {…}}]`, older vLLM `{object: "error", message, param}`, FastAPI
 * `{detail: "…"}` or `{detail: [{loc, msg}]}`, proxies an HTML page.
 */
export function serverWords(body: string): ServerWords {
  const text = body.trim();
  if (text.startsWith('<')) return { message: htmlWords(text), code: '' };
  const parsed = tryJson(text);
  const top = asObject(Array.isArray(parsed) ? parsed[0] : parsed);
  if (top === undefined) return { message: text, code: '' };
  if (typeof top['error'] === 'string') return { message: top['error'], code: '' };
  if (Array.isArray(top['detail'])) return fastApiWords(top['detail']);
  const error = asObject(top['error']) ?? top;
  const metadata = asObject(error['metadata']);
  const message = [error['message'] ?? error['detail'], metadata?.['raw']]
    .filter((part) => typeof part === 'string')
    .join(': ');
  const field = error['param'];
  return {
    message,
    code: String(error['code'] ?? error['type'] ?? ''),
    ...(typeof field === 'string' && field !== '' ? { field } : {}),
  };
}

function fastApiWords(details: readonly unknown[]): ServerWords {
  const first = asObject(details[0]);
  const place = Array.isArray(first?.['loc']) ? first['loc'].filter((part) => part !== 'body') : [];
  const field = place.find((part) => typeof part === 'string');
  const message = typeof first?.['msg'] === 'string' ? first['msg'] : '';
  return {
    message: [place.join('.'), message].filter((part) => part !== '').join(': '),
    code: '',
    ...(field === undefined ? {} : { field: String(field) }),
  };
}

/** The title of a page that some proxy put in place of an answer. */
function htmlWords(page: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(page.slice(0, 20_000))?.[1]?.trim();
  return title ? `a web page, "${title}"` : 'a web page';
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
