import { parentOf } from '#looks/parents.ts';
import { AXES, type Reading } from '#wire/goal.ts';

/** A sentence and what it must be read as, in the short form that `judgeReading` knows. */
export type Row = readonly [sentence: string, expected: string];

/**
 * Short form: `warmth-.5@sky` a goal with its amount (left out: any) and region; `S:moody` a style; `L:skin/natural` a
 * lock; `U` something unsupported; `nothing` a sure reading without anything to do; `low` a confidence below 0.5.
 * Everything listed must be there, and nothing of weight that is not listed: strong goals, styles and locks in excess
 * are faults. Returns what is wrong, empty when the reading is right.
 */
export function judgeReading(reading: Reading, expected: string): string[] {
  const faults: string[] = [];
  const goals = new Set<string>();
  const styles = new Set<string>();
  const locks = new Set<string>();
  let unsupported = false;
  for (const part of expected.split(/\s*,\s*/).filter(Boolean)) {
    if (part === 'U') unsupported = true;
    else if (part === 'low') {
      if (reading.confidence >= 0.5) faults.push(`too sure: ${reading.confidence}`);
    } else if (part === 'nothing') {
      if (reading.confidence < 0.8) faults.push(`not sure that nothing is to be done: ${reading.confidence}`);
    } else if (part.startsWith('S:')) styles.add(part.slice(2));
    else if (part.startsWith('L:')) locks.add(part.slice(2));
    else {
      const [, axis, sign, amount, region] = /^([a-z]+)([+-])([\d.]*)(?:@([a-z]+))?$/.exec(part) ?? [];
      if (!axis || !(AXES as readonly string[]).includes(axis))
        throw new SyntaxError(`Cannot read "${part}"`);
      const direction = sign === '+' ? 1 : -1;
      const found = reading.goals.find(
        (goal) => goal.axis === axis && goal.direction === direction && goal.region === (region ?? null),
      );
      if (!found) faults.push(`missing ${part}`);
      else if (amount && Math.abs(found.amount - Number(amount)) > 0.11)
        faults.push(`${part} has amount ${found.amount}`);
      goals.add(`${axis}@${region ?? ''}`);
    }
  }
  for (const goal of reading.goals) {
    const extra = !goals.has(`${goal.axis}@${goal.region ?? ''}`) && goal.words !== '' && goal.amount >= 0.8;
    if (extra)
      faults.push(`extra ${goal.axis}${goal.direction > 0 ? '+' : '-'}${goal.amount}@${goal.region ?? ''}`);
  }
  const names = reading.styles.map((style) => style.name);
  for (const name of styles) if (!names.includes(name)) faults.push(`missing style ${name}`);
  // A plain style beside its special form ("film noir" is monochrome too) goes without saying.
  const implied = new Set([...styles].map(parentOf));
  for (const name of names) if (!styles.has(name) && !implied.has(name)) faults.push(`extra style ${name}`);
  const kept = reading.locks.map((lock) => `${lock.what}/${lock.mode}`);
  for (const lock of locks) {
    if (!kept.some((each) => each === lock || each.split('/')[0] === lock))
      faults.push(`missing lock ${lock}`);
  }
  for (const each of kept)
    if (!locks.has(each) && !locks.has(each.split('/')[0]!)) faults.push(`extra lock ${each}`);
  if (unsupported !== reading.unsupported.length > 0)
    faults.push(unsupported ? 'missing unsupported' : `unsupported: ${reading.unsupported[0]!.words}`);
  return faults;
}
