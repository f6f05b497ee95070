import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';
import { goalWords } from '../goal-words.ts';
import type { Intent } from '../plan.ts';
import { capital, quote } from './words.ts';

/** What was asked: looks, goals and locks, each with the words it came from. */
export function askedSteps(reading: Reading, intent: Intent): ReasoningStep[] {
  const goals = intent.goals
    .filter((goal) => goal.origin === 'asked')
    .map((goal) => ({
      text: `${degree(goal.amount)}${goalWords(goal)}`,
      evidence: quote(goal.words),
    }));
  const styles = reading.styles.map(({ name, words }) => ({
    text: `The look “${name}”`,
    evidence: quote(words),
  }));
  const locks = reading.locks.map(({ what, mode, words }) => ({
    text: `Keep ${what} ${mode}`,
    evidence: quote(words),
  }));
  return [...styles, ...goals, ...locks].map((step) => ({
    step: 'asked' as const,
    text: capital(step.text),
    evidence: step.evidence,
  }));
}

function degree(amount: number): string {
  if (amount <= 0.6) return 'a little ';
  return amount >= 1.5 ? 'much ' : '';
}
