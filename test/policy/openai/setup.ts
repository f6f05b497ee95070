import { readInstruction } from '#instruction/read.ts';
import { encodePhoto } from '#node/encode.ts';
import type { ChatModel } from '#openai/chat.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import { createModelPolicy, type ModelPolicyOptions } from '#policy/openai/model-policy.ts';
import type { PolicyModel, ProposeRequest } from '#policy/policy.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { landscape, observationOf } from '../picture.ts';

export const photo = observationOf(landscape());

export const solver = createEmbeddedPolicy({ renderer: embeddedRenderer });

/** A policy over the given model, with the real renderer, encoder and solver. */
export function policyOver(chat: ChatModel, more: Partial<ModelPolicyOptions> = {}): PolicyModel {
  return createModelPolicy({
    chats: [chat],
    renderer: embeddedRenderer,
    encode: (raster) => encodePhoto(raster, { format: 'jpeg', quality: 80 }),
    solver,
    ...more,
  });
}

/** A wish for the photo, read as the product reads it. */
export function wish(instruction: string, more: Partial<ProposeRequest> = {}): ProposeRequest {
  return {
    observation: photo,
    instruction,
    reading: readInstruction(instruction),
    candidates: 2,
    seed: 7,
    locks: [],
    base: {},
    ...more,
  };
}
