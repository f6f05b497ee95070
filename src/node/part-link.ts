/** How a part of a rendering speaks with the other parts and with whoever asked for it. */
export interface PartLink {
  /** Number of this part, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  /**
   * Called between strips.
   *
   * @throws RetouchError `cancelled` when the rendering is to stop
   */
  turn(): Promise<void> | undefined;
  /**
   * Gives `value` to all parts and waits for theirs; parts that have ended count as undefined.
   *
   * @throws RetouchError `cancelled` when the rendering is to stop
   */
  gather<T>(name: string, value: T): Promise<readonly T[]>;
  /**
   * Hands over this part's next bytes of a version's file; the file is all parts' bytes in order.
   *
   * @param isHead they stand before all others
   */
  deliver(version: number, bytes: Uint8Array, isHead?: boolean): void;
  /** Tells that this part has delivered all of the next version, in their order. */
  finish(): void;
}
