import type { Steps } from '../steps.ts';
import type { Scene } from './scene.ts';

type Color = [L: number, a: number, b: number];

const ROUNDS = 6;

/** k-means of L*a*b* over some cells; starts on the quantiles of lightness, so that it needs no chance. */
export function* dominantColors({ L, a, b }: Scene, cells: readonly number[], count: number): Steps<Color[]> {
  const sorted = [...cells].sort((i, j) => L[i]! - L[j]!);
  let colors = Array.from({ length: count }, (_, k): Color => {
    const i = sorted[Math.floor(((k + 0.5) / count) * sorted.length)] ?? 0;
    return [L[i]!, a[i]!, b[i]!];
  });
  for (let round = 0; round < ROUNDS; round++) {
    yield;
    const sums = colors.map(() => [0, 0, 0, 0]);
    for (const i of cells) {
      let best = Number.POSITIVE_INFINITY;
      let own = 0;
      for (let k = 0; k < colors.length; k++) {
        const color = colors[k]!;
        const d = (L[i]! - color[0]) ** 2 + (a[i]! - color[1]) ** 2 + (b[i]! - color[2]) ** 2;
        if (d < best) {
          best = d;
          own = k;
        }
      }
      const sum = sums[own]!;
      sum[0]! += L[i]!;
      sum[1]! += a[i]!;
      sum[2]! += b[i]!;
      sum[3]!++;
    }
    // Colours that next to nothing is like are dropped.
    colors = sums
      .filter((sum) => sum[3]! > cells.length * 0.01)
      .map(([x, y, z, n]): Color => [x! / n!, y! / n!, z! / n!]);
  }
  return colors;
}
