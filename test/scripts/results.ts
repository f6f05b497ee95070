import type { BenchResults, ContenderResult, CostPoint } from '../../scripts/bench/results.ts';

export function times(median: number) {
  return { median, fastest: median * 0.9, slowest: median * 1.2, runs: 7 };
}

export function contender(id: string, median: number, more: Partial<ContenderResult> = {}): ContenderResult {
  const role = id === 'floor' ? 'floor' : id.startsWith('ours') ? 'ours' : 'peer';
  return { id, name: id, role, start: 'cold', edit: 'an edit', times: times(median), change: 5, ...more };
}

export function points(...costs: readonly (readonly [amount: number, ms: number])[]): CostPoint[] {
  return costs.map(([amount, ms]) => ({ amount, times: times(ms) }));
}

/** A run in which every goal is reached. */
export function goodRun(): BenchResults {
  return {
    machine: { processors: 2, model: 'Any', memoryGb: 8, system: 'Linux', node: '20.20.0', loadBefore: 0.1 },
    rounds: 7,
    exports: {
      jpegMegabytes: 7.2,
      jpegLoss: 0.8,
      contenders: [
        contender('floor', 200),
        contender('ours-service', 300, { toExact: 0.4, toExactPixels: 1, start: 'warm' }),
        contender('ours-cold', 500, { toExact: 0.3, toExactPixels: 1 }),
        contender('vips-file', 800),
        contender('vips-pipe', 600),
        contender('imagemagick', 1600),
        contender('darktable', 5100),
        contender('rawtherapee', 5500),
      ],
      missing: [],
    },
    candidates: { width: 1024, height: 683, points: points([1, 6], [6, 36], [64, 400]) },
    enter: {
      open: times(500),
      rows: [
        {
          instruction: 'warmer',
          candidates: 6,
          times: times(120),
          stages: { propose: 40, render: 30, score: 45 },
        },
      ],
      median: 120,
    },
    megapixels: points([1, 30], [6, 100], [100, 1700]),
    memory: [{ work: '24 MP JPEG → JPEG', peakMb: 300, goalMb: 350 }],
  };
}
