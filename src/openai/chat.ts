import type { Cancellation } from '#wire/cancellation.ts';

/** What one call asks of a chat model. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** The form of the reply; without it plain text is wanted. `name` is letters, digits, `_` and `-`. */
  readonly schema?: { readonly name: string; readonly json: Readonly<Record<string, unknown>> };
  /** 0…2; the model's own when absent. */
  readonly temperature?: number;
  readonly seed?: number;
  readonly maxTokens?: number;
  readonly signal?: Cancellation;
  /** Called with each piece of the model's thinking, or of its answer's first key `reasoning`, as it arrives. */
  readonly onReasoning?: (piece: string) => void;
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
  /** JPEG files, shown after the text in this order; only with `user`. */
  readonly images?: readonly Uint8Array[];
}

export interface ChatReply {
  /** The answer without the thinking. */
  readonly text: string;
  /** What the model thought, by whatever way it told it; empty when it did not. */
  readonly reasoning: string;
  readonly usage: Usage;
  /** How the form was asked for in the end. */
  readonly form: 'json_schema' | 'json_object' | 'text';
  /** Requests it took, repairs of the transport included. */
  readonly attempts: number;
  /** The answer ended at the limit of tokens, so its end is missing. */
  readonly cut?: true;
  readonly timing?: ReplyTiming;
}

/** Milliseconds of the request that was answered, waiting for its turn apart. */
export interface ReplyTiming {
  readonly firstPieceMs: number;
  readonly totalMs: number;
  /** The answer came in several pieces. */
  readonly streamed: boolean;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null when the price is not known. */
  readonly cost: number | null;
}

/** A chat model at an address: what policies and judges ask. */
export interface ChatModel {
  /** `profile:model`, for traces and results. */
  readonly id: string;
  /** Of pictures that are sent to it. */
  readonly images?: ImageCaps;
  /** @throws RetouchError `model-failed`, `busy`, `timeout`, `cancelled`, `forbidden` (may not leave this machine) */
  ask(request: ChatRequest): Promise<ChatReply>;
}

/** Limits of one picture, to be kept by whoever encodes it. */
export interface ImageCaps {
  /** px */
  readonly longEdge: number;
  /** Of the JPEG file, before it is written as text, which makes it a third longer. */
  readonly bytes: number;
}
