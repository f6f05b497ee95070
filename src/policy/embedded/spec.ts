import type { StyleChoice } from './style-prior.ts';

/** One reading of the instruction: how its styles are understood and which way each goal goes. */
export interface Spec {
  readonly styles: readonly StyleChoice[];
  /** Index of the way, per goal. */
  readonly ways: readonly number[];
  /** Goals, by index, that this reading leaves aside. */
  readonly muted: readonly number[];
  /** Factor on every goal's amount. */
  readonly strength: number;
  /** Factor on what a livelier reading adds. */
  readonly liveliness: number;
  /** What sets this reading apart, in words; may be empty. */
  readonly lead: string;
}
