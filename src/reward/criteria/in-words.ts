import { judgeAsked } from './asked.ts';
import type { Case } from './case.ts';
import type { Judge } from './judge.ts';
import { mergeGoals, strength } from './merge-goals.ts';

/** Criteria for what the instruction says in words. They weigh 1 each. */
export function judgeWords(known: Case): readonly Judge[] {
  return mergeGoals(known.reading.goals.filter(({ words }) => words !== ''))
    .map((goal) => {
      const why = `asked: “${goal.words}”${strength(goal.amount)}`;
      return judgeAsked({ ...goal, weight: 1, explicit: true, why }, known);
    })
    .filter((judge) => judge !== null);
}
