import * as z from 'zod';

/** Most policies that one request may ask side by side. */
const SIDE_BY_SIDE = 4;

/** `embedded`, a model of `models.json`, or what the service was started with. */
const modelNameSchema = z.string().min(1).max(2000);

/** Who is to propose and to judge, by name; absent: what the service was started with. */
export const choiceFields = {
  /** Asked side by side and ranked together. */
  policy: z.array(modelNameSchema).min(1).max(SIDE_BY_SIDE).optional(),
  reward: modelNameSchema.optional(),
};

/** Something that can propose, judge, or both. */
export const modelSchema = z.strictObject({
  name: z.string(),
  /** What its server calls it; for the embedded ones, what they are. */
  model: z.string(),
  role: z.enum(['policy', 'reward', 'both']),
  /** How far what is sent to it goes: on the service's machine, in a private network, on the internet. */
  reach: z.enum(['here', 'network', 'internet']),
  /** Host that is sent pictures; empty for what is built in. */
  host: z.string(),
  /** Whether the person allowed pictures to be sent there; always true for `here`. */
  agreed: z.boolean(),
  /** What is sent where, in sentences to be shown before the person agrees. */
  sends: z.array(z.string()),
});
export type ModelEntry = z.infer<typeof modelSchema>;

/** `GET /v1/models`. */
export const modelsSchema = z.strictObject({
  models: z.array(modelSchema),
  /** Used when a request names none. */
  policy: z.array(z.string()),
  reward: z.string(),
  /** Nothing may leave the service's machine, whatever was agreed to. */
  localOnly: z.boolean(),
  /** Why the list of models could not be read. */
  problem: z.string().optional(),
});
export type ModelsReply = z.infer<typeof modelsSchema>;

/** `POST /v1/models/agreements`: `host` is what the person saw; the model may have been moved meanwhile. */
export const agreementRequestSchema = z.strictObject({
  model: modelNameSchema,
  host: z.string().max(300),
  agreed: z.boolean(),
});
export type AgreementRequest = z.infer<typeof agreementRequestSchema>;

/** `POST /v1/models/local-only`. */
export const localOnlyRequestSchema = z.strictObject({ localOnly: z.boolean() });
