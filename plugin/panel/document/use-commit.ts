import { useMemo } from 'react';
import { isEqual } from '#settings/equal.ts';
import { usePanel, usePanelState } from '../effects/panel-context.ts';
import { type CommitPlan, planCommit } from '../state/commit-plan.ts';
import { INITIAL_DOCUMENT } from '../state/document.ts';
import { effectiveSettings } from '../state/effective.ts';

export interface CommitState extends CommitPlan {
  readonly canCommit: boolean;
  readonly canTry: boolean;
  /** Whether an alternative stands in the document, and whether it is the chosen one as it is now. */
  readonly tried: boolean;
  readonly current: boolean;
  readonly committed: boolean;
  readonly undoable: boolean;
  readonly busy: boolean;
}

/** What can be done with the choice now. */
export function useCommit(): CommitState {
  const { host } = usePanel();
  const document = usePanelState((state) => state.document) ?? INITIAL_DOCUMENT;
  const work = usePanelState((state) => state.work.present);
  return useMemo(() => {
    const settings = effectiveSettings(work, work.chosen);
    const plan = planCommit(document, settings, host.document?.refuseForm);
    const { tried, doing, committed, facts } = document;
    const empty = Object.keys(settings).length === 0;
    const busy = doing !== null;
    const can = !busy && !empty && plan.refusal === null;
    return {
      ...plan,
      canCommit: can,
      canTry: can,
      tried: tried !== null,
      current: tried !== null && tried.id === work.chosen && isEqual(tried.settings, settings),
      committed: committed !== null,
      undoable: facts?.canUndo === true,
      busy,
    };
  }, [document, work, host]);
}
