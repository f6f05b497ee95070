import type { Metric, Reward } from '#wire/result.ts';
import type { Comparison } from './compare-pair.ts';

export interface Contender {
  readonly reward: Reward;
  /** Whether it may be put before another one by looks alone. */
  readonly mayWin: boolean;
}

/** What came of showing two side by side; `failed` when nothing did. */
export type SideBySide = Comparison | { readonly verdict: 'failed'; readonly reason: string };

interface Limits {
  readonly noise: number;
  /** Comparisons that may be asked for. */
  readonly pairs: number;
}

/**
 * Puts the best candidates side by side where their scores are too near to tell them apart, from the top. A verdict that
 * holds in both orders moves the winner just clear of the other; ties and verdicts that follow the order change nothing.
 * What was seen stands as a line of weight 0 with both. The order of the list stays.
 */
export async function settleTies(
  contenders: readonly Contender[],
  compare: (first: number, second: number) => Promise<SideBySide>,
  { noise, pairs }: Limits,
): Promise<readonly Reward[]> {
  const rewards = contenders.map(({ reward }) => reward);
  const seen = new Set<string>();
  for (let left = pairs; left > 0; left--) {
    const pair = nearestAtTop(rewards, contenders, noise, seen);
    if (!pair) break;
    seen.add(pair.join());
    const [a, b] = pair;
    const { verdict, reason } = await compare(a, b);
    const winner = verdict === 'first' ? a : verdict === 'second' ? b : undefined;
    for (const index of pair)
      rewards[index] = withLine(
        rewards[index]!,
        verdict,
        reason,
        winner === undefined ? undefined : winner === index,
      );
    if (winner !== undefined) part(rewards, winner, winner === a ? b : a, noise);
  }
  return rewards;
}

/** The best two neighbours in rank that are nearer than noise and were not compared yet. */
function nearestAtTop(
  rewards: readonly Reward[],
  contenders: readonly Contender[],
  noise: number,
  seen: ReadonlySet<string>,
): readonly [number, number] | undefined {
  const order = rewards.map((_, index) => index).sort((a, b) => rewards[b]!.score - rewards[a]!.score);
  for (let place = 0; place + 1 < order.length; place++) {
    const pair = [order[place]!, order[place + 1]!] as const;
    const near = rewards[pair[0]]!.score - rewards[pair[1]]!.score < noise;
    const known = seen.has(pair.join()) || seen.has([...pair].reverse().join());
    if (near && !known && pair.every((index) => contenders[index]!.mayWin)) return pair;
  }
  return undefined;
}

/** The winner stands just clear of the other; at the top of the scale, the other gives way. */
function part(rewards: Reward[], winner: number, loser: number, noise: number): void {
  const lower = Math.min(rewards[loser]!.score, 10 - noise);
  const higher = Math.max(rewards[winner]!.score, lower + noise);
  rewards[loser] = { ...rewards[loser]!, score: round(lower) };
  rewards[winner] = { ...rewards[winner]!, score: round(higher) };
}

const TITLE = 'Side by side';

/** What was seen, as a line that weighs nothing: it moved the score by itself. */
function withLine(
  reward: Reward,
  verdict: SideBySide['verdict'],
  reason: string,
  won: boolean | undefined,
): Reward {
  const earlier = reward.metrics.filter(({ name }) => name.startsWith(TITLE)).length;
  const line: Metric = {
    name: earlier === 0 ? TITLE : `${TITLE} (${earlier + 1})`,
    why: 'The scores of two candidates were too near to tell them apart; they were shown together, in both orders',
    weight: 0,
    score: won === undefined ? 5 : won ? 10 : 0,
    evidence: told(verdict, reason, won),
  };
  return { ...reward, metrics: [...reward.metrics, line] };
}

function told(verdict: SideBySide['verdict'], reason: string, won: boolean | undefined): string {
  switch (verdict) {
    case 'tie':
      return 'No difference that matters between the two';
    case 'inconsistent':
      return 'The verdict followed the order in which the two were shown, and was not counted';
    case 'failed':
      return `They could not be compared: ${reason}`;
    default:
      return `${won ? 'Preferred' : 'The other one was preferred'} in both orders: ${reason}`;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
