import * as z from 'zod';

export const PRESET_NAMES = [
  'openai',
  'gemini',
  'vllm',
  'sglang',
  'ollama',
  'lmstudio',
  'openrouter',
  'compatible',
  'openai-images',
  'flux',
] as const;
/** Those of them that paint and cannot judge. */
const PAINTERS: readonly string[] = ['openai-images', 'flux'] satisfies (typeof PRESET_NAMES)[number][];
export const ROLES = ['policy', 'reward', 'both'] as const;
export const DIALECTS = ['json', 'retouchiq', 'jarvisart', 'monetgpt'] as const;
export const MODES = ['hybrid', 'direct'] as const;
export const EFFORTS = ['none', 'minimal', 'low', 'medium', 'high'] as const;

const milliseconds = (most: number) => z.int().min(1).max(most);
const dollars = z.number().min(0).max(10_000);

/** Names of profiles: they stand in commands, in the page and in results. */
export const profileNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'letters, digits, ".", "_" and "-", at most 40')
  .refine(
    (name) => !['embedded', '__proto__', 'constructor', 'prototype'].includes(name),
    'this name is taken',
  );

const modelSchema = z.strictObject({
  preset: z.enum(PRESET_NAMES),
  /** Up to and with `/v1`, without `/chat/completions`. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .refine((url) => !/[?#]/.test(url), 'an address without ? and #')
    .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), 'an address without a name and password in it'),
  model: z
    .string()
    .min(1)
    .max(200)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f\u007f]+$/, 'a name without line breaks'),
  role: z.enum(ROLES).default('both'),
  dialect: z.enum(DIALECTS).default('json'),
  mode: z.enum(MODES).default('hybrid'),
  /** Where the key is; absent: the preset's environment variable, if it has one and it is set. */
  key: z
    .discriminatedUnion('from', [
      z.strictObject({ from: z.literal('env'), name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/) }),
      z.strictObject({ from: z.literal('keychain') }),
      z.strictObject({ from: z.literal('file') }),
    ])
    .optional(),
  /** Long edge of pictures, px. */
  imageEdge: z.int().min(64).max(4096).default(1024),
  /** Most bytes of one picture as JPEG. */
  imageBytes: z.int().min(10_000).max(20_000_000).default(1_500_000),
  /** Most tokens of a reply, thinking included. */
  maxTokens: z.int().min(64).max(200_000).default(8192),
  /** 0…2; absent: the caller's wish, else the model's own. */
  temperature: z.number().min(0).max(2).optional(),
  /** How much the model thinks, where it lets one choose. */
  effort: z.enum(EFFORTS).optional(),
  /** Until the reply begins. A large model may have to be loaded first. */
  firstPieceMs: milliseconds(600_000).default(90_000),
  /** Between two pieces of the reply. */
  stallMs: milliseconds(600_000).default(30_000),
  /** All in all, waiting and repeating included. */
  totalMs: milliseconds(3_600_000).default(180_000),
  /** Requests for one answer, the first included. */
  attempts: z.int().min(1).max(10).default(3),
  /** Requests under way at once at this address. */
  concurrency: z.int().min(1).max(256).optional(),
  /** Most requests begun in a minute at this address. */
  requestsPerMinute: z.number().min(0.1).max(100_000).optional(),
  /** US dollars for a million tokens. */
  price: z.strictObject({ input: dollars, output: dollars }).optional(),
});

/** One model at one address, and how it is to be asked. What is absent has the preset's or the common default. */
export const profileSchema = modelSchema
  .refine(({ preset, role }) => !PAINTERS.includes(preset) || role !== 'reward', {
    path: ['role'],
    message: 'a picture editor proposes and cannot judge',
  })
  .overwrite((profile) => (PAINTERS.includes(profile.preset) ? { ...profile, role: 'policy' } : profile));

/** A profile with its defaults filled in. */
export type Profile = z.infer<typeof profileSchema>;
