import type { RegionName } from '#image/observation.ts';
import { REGION_NAMES } from '#image/observation.ts';
import type { Proposal } from '../policy.ts';
import type { Outcome } from './ask-until-usable.ts';
import type { Session } from './session.ts';

/** Proposals that may be shown: visible, and true to the regions that must stay. The others become problems. */
export function admit(session: Session, proposals: readonly Proposal[]): Outcome<Proposal> {
  const { comparison, request } = session;
  const kept = request.reading.locks.flatMap(({ kind, what, mode }) =>
    kind === 'region' && mode === 'unchanged' && isRegionName(what) ? [what] : [],
  );
  const problems: string[] = [];
  const items = proposals.filter(({ settings, title }) => {
    const moved = kept.find((region) => comparison.moves(region, settings));
    if (moved) problems.push(`"${title}" changes the ${moved}, which must stay as it is.`);
    else if (!comparison.isVisible(settings)) problems.push(`"${title}" changes nothing that can be seen.`);
    else return true;
    return false;
  });
  return { items, problems };
}

function isRegionName(what: string): what is RegionName {
  return (REGION_NAMES as readonly string[]).includes(what);
}
