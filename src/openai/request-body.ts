import type { ChatMessage, ChatRequest } from './chat.ts';
import type { Form } from './ladder.ts';
import { presetOf } from './presets.ts';
import type { Profile } from './profile.ts';
import { isStrict } from './strict-schema.ts';

/** The JSON body of one request: the common fields, those of the server's kind, without those that it refused before. */
export function requestBody(
  request: ChatRequest,
  profile: Profile,
  { form, refused }: { readonly form: Form; readonly refused: ReadonlySet<string> },
): Record<string, unknown> {
  const preset = presetOf(profile);
  const { schema, seed } = request;
  const temperature = preset.noTemperature?.test(profile.model)
    ? undefined
    : (profile.temperature ?? request.temperature);
  const most = Math.min(request.maxTokens ?? profile.maxTokens, profile.maxTokens);
  const other = preset.tokens === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
  const fields: Record<string, unknown> = {
    model: profile.model,
    messages: messagesOf(request, form),
    stream: true,
    stream_options: { include_usage: true },
    [preset.tokens]: most,
    ...(refused.has(preset.tokens) && !refused.has(other) ? { [other]: most } : {}),
    ...(temperature === undefined ? {} : { temperature }),
    ...(preset.seed && seed !== undefined ? { seed } : {}),
    ...(schema && form !== 'text' ? { response_format: responseFormat(schema, form) } : {}),
    ...preset.extras(profile, request),
  };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !refused.has(name)));
}

function responseFormat({ name, json }: NonNullable<ChatRequest['schema']>, form: Form): unknown {
  return form === 'json_schema'
    ? { type: 'json_schema', json_schema: { name, schema: json, strict: isStrict(json) } }
    : { type: 'json_object' };
}

/** Where the server is not given the schema, the model is. */
function messagesOf({ messages, schema }: ChatRequest, form: Form): unknown[] {
  const told = schema && form !== 'json_schema' ? inWords(schema.json) : undefined;
  const last = messages.map(({ role }) => role).lastIndexOf('user');
  return messages.map((message, i) =>
    toWire(told !== undefined && i === last ? withText(message, told) : message),
  );
}

function inWords(json: unknown): string {
  return `Answer with one JSON object and nothing else. It must match this JSON Schema:\n${JSON.stringify(json)}`;
}

function withText(message: ChatMessage, more: string): ChatMessage {
  return { ...message, text: `${message.text}\n\n${more}` };
}

/** Pictures go along as data: URLs, so that no server has to fetch anything. */
function toWire({ role, text, images = [] }: ChatMessage): unknown {
  if (images.length === 0) return { role, content: text };
  const pictures = images.map((jpeg) => ({
    type: 'image_url',
    image_url: { url: `data:image/jpeg;base64,${base64(jpeg)}` },
  }));
  return { role, content: [{ type: 'text', text }, ...pictures] };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
