import type { Raster } from '#image/raster.ts';
import { runNow } from '#image/steps.ts';
import type { ChatMessage, ChatModel, ChatReply, ChatRequest, Usage } from '#openai/chat.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { Mask, Settings } from '#settings/settings.ts';
import { type AsShot, RENDERED_WHITE } from '#settings/white-balance.ts';
import { type Comparison, openComparison } from '../comparison.ts';
import type { DialectContext } from '../dialects/dialect.ts';
import { plainPiece } from '../dialects/plain-text.ts';
import { placeFor } from '../embedded/local.ts';
import { isGoalRegion } from '../embedded/region.ts';
import { createSceneOpener, type Scene } from '../embedded/scene.ts';
import type { ProposeRequest } from '../policy.ts';

export interface SessionParts {
  /** At least one; samples are spread over them. */
  readonly chats: readonly ChatModel[];
  readonly renderer: Renderer;
  /** A JPEG without metadata. */
  readonly encode: (raster: Raster) => Promise<Uint8Array>;
  readonly onUsage?: (usage: Usage, model: string) => void;
}

/** Taken for a raw file's white where it is not known: the middle of what daylight pictures have. */
const DAYLIGHT: AsShot = { kelvin: 5500, tint: 0 };

/** One request being worked on: the photo as the model sees it, and the way to ask. */
export interface Session {
  readonly request: ProposeRequest;
  readonly comparison: Comparison;
  readonly context: DialectContext;
  /** The picture under settings, as a JPEG. */
  picture(settings: Settings): Promise<Uint8Array>;
  /** @param turn which of several samples this is, from 0; only the first one's thinking is told */
  ask(messages: readonly ChatMessage[], how?: AskOptions): Promise<ChatReply>;
  /** Counts values of the model that were limited or left out. */
  leaveOut(count: number): void;
  readonly leftOut: number;
}

export interface AskOptions {
  readonly schema?: NonNullable<ChatRequest['schema']>;
  readonly temperature?: number;
  readonly turn?: number;
}

export function openSession(parts: SessionParts, request: ProposeRequest): Session {
  const { observation, base, signal } = request;
  const { renderer, chats } = parts;
  const source: RenderSource = renderer.open(observation.preview, { source: observation.photo.source });
  let leftOut = 0;
  return {
    request,
    leaveOut(count) {
      leftOut += count;
    },
    get leftOut() {
      return leftOut;
    },
    comparison: openComparison(renderer, observation, base),
    context: contextOf(renderer, request),
    async picture(settings) {
      return await parts.encode(renderer.render(source, settings));
    },
    async ask(messages, { schema, temperature, turn = 0 } = {}) {
      signal?.throwIfAborted();
      const chat = chats[turn % chats.length]!;
      const reply = await chat.ask({
        messages,
        seed: request.seed + turn,
        ...(schema ? { schema } : {}),
        ...(temperature === undefined ? {} : { temperature }),
        ...(signal ? { signal } : {}),
        ...(request.onThinking && turn === 0 ? { onReasoning: showable(request.onThinking) } : {}),
      });
      parts.onUsage?.(reply.usage, chat.id);
      request.onUsage?.(reply.usage);
      return reply;
    },
  };
}

/** Thinking is shown as it comes: lines stay, what could disturb the text around it goes. */
function showable(tell: (piece: string) => void): (piece: string) => void {
  return (piece) => {
    const text = plainPiece(piece);
    if (text !== '') tell(text);
  };
}

/** Parts of the photo are placed as the embedded policy places them. */
function contextOf(renderer: Renderer, { observation, base, instruction }: ProposeRequest): DialectContext {
  const openScene = createSceneOpener(renderer);
  let scene: Scene | undefined;
  return {
    asShot: observation.photo.source === 'rendered' ? RENDERED_WHITE : DAYLIGHT,
    instruction,
    place(region): readonly Mask[] | undefined {
      if (!isGoalRegion(region)) return undefined;
      scene ??= runNow(openScene(observation, base, []));

      return placeFor(region, scene)?.masks;
    },
  };
}
