import type { FromPart, ToPart } from './part-messages.ts';

/** A part of a job, as a slot sees it. */
export interface SlotTask {
  /** @param post takes what is to be told to who runs the part */
  start(post: (message: ToPart) => void): void;
  /** @returns whether the task has ended, so that the next may begin */
  hear(message: FromPart): boolean;
  /** Who ran it ended, or could not be started, before the task did. */
  lost(cause: unknown): void;
}

/** A place where parts run, one after the other. */
export interface Slot {
  /** Tasks that wait or run. */
  readonly load: number;
  /** Gets ready before there is a task. */
  warm(): void;
  add(task: SlotTask): void;
  /** Takes a task back that has not begun; one that runs is not touched. */
  remove(task: SlotTask): boolean;
  /** Ends by force what runs, if it is `task`. */
  end(task: SlotTask): void;
  /** Ends what runs and what waits. */
  close(): Promise<void>;
}
