import type { Steps } from '#image/steps.ts';
import { judgeAsked } from './asked.ts';
import type { Case } from './case.ts';
import type { Judge } from './judge.ts';
import { mergeGoals, strength } from './merge-goals.ts';

/** Criteria for what the instruction says in words. They weigh 1 each. */
export function* judgeWords(known: Case): Steps<readonly Judge[]> {
  const judges: Judge[] = [];
  for (const goal of mergeGoals(known.reading.goals.filter(({ words }) => words !== ''))) {
    const why = `asked: “${goal.words}”${strength(goal.amount)}`;
    const judge = judgeAsked({ ...goal, weight: 1, explicit: true, why }, known);
    if (judge !== null) judges.push(judge);
    yield;
  }
  return judges;
}
