import { ACCEPTED, type ServerKind } from './accepted.ts';

/** What a server can do; absent: everything. */
export interface Abilities {
  readonly json_schema?: false;
  readonly json_object?: false;
  readonly stream_options?: false;
  readonly images?: false;
  readonly temperature?: false;
}

/** Why a request is refused, as OpenAI words it. */
export interface Refusal {
  readonly message: string;
  readonly param: string;
  readonly code: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Looks a request through as strictly as the published API of its kind; undefined when it is well. */
export function checkRequest(body: Fields, kind: ServerKind, can: Abilities): Refusal | undefined {
  return unknownField(body, kind) ?? wrongValue(body) ?? notAble(body, can) ?? ofReasoningModels(body, kind);
}

function unknownField(body: Fields, kind: ServerKind): Refusal | undefined {
  const unknown = Object.keys(body).find((name) => !ACCEPTED[kind].has(name));
  return unknown === undefined
    ? undefined
    : refusal('unknown_parameter', unknown, `Unknown parameter: '${unknown}'.`);
}

function wrongValue(body: Fields): Refusal | undefined {
  const { model, messages, stream, temperature, seed, response_format: format } = body;
  if (typeof model !== 'string' || model === '') return invalid('model');
  if (!Array.isArray(messages) || messages.length === 0) return invalid('messages');
  if (stream !== undefined && typeof stream !== 'boolean') return invalid('stream');
  if (temperature !== undefined && !(Number(temperature) >= 0 && Number(temperature) <= 2))
    return invalid('temperature');
  if (seed !== undefined && !Number.isInteger(seed)) return invalid('seed');
  for (const name of ['max_tokens', 'max_completion_tokens'])
    if (body[name] !== undefined && !(Number.isInteger(body[name]) && Number(body[name]) > 0))
      return invalid(name);
  for (const [i, message] of messages.entries()) {
    const wrong = wrongMessage(message as Fields);
    if (wrong !== undefined) return invalid(`messages[${i}].${wrong}`);
  }
  return format === undefined ? undefined : wrongFormat(format as Fields, messages);
}

function wrongMessage({ role, content, ...rest }: Fields): string | undefined {
  if (!['system', 'user', 'assistant'].includes(String(role))) return 'role';
  if (Object.keys(rest).length > 0) return Object.keys(rest)[0];
  if (typeof content === 'string') return undefined;
  if (!Array.isArray(content) || content.length === 0) return 'content';
  const wrong = content.findIndex((part) => !isPart(part as Fields, role === 'user'));
  return wrong === -1 ? undefined : `content[${wrong}]`;
}

function isPart({ type, text, image_url: image, ...rest }: Fields, ofUser: boolean): boolean {
  if (Object.keys(rest).length > 0) return false;
  if (type === 'text') return typeof text === 'string' && image === undefined;
  const { url, detail, ...more } = (image ?? {}) as Fields;
  // Addresses that the server would have to fetch are published too, but nothing of ours may send one.
  return (
    ofUser &&
    type === 'image_url' &&
    typeof url === 'string' &&
    /^data:image\/jpeg;base64,\/9j\/[A-Za-z0-9+/]+=*$/.test(url) &&
    [undefined, 'auto', 'low', 'high'].includes(detail as string) &&
    Object.keys(more).length === 0
  );
}

function wrongFormat(format: Fields, messages: readonly unknown[]): Refusal | undefined {
  const { type, json_schema: schema, ...rest } = format;
  if (Object.keys(rest).length > 0) return invalid('response_format');
  if (type === 'text') return undefined;
  if (type === 'json_object')
    return /json/i.test(JSON.stringify(messages))
      ? undefined
      : refusal(
          'invalid_request_error',
          'messages',
          "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
        );
  const { name, strict, schema: json, description, ...more } = (schema ?? {}) as Fields;
  if (type !== 'json_schema' || Object.keys(more).length > 0) return invalid('response_format');
  if (typeof name !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(name))
    return invalid('response_format.json_schema.name');
  if (strict === true && !keepsStrictRule(json))
    return refusal(
      'invalid_request_error',
      'response_format',
      `Invalid schema for response_format '${name}': 'additionalProperties' is required to be supplied and to be false.`,
    );
  return undefined;
}

/** Written anew here, apart from the one under test: no object without `additionalProperties: false` and all required. */
function keepsStrictRule(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return true;
  const { type, properties = {}, required = [], additionalProperties } = schema as Record<string, never>;
  const whole =
    type !== 'object' ||
    (additionalProperties === false &&
      JSON.stringify([...(required as string[])].sort()) === JSON.stringify(Object.keys(properties).sort()));
  return whole && Object.values(schema).every(keepsStrictRule);
}

function notAble({ response_format: format, stream_options, temperature, messages }: Fields, can: Abilities) {
  const type = (format as Fields | undefined)?.['type'];
  if ((type === 'json_schema' || type === 'json_object') && can[type] === false)
    return refusal(
      'invalid_request_error',
      'response_format',
      `Invalid parameter: 'response_format' of type '${type}' is not supported with this model.`,
    );
  if (stream_options !== undefined && can.stream_options === false)
    return refusal('unsupported_parameter', 'stream_options', "Unsupported parameter: 'stream_options'.");
  if (temperature !== undefined && can.temperature === false)
    return refusal(
      'unsupported_value',
      'temperature',
      "Unsupported value: 'temperature' does not support this value.",
    );
  if (can.images === false && JSON.stringify(messages).includes('image_url'))
    return refusal('invalid_request_error', 'messages', 'This model does not support image inputs.');
  return undefined;
}

/** OpenAI's reasoning models refuse what the others take. */
function ofReasoningModels(body: Fields, kind: ServerKind): Refusal | undefined {
  if (kind !== 'openai' || !/^(?:o\d|gpt-5)/.test(String(body['model']))) return undefined;
  if (body['max_tokens'] !== undefined)
    return refusal(
      'unsupported_parameter',
      'max_tokens',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    );
  if (body['temperature'] !== undefined && body['temperature'] !== 1)
    return refusal(
      'unsupported_value',
      'temperature',
      "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
    );
  return undefined;
}

function invalid(param: string): Refusal {
  return refusal('invalid_type', param, `Invalid value for '${param}'.`);
}

function refusal(code: string, param: string, message: string): Refusal {
  return { code, param, message };
}
