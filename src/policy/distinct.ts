import type { Comparison } from './comparison.ts';
import type { Proposal } from './policy.ts';

/** The first `most` proposals of which no two would look the same; titles made different where they are not. */
export function distinctProposals(
  proposals: readonly Proposal[],
  comparison: Comparison,
  most: number,
): Proposal[] {
  const chosen: Proposal[] = [];
  for (const proposal of proposals) {
    if (chosen.length >= most) break;
    const known = chosen.some(({ settings }) => comparison.isAlike(settings, proposal.settings));
    if (!known) chosen.push({ ...proposal, title: freeTitle(proposal.title, chosen) });
  }
  return chosen;
}

function freeTitle(title: string, chosen: readonly Proposal[]): string {
  const taken = (one: string) => chosen.some((other) => other.title === one);
  for (let version = 1; ; version++) {
    const candidate = version === 1 ? title : `${title} · version ${version}`;
    if (!taken(candidate)) return candidate;
  }
}
