import { PICTURE_EDITORS } from './picture-editors.ts';
import type { Preset } from './preset.ts';
import type { Profile } from './profile.ts';

const effort = ({ effort }: Profile) => (effort === undefined ? {} : { reasoning_effort: effort });

/** vLLM and SGLang pass it on to the model's chat template, where Qwen3, GLM and others look for it. */
const thinking = ({ effort }: Profile) =>
  effort === undefined ? {} : { chat_template_kwargs: { enable_thinking: effort !== 'none' } };

const onPort = (port: string) => (url: URL) => url.port === port;
const atHost = (host: string) => (url: URL) => url.hostname === host;

/**
 * The kinds of servers. `compatible` is any other that speaks Chat Completions: it is sent only what all of them know.
 *
 * Fields as published: platform.openai.com/docs/api-reference/chat, ai.google.dev/gemini-api/docs/openai,
 * docs.vllm.ai "OpenAI-Compatible Server", docs.sglang.ai "OpenAI APIs", docs.ollama.com/api/openai-compatibility,
 * lmstudio.ai/docs "OpenAI Compatibility", openrouter.ai/docs "API Reference".
 */
const ALL: readonly Preset[] = [
  {
    name: 'openai',
    title: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    recognises: atHost('api.openai.com'),
    keyEnv: 'OPENAI_API_KEY',
    tokens: 'max_completion_tokens',
    // o1, o3, o4-mini, gpt-5 …: "Only the default (1) value is supported". The chat models of the family take it.
    noTemperature: /^(?:o\d|gpt-5(?!.*chat))/i,
    seed: true,
    // New accounts keep chat completions unless told not to.
    extras: (profile) => ({ store: false, ...effort(profile) }),
    concurrency: 4,
  },
  {
    name: 'gemini',
    title: 'Gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    recognises: atHost('generativelanguage.googleapis.com'),
    keyEnv: 'GEMINI_API_KEY',
    tokens: 'max_tokens',
    seed: false,
    extras: effort,
    concurrency: 4,
  },
  {
    name: 'vllm',
    title: 'vLLM',
    baseUrl: 'http://127.0.0.1:8000/v1',
    recognises: onPort('8000'),
    tokens: 'max_tokens',
    seed: true,
    extras: thinking,
    concurrency: 8,
  },
  {
    name: 'sglang',
    title: 'SGLang',
    baseUrl: 'http://127.0.0.1:30000/v1',
    recognises: onPort('30000'),
    tokens: 'max_tokens',
    seed: true,
    extras: thinking,
    concurrency: 8,
  },
  {
    name: 'ollama',
    title: 'Ollama',
    baseUrl: 'http://127.0.0.1:11434/v1',
    recognises: onPort('11434'),
    tokens: 'max_tokens',
    seed: true,
    extras: effort,
    concurrency: 1,
    // "gpt-oss:120b-cloud", "qwen3-vl:cloud": a signed-in Ollama sends these to ollama.com.
    handsOn: { models: /[:-]cloud$/i, to: 'ollama.com' },
  },
  {
    name: 'lmstudio',
    title: 'LM Studio',
    baseUrl: 'http://127.0.0.1:1234/v1',
    recognises: onPort('1234'),
    tokens: 'max_tokens',
    seed: true,
    extras: () => ({}),
    concurrency: 1,
  },
  {
    name: 'openrouter',
    title: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    recognises: atHost('openrouter.ai'),
    keyEnv: 'OPENROUTER_API_KEY',
    tokens: 'max_tokens',
    noTemperature: /^openai\/(?:o\d|gpt-5(?!.*chat))/i,
    seed: true,
    // Only to makers that do not keep what they are sent; the price comes with the reply.
    extras: ({ effort }) => ({
      usage: { include: true },
      provider: { data_collection: 'deny' },
      ...(effort === undefined ? {} : { reasoning: effort === 'none' ? { enabled: false } : { effort } }),
    }),
    concurrency: 4,
  },
  {
    name: 'compatible',
    title: 'a server that speaks OpenAI’s Chat Completions',
    tokens: 'max_tokens',
    seed: false,
    extras: () => ({}),
    concurrency: 2,
  },
  ...PICTURE_EDITORS,
];

export const PRESETS: ReadonlyMap<string, Preset> = new Map(ALL.map((preset) => [preset.name, preset]));

/** Whose address it is, by its host or its usual port; `compatible` when it is nobody's. */
export function presetAt(url: URL): Preset {
  return ALL.find((preset) => preset.recognises?.(url)) ?? PRESETS.get('compatible')!;
}

export function presetOf({ preset }: Pick<Profile, 'preset'>): Preset {
  return PRESETS.get(preset)!;
}
