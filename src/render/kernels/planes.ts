import { type KernelMemory, SLACK } from './kernels.ts';

/** Three planes of numbers in the kernels' memory, `stride` bytes apart, and room for the same interleaved. */
export class Planes {
  readonly address: number;
  readonly stride: number;
  readonly pixels: number;
  private readonly memory: KernelMemory;
  private readonly samples: number;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, pixels: number) {
    this.memory = memory;
    this.pixels = pixels;
    this.stride = (pixels * 4 + SLACK + 15) & ~15;
    this.address = memory.place(this.stride * 3);
    this.samples = memory.place(pixels * 12);
  }

  /** Address of a plane. */
  of(channel: number): number {
    return this.address + channel * this.stride;
  }

  /** From interleaved numbers. */
  load(numbers: Float32Array): void {
    const { memory, samples } = this;
    memory.floats(samples, numbers.length).set(numbers);
    memory.run.split(samples, numbers.length / 3, this.address, this.stride);
  }

  /** To interleaved numbers. */
  store(numbers: Float32Array): void {
    const { memory, samples } = this;
    memory.run.interleave(this.address, this.stride, numbers.length / 3, samples);
    numbers.set(memory.floats(samples, numbers.length));
  }

  /** Work that wants the first `count` pixels interleaved, in place. */
  exchange(count: number, work: (numbers: Float32Array) => void): void {
    const { memory, samples } = this;
    memory.run.interleave(this.address, this.stride, count, samples);
    work(memory.floats(samples, count * 3));
    memory.run.split(samples, count, this.address, this.stride);
  }
}
