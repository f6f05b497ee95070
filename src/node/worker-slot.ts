import { Worker } from 'node:worker_threads';
import type { FromPart } from './part-messages.ts';
import type { Slot, SlotTask } from './slot.ts';

/** A place for a worker. One that ends is replaced when the next task comes. */
export class WorkerSlot implements Slot {
  private readonly file: URL;
  private readonly heapMegabytes: number | undefined;
  private readonly waiting: SlotTask[] = [];
  private worker: Worker | undefined;
  private current: SlotTask | undefined;
  private isClosed = false;

  /** @param heapMegabytes what the worker's heap may take; default: Node's own limit */
  constructor(file: URL, heapMegabytes?: number) {
    this.file = file;
    this.heapMegabytes = heapMegabytes;
  }

  get load(): number {
    return this.waiting.length + (this.current ? 1 : 0);
  }

  warm(): void {
    this.worker ??= this.startWorker();
    if (!this.current) this.worker.unref();
  }

  add(task: SlotTask): void {
    if (this.isClosed) task.lost(undefined);
    else {
      this.waiting.push(task);
      this.next();
    }
  }

  remove(task: SlotTask): boolean {
    const at = this.waiting.indexOf(task);
    if (at >= 0) this.waiting.splice(at, 1);
    return at >= 0;
  }

  end(task: SlotTask): void {
    if (this.current === task) void this.worker?.terminate();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const task of this.waiting.splice(0)) task.lost(undefined);
    await this.worker?.terminate();
  }

  private next(): void {
    if (this.current) return;
    this.current = this.waiting.shift();
    if (!this.current) {
      this.worker?.unref();
      return;
    }
    try {
      const worker = this.worker ?? this.startWorker();
      this.worker = worker;
      worker.ref();
      this.current.start((message) => worker.postMessage(message));
    } catch (cause) {
      this.lose(cause);
    }
  }

  private startWorker(): Worker {
    const { heapMegabytes } = this;
    const resourceLimits = heapMegabytes === undefined ? {} : { maxOldGenerationSizeMb: heapMegabytes };
    const worker = new Worker(this.file, { resourceLimits });
    let cause: unknown;
    worker.on('message', (message: FromPart) => {
      if (worker !== this.worker || !this.current?.hear(message)) return;
      this.current = undefined;
      this.next();
    });
    // An error is followed by the worker's end.
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      if (worker !== this.worker) return;
      this.worker = undefined;
      this.lose(cause);
    });
    return worker;
  }

  private lose(cause: unknown): void {
    const { current } = this;
    this.current = undefined;
    current?.lost(cause);
    this.next();
  }
}
