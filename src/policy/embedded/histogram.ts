/** Reads percentiles and partial means from the weights of bins that span `step` each, from 0 on. */
export class Histogram {
  readonly #weights: Float64Array;
  readonly #step: number;
  readonly #total: number;

  constructor(weights: Float64Array, step: number, total: number) {
    this.#weights = weights;
    this.#step = step;
    this.#total = total;
  }

  /** Value below which `share` of the weight lies. */
  percentile(share: number): number {
    let below = 0;
    const wanted = share * this.#total;
    for (let bin = 0; bin < this.#weights.length; bin++) {
      const weight = this.#weights[bin]!;
      if (weight > 0 && below + weight >= wanted) return (bin + (wanted - below) / weight) * this.#step;
      below += weight;
    }
    return this.#weights.length * this.#step;
  }

  /** Mean of the values between two shares of the weight. */
  meanBetween(from: number, to: number): number {
    const [first, last] = [from * this.#total, to * this.#total];
    let below = 0;
    let sum = 0;
    let taken = 0;
    for (let bin = 0; bin < this.#weights.length && below < last; bin++) {
      const weight = this.#weights[bin]!;
      const part = Math.min(below + weight, last) - Math.max(below, first);
      if (part > 0) {
        sum += part * (bin + 0.5) * this.#step;
        taken += part;
      }
      below += weight;
    }
    return taken > 0 ? sum / taken : 0;
  }
}
