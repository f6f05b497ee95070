import { RetouchError } from '#wire/error.ts';
import type { ChatModel, ChatReply } from './chat.ts';

/** What a model at its address turned out to be able to do. */
export interface Capabilities {
  readonly reachable: Capability;
  readonly vision: Capability;
  readonly schema: Capability;
  readonly streaming: Capability;
  /** Milliseconds; null when nothing was answered. */
  readonly latency: { readonly firstPieceMs: number; readonly totalMs: number } | null;
}

export interface Capability {
  /** null: not known, because nothing was answered. */
  readonly works: boolean | null;
  readonly found: string;
}

/** A picture of two halves and what they show. */
export interface Probe {
  readonly jpeg: Uint8Array;
  readonly left: string;
  readonly right: string;
  /** What may be named, the two included. */
  readonly colors: readonly string[];
}

/** Asks a model what a made picture shows, and looks at how it answers: at most two questions. */
export async function testCapabilities(
  model: ChatModel,
  probe: Probe,
  signal?: AbortSignal,
): Promise<Capabilities> {
  const asked = await tryToAsk(model, probe, true, signal);
  if (asked.reply) return read(asked.reply, vision(asked.reply, probe));
  if (asked.error.code === 'cancelled') throw asked.error;
  // It may be the picture alone that it does not take.
  const blind = await tryToAsk(model, probe, false, signal);
  if (blind.reply) return read(blind.reply, { works: false, found: asked.error.message });
  const unknown = { works: null, found: '' };
  const reachable = { works: false, found: asked.error.message };
  return { reachable, vision: unknown, schema: unknown, streaming: unknown, latency: null };
}

type Tried =
  | { readonly reply: ChatReply; readonly error?: never }
  | { readonly reply?: never; readonly error: RetouchError };

async function tryToAsk(
  model: ChatModel,
  probe: Probe,
  withPicture: boolean,
  signal?: AbortSignal,
): Promise<Tried> {
  const color = { type: 'string', enum: probe.colors };
  try {
    const reply = await model.ask({
      messages: [
        {
          role: 'user',
          text: `The picture has two halves, each of one color out of ${probe.colors.join(', ')}. Look at it, say in one short sentence what you see, then name both colors. Without a picture, guess.`,
          ...(withPicture ? { images: [probe.jpeg] } : {}),
        },
      ],
      schema: {
        name: 'two_halves',
        json: {
          type: 'object',
          properties: { reasoning: { type: 'string' }, left: color, right: color },
          required: ['reasoning', 'left', 'right'],
          additionalProperties: false,
        },
      },
      ...(signal ? { signal } : {}),
    });
    return { reply };
  } catch (error) {
    return { error: RetouchError.wrap(error) };
  }
}

function vision(reply: ChatReply, { left, right, colors }: Probe): Capability {
  const seen = halves(reply);
  if (seen === undefined) return { works: null, found: 'the answer could not be read' };
  const works = seen.left === left && seen.right === right;
  // What a model writes is not for a terminal unless it is one of the words it was given.
  const [first, second] = [seen.left, seen.right].map((word) =>
    colors.includes(word) ? word : 'something else',
  );
  return {
    works,
    found: `${works ? 'saw' : `shown ${left} and ${right}, it named`} ${first} and ${second}`,
  };
}

function read(reply: ChatReply, seen: Capability): Capabilities {
  const { form, timing } = reply;
  const whole = halves(reply) !== undefined;
  const { firstPieceMs = 0, totalMs = 0, streamed = false } = timing ?? {};
  return {
    reachable: { works: true, found: 'answered' },
    vision: seen,
    schema: {
      works: whole && form === 'json_schema',
      found: whole ? FORMS[form] : 'the answer was not what was asked for',
    },
    streaming: { works: streamed, found: streamed ? 'in pieces' : 'all at once' },
    latency: { firstPieceMs: Math.round(firstPieceMs), totalMs: Math.round(totalMs) },
  };
}

const FORMS: Readonly<Record<ChatReply['form'], string>> = {
  json_schema: 'json_schema',
  json_object: 'json_object; the schema goes into the prompt',
  text: 'none; JSON is taken out of the text',
};

function halves({ text }: ChatReply): { readonly left: string; readonly right: string } | undefined {
  try {
    const { left, right } = JSON.parse(text) as { left?: unknown; right?: unknown };
    return typeof left === 'string' && typeof right === 'string' ? { left, right } : undefined;
  } catch {
    return undefined;
  }
}
