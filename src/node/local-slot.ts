import { setImmediate } from 'node:timers/promises';
import type { FromPart, ToPart } from './part-messages.ts';
import type { Slot, SlotTask } from './slot.ts';

/** How long a part may run before others have their turn: Ctrl-C, a request, another part's news. */
const TURN_MS = 20;

/** Runs parts in this process: where there are no workers, or where it would only wait for them. */
export class LocalSlot implements Slot {
  private readonly waiting: SlotTask[] = [];
  private current: SlotTask | undefined;
  private runner: Promise<(message: ToPart) => void> | undefined;

  get load(): number {
    return this.waiting.length + (this.current ? 1 : 0);
  }

  warm(): void {
    this.runner ??= this.loadRunner();
    // Told to the task that asks for it.
    this.runner.catch(() => {});
  }

  add(task: SlotTask): void {
    this.waiting.push(task);
    void this.next();
  }

  remove(task: SlotTask): boolean {
    const at = this.waiting.indexOf(task);
    if (at >= 0) this.waiting.splice(at, 1);
    return at >= 0;
  }

  /** What runs here stops by itself when it is told to. */
  end(): void {}

  async close(): Promise<void> {
    for (const task of this.waiting.splice(0)) task.lost(undefined);
  }

  private async next(): Promise<void> {
    if (this.current) return;
    const task = this.waiting.shift();
    if (!task) return;
    this.current = task;
    this.warm();
    try {
      task.start(await this.runner!);
    } catch (cause) {
      this.current = undefined;
      task.lost(cause);
      void this.next();
    }
  }

  /** The engine is large: whoever leaves all work to workers need not load it. */
  private async loadRunner(): Promise<(message: ToPart) => void> {
    const { createPartRunner } = await import('./part-runner.ts');
    let last = performance.now();
    return createPartRunner(
      (message) => this.hear(message),
      () => {
        if (performance.now() - last < TURN_MS) return undefined;
        return setImmediate().then(() => {
          last = performance.now();
        });
      },
    );
  }

  private hear(message: FromPart): void {
    if (!this.current?.hear(message)) return;
    this.current = undefined;
    void this.next();
  }
}
