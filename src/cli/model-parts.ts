import { nodeRenderer } from '#node/engine.ts';
import type { Models } from '#node/models/models.ts';
import { pictureForModel } from '#node/models/picture.ts';
import { destinationOf } from '#openai/address.ts';
import type { ChatModel } from '#openai/chat.ts';
import { createChatModel } from '#openai/chat-model.ts';
import { createEndpoints } from '#openai/endpoints.ts';
import type { Profile } from '#openai/profile.ts';
import { createModelPolicy } from '#policy/openai/model-policy.ts';
import type { PolicyModel } from '#policy/policy.ts';
import { createModelReward } from '#reward/openai/model-reward.ts';
import type { RewardModel } from '#reward/reward.ts';
import { type ErrorCode, RetouchError } from '#wire/error.ts';
import { editorPolicy } from './editor-policy.ts';
import { choosePolicy, chooseReward } from './parts.ts';

/**
 * Policies and judges of the person's models, by their names. What is wrong with a model's key, address or permission is
 * told when it is asked, and the embedded ones take over then.
 */
export interface ModelParts {
  /**
   * Its profile, when it is set up for this and has the key that it names.
   *
   * @throws {RetouchError} `not-found`, `bad-request`, `bad-settings`
   */
  profile(name: string, role: Role): Promise<Profile>;
  /** @throws {RetouchError} `not-found`, `bad-request` when the model is set up for something else */
  policy(name: string, how?: PolicyOptions): Promise<PolicyModel>;
  /** @throws {RetouchError} like `policy` */
  reward(name: string): Promise<RewardModel>;
}

export interface PolicyOptions {
  /** Others are asked too: when the model fails, it is left out in place of being stood in for. */
  readonly sideBySide?: boolean;
}

type Role = 'policy' | 'reward';

interface Found {
  readonly chat: ChatModel;
  readonly profile?: Profile;
  /** Of a picture editor, in place of the chat; `fallback` takes over when nothing comes of it. */
  readonly painter?: (fallback: PolicyModel | undefined) => PolicyModel | undefined;
  /** Changes when anything about the model does. */
  readonly mark: string;
}

/** Whatever else is wrong with a model, there is someone to take over. */
const ASKED_WRONGLY: readonly ErrorCode[] = ['not-found', 'bad-request'];

/** The file is read for every name that is asked for; what was learned of servers and judged already is kept. */
export function openModelParts(models: Models): ModelParts {
  const endpoints = createEndpoints();
  const policies = keptByMark<PolicyModel>();
  const rewards = keptByMark<RewardModel>();

  async function profileOf(name: string, role: Role): Promise<Profile> {
    const profile = await models.get(name);
    if (profile.role === 'both' || profile.role === role) return profile;
    throw new RetouchError(
      'bad-request',
      `"${name}" is set up as ${profile.role}, not as ${role}: use another model`,
    );
  }

  async function find(name: string, role: Role): Promise<Found> {
    try {
      const profile = await profileOf(name, role);
      const permission = await models.permission();
      const key = await models.keyOf(name, profile);
      const { localOnly, agreed } = permission;
      const mark = JSON.stringify([profile, localOnly, agreed(destinationOf(profile)), key ?? null]);
      const own = key === undefined ? {} : { key };
      const chat = createChatModel(profile, { name, permission, endpoints, ...own });
      const painter: Found['painter'] = (fallback) =>
        editorPolicy(profile, { name, permission, key, ...(fallback ? { fallback } : {}) });
      return { profile, mark, chat, painter };
    } catch (error) {
      const known = RetouchError.wrap(error);
      if (ASKED_WRONGLY.includes(known.code)) throw known;
      return { mark: known.message, chat: unusable(name, known) };
    }
  }

  return {
    async profile(name, role) {
      const profile = await profileOf(name, role);
      await models.keyOf(name, profile);
      return profile;
    },
    async policy(name, { sideBySide = false } = {}) {
      const { chat, profile, mark, painter } = await find(name, 'policy');
      return policies(sideBySide ? `${name} side by side` : name, mark, () => {
        const painting = painter?.(sideBySide ? undefined : choosePolicy('embedded'));
        if (painting) return painting;
        return createModelPolicy({
          chats: [chat],
          renderer: nodeRenderer,
          encode: encodeFor(chat),
          solver: choosePolicy('embedded'),
          ...(sideBySide ? { fallback: null } : {}),
          ...(profile ? { dialect: profile.dialect, mode: profile.mode } : {}),
        });
      });
    },
    async reward(name) {
      const { chat, mark } = await find(name, 'reward');
      return rewards(name, mark, () =>
        createModelReward({ chat, encode: encodeFor(chat), measured: chooseReward('embedded') }),
      );
    },
  };
}

/** A model that cannot be asked at all, and says why. */
function unusable(id: string, error: RetouchError): ChatModel {
  return { id, images: { longEdge: 64, bytes: 10_000 }, ask: () => Promise.reject(error) };
}

function encodeFor({ images }: ChatModel) {
  return (raster: Parameters<typeof pictureForModel>[0]) => pictureForModel(raster, images!);
}

/** Made once for each name and mark; of a name only the newest is kept. */
function keptByMark<T>(): (name: string, mark: string, make: () => T) => T {
  const kept = new Map<string, { readonly mark: string; readonly made: T }>();
  return (name, mark, make) => {
    const known = kept.get(name);
    if (known?.mark === mark) return known.made;
    const made = make();
    kept.set(name, { mark, made });
    return made;
  };
}
