import * as z from 'zod';
import { settingsSchema } from '#settings/schema.ts';
import { readingSchema } from './goal.ts';
import { LIMITS } from './limits.ts';
import { choiceFields, modelsSchema } from './models.ts';
import { photoSchema, reasoningStepSchema, resultSchema, rewardSchema, VERDICTS } from './result.ts';
import { usageSchema } from './usage.ts';

export { LIMITS };

export const instructionSchema = z
  .string()
  .trim()
  .min(1, 'Write what you want changed, for example "a bit warmer"')
  .max(LIMITS.instructionCharacters, `Keep the instruction under ${LIMITS.instructionCharacters} characters`);

/** `GET /v1/health`: the only route that answers without a token. */
export const healthSchema = z.strictObject({
  status: z.literal('ok'),
  name: z.literal('retouchiq'),
  version: z.string(),
  api: z.literal(1),
});

/** `POST /v1/pair`: the short code that the service printed, for a token. */
export const pairRequestSchema = z.strictObject({ code: z.string().max(32) });
export const pairReplySchema = z.strictObject({ token: z.string() });

/** `GET /v1/about`. */
export const aboutSchema = z.strictObject({
  version: z.string(),
  versions: z.strictObject({ engine: z.string(), policy: z.string(), reward: z.string() }),
  limits: z.record(z.string(), z.number()),
  samples: z.array(z.strictObject({ name: z.string(), title: z.string() })),
  /** Who can propose and judge; absent where there is no choice. */
  models: modelsSchema.optional(),
});
export type About = z.infer<typeof aboutSchema>;

/**
 * An opened photo: reply of `POST /v1/photos?name=…` (the body is the file as it is), `POST /v1/samples/{name}` and
 * `GET /v1/photos/{id}`.
 */
export const photoReplySchema = z.strictObject({
  id: z.string(),
  photo: photoSchema,
  /** Input encoding as found, for the person: "sRGB", "Display P3", "Adobe RGB (1998)". */
  colorSpace: z.string(),
  bitDepth: z.union([z.literal(8), z.literal(16)]),
  /** Whether the file can carry embedded develop settings (JPEG, PNG). */
  canEmbed: z.boolean(),
  /** Three sentences that fit this photo. */
  examples: z.array(z.string()),
  /** Regions found, with their share of the frame. */
  regions: z.array(z.strictObject({ name: z.string(), area: z.number() })),
  /** What was done to read it ("orientation applied", "CMYK converted to sRGB"). */
  notes: z.array(z.string()),
});
export type PhotoReply = z.infer<typeof photoReplySchema>;

/** `POST /v1/photos/{id}/render`: the photo under these settings; empty settings are the original. */
export const renderRequestSchema = z.strictObject({
  settings: settingsSchema,
  /** Long edge in px. */
  edge: z.int().min(16).max(LIMITS.renderEdge).default(1280),
  /**
   * `jpeg`, or for clients that cannot decode one `rgb`: width and height (unsigned, 32 bits, little-endian), then red,
   * green and blue of sRGB, 8 bits each, row by row; at most 1280 px.
   */
  format: z.enum(['jpeg', 'rgb']).default('jpeg'),
});
export type RenderRequest = z.input<typeof renderRequestSchema>;

/** `POST /v1/read`. */
export const readRequestSchema = z.strictObject({ instruction: instructionSchema });

/** What a person wants of a photo, and what it starts from: the one form for a policy and for the whole job. */
const wish = {
  photo: z.string(),
  instruction: instructionSchema,
  /** A corrected reading (chips removed or added); read from the instruction when absent. */
  reading: readingSchema.optional(),
  candidates: z.int().min(1).max(LIMITS.candidates).default(4),
  seed: z.int().default(1),
  locks: z.array(z.string()).default([]),
  /** Settings to start from (refine). */
  base: settingsSchema.default({}),
};

/** What was asked of models for an answer; see `resultSchema`. */
const modelReports = { notes: z.array(z.string()).optional(), usage: usageSchema.optional() };

/** `POST /v1/policy/propose`: candidates without a ranking (what a remote policy answers). */
export const proposeRequestSchema = z.strictObject({ ...wish, policy: choiceFields.policy });
export const proposalSchema = z.strictObject({
  title: z.string(),
  settings: settingsSchema,
  reasoning: z.array(reasoningStepSchema),
  /** How the policy itself understood the instruction, where that is not the reading it was given. */
  reading: readingSchema.optional(),
});
export const proposeReplySchema = z.strictObject({
  policy: z.string(),
  reading: readingSchema,
  proposals: z.array(proposalSchema),
  ...modelReports,
});

