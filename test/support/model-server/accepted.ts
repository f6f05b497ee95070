/**
 * Top-level request fields of Chat Completions that each kind of server publishes. OpenAI's are those of its OpenAPI
 * document; a test holds them against the types that its own package generates from it.
 */
export const OPENAI_FIELDS = [
  'audio',
  'frequency_penalty',
  'function_call',
  'functions',
  'logit_bias',
  'logprobs',
  'max_completion_tokens',
  'max_tokens',
  'messages',
  'metadata',
  'modalities',
  'model',
  'n',
  'parallel_tool_calls',
  'prediction',
  'presence_penalty',
  'prompt_cache_key',
  'prompt_cache_retention',
  'reasoning_effort',
  'response_format',
  'safety_identifier',
  'seed',
  'service_tier',
  'stop',
  'store',
  'stream',
  'stream_options',
  'temperature',
  'tool_choice',
  'tools',
  'top_logprobs',
  'top_p',
  'user',
  'verbosity',
  'web_search_options',
];

/** What every server of the family knows. */
const COMMON = [
  'frequency_penalty',
  'max_tokens',
  'messages',
  'model',
  'presence_penalty',
  'response_format',
  'stop',
  'stream',
  'stream_options',
  'temperature',
  'tool_choice',
  'tools',
  'top_p',
];

export type ServerKind =
  | 'openai'
  | 'gemini'
  | 'vllm'
  | 'sglang'
  | 'ollama'
  | 'lmstudio'
  | 'openrouter'
  | 'compatible';

const SERVER_EXTRAS = ['chat_template_kwargs', 'seed', 'top_k', 'min_p', 'repetition_penalty'];

export const ACCEPTED: Readonly<Record<ServerKind, ReadonlySet<string>>> = {
  openai: new Set(OPENAI_FIELDS),
  gemini: new Set([...COMMON, 'max_completion_tokens', 'n', 'reasoning_effort']),
  vllm: new Set([...OPENAI_FIELDS, ...SERVER_EXTRAS, 'mm_processor_kwargs', 'structured_outputs']),
  sglang: new Set([...OPENAI_FIELDS, ...SERVER_EXTRAS, 'separate_reasoning', 'regex', 'ebnf']),
  ollama: new Set([...COMMON, 'seed', 'reasoning_effort', 'reasoning']),
  lmstudio: new Set([...COMMON, 'seed', 'top_k', 'repeat_penalty', 'logit_bias']),
  openrouter: new Set([...OPENAI_FIELDS, 'usage', 'provider', 'reasoning', 'models', 'route', 'plugins']),
  compatible: new Set(COMMON),
};
