import type * as z from 'zod';
import type { Descriptor } from './photoshop.ts';

/**
 * Host work as data: what to play, how its reply must look, and whether it changes the document (then it is only
 * played in a modal scope). Builders in commands/ are pure; `play()` runs them.
 */
export interface Command<Reply = unknown> {
  /** For a sentence: "turn the layer into a smart object". */
  readonly what: string;
  readonly descriptor: Descriptor;
  /** Lenient: names only what is read. */
  readonly reply: z.ZodType<Reply>;
  readonly modifies: boolean;
}