/**
 * Pixels of a picture with the photo's proportions: red, green and blue of sRGB, 8 bits each, row by row, as base64
 * (four characters a pixel).
 */
export const picturePixelsSchema = z
  .strictObject({
    width: z.int().min(1),
    height: z.int().min(1),
    rgb: z.string().max(4 * LIMITS.rankPixels, `A picture may have at most ${LIMITS.rankPixels} pixels`),
  })
  .refine(({ width, height, rgb }) => rgb.length === 4 * width * height, {
    message: 'The pixels do not fill the picture',
    path: ['rgb'],
  })
  .refine(({ rgb }) => /^[A-Za-z0-9+/]*$/.test(rgb), { message: 'The pixels are not base64', path: ['rgb'] });
export type PicturePixels = z.infer<typeof picturePixelsSchema>;

/** `POST /v1/reward/rank`: scores for given settings (what a remote reward answers); `weights` are the person's own. */
export const rankRequestSchema = z.strictObject({
  photo: z.string(),
  instruction: instructionSchema,
  reading: readingSchema.optional(),
  base: settingsSchema.default({}),
  candidates: z
    .array(
      z.strictObject({
        id: z.string(),
        settings: settingsSchema,
        /** What a host made of the settings itself; scored instead of our own rendering. All candidates or none. */
        rendered: picturePixelsSchema.optional(),
      }),
    )
    .min(1)
    .max(LIMITS.candidates),
  /** The photo under `base` as the host shows it; goes with `rendered` pictures. */
  before: picturePixelsSchema.optional(),
  weights: z.record(z.string(), z.number().min(0).max(1)).optional(),
  reward: choiceFields.reward,
});
export type RankRequest = z.input<typeof rankRequestSchema>;
export const rankReplySchema = z.strictObject({
  reward: z.string(),
  /** Difference of two scores below which there is no clear winner. */
  noise: z.number().min(0).max(10),
  /** In the order asked; `rank` from 1. */
  candidates: z.array(z.strictObject({ id: z.string(), rank: z.int(), reward: rewardSchema })),
  verdict: z.enum(VERDICTS),
  ...modelReports,
});
export type RankReply = z.infer<typeof rankReplySchema>;

/** `POST /v1/retouches`: the whole job. Answers 202 with an id at once. */
export const retouchRequestSchema = z.strictObject({ ...wish, ...choiceFields });
export type RetouchJobRequest = z.input<typeof retouchRequestSchema>;
export const retouchAcceptedSchema = z.strictObject({ id: z.string() });

export const STAGES = ['observe', 'read', 'propose', 'render', 'score', 'rank'] as const;
/** What happens during a job, in order; `sequence` counts from 1. */
export const retouchEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('stage-start'),
    sequence: z.int(),
    stage: z.enum(STAGES),
    elapsedMs: z.number(),
  }),
  z.strictObject({ type: z.literal('reading-ready'), sequence: z.int(), reading: readingSchema }),
  z.strictObject({
    type: z.literal('candidate-ready'),
    sequence: z.int(),
    title: z.string(),
    settings: settingsSchema,
  }),
  /** A piece of a model's thinking: plain text, to be put behind the pieces before it. */
  z.strictObject({ type: z.literal('thinking'), sequence: z.int(), text: z.string() }),
  z.strictObject({ type: z.literal('result-ready'), sequence: z.int(), result: resultSchema }),
  z.strictObject({ type: z.literal('job-failed'), sequence: z.int(), code: z.string(), message: z.string() }),
]);
export type RetouchEvent = z.infer<typeof retouchEventSchema>;

/** `GET /v1/retouches/{id}?since=N`: polling form of `GET /v1/retouches/{id}/events` (server-sent events). */
export const retouchStatusSchema = z.strictObject({
  id: z.string(),
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  events: z.array(retouchEventSchema),
});
export type RetouchStatus = z.infer<typeof retouchStatusSchema>;

/** `POST /v1/photos/{id}/export`: a file to save; its name is in `Content-Disposition`. */
export const exportRequestSchema = z.strictObject({
  settings: settingsSchema,
  title: z.string().max(120).default('RetouchIQ edit'),
  /** `image`: rendered pixels. `xmp`: sidecar (raw) or preset (others). `embedded`: the original with the settings inside. */
  kind: z.enum(['image', 'xmp', 'embedded']),
  format: z.enum(['jpeg', 'png', 'tiff']).default('jpeg'),
  quality: z.int().min(1).max(100).default(90),
  /** Long edge in px, or the full size. */
  size: z.union([z.literal('full'), z.int().min(16).max(65535)]).default('full'),
});
export type ExportRequest = z.input<typeof exportRequestSchema>;

/** Body of every error reply. */
export const errorReplySchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string() }),
});
