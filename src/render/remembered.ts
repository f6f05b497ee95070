/**
 * The last results of building something slow from few numbers (a curve from a slider): a solver that moves one slider
 * at a time builds one curve per picture. Results are shared: nobody may change them.
 */
export class Remembered<T> {
  private readonly results = new Map<string, T>();
  private readonly most: number;

  constructor(most = 256) {
    this.most = most;
  }

  /** @param name all that the result depends on */
  get(name: string, build: () => T): T {
    const known = this.results.get(name);
    if (known !== undefined) return known;
    const result = build();
    // The oldest goes: names come in runs, so that order of use would hardly keep others.
    if (this.results.size >= this.most) this.results.delete(this.results.keys().next().value!);
    this.results.set(name, result);
    return result;
  }
}
