import { addUsage, type ModelReports, type ModelUsage } from '#wire/usage.ts';

/** Keeps what policy and judge tell of the models they asked for one job. */
export interface Account extends Required<ModelReports> {
  /** Fields of a result; without models there are none, so that the result stays what it was. */
  told(): { readonly notes?: string[]; readonly usage?: ModelUsage };
}

export function openAccount(): Account {
  const notes = new Set<string>();
  let usage: ModelUsage | undefined;
  return {
    onNote: (note) => void notes.add(note),
    onUsage(more) {
      usage = addUsage(usage, { answers: 1, ...more });
    },
    told: () => ({ ...(notes.size === 0 ? {} : { notes: [...notes] }), ...(usage ? { usage } : {}) }),
  };
}
