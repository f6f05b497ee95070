import type { ModelEntry } from '#wire/models.ts';
import type { ModelUsage } from '#wire/usage.ts';
import { type Chosen, EMBEDDED } from './models.ts';
import { sentence } from './sentence.ts';

/** Who is asked, as short as it goes: "qwen, judged by gpt". */
export function sayChoice({ policy, reward }: Chosen): string {
  const proposes = policy.join(' + ');
  return reward === EMBEDDED ? proposes : `${proposes}, judged by ${reward}`;
}

/** Where what is sent to a model goes. */
export function sayPlace({ reach, host, name }: ModelEntry): string {
  if (name === EMBEDDED) return '';
  return reach === 'here' ? 'on this machine' : host;
}

/** What it took: "3 answers, 4,210 tokens in, 830 out, $0.012". */
export function sayUsage({ answers, inputTokens, outputTokens, cost }: ModelUsage): string {
  const price = cost === null ? '' : `, ${cost === 0 ? 'free' : `$${cost.toFixed(cost < 0.1 ? 4 : 2)}`}`;
  const count = `${answers} answer${answers === 1 ? '' : 's'}`;
  return `${count}, ${grouped(inputTokens)} tokens in, ${grouped(outputTokens)} out${price}`;
}

/** Notes as sentences; a reason that was given already is not given again. */
export function sayNotes(notes: readonly string[]): readonly string[] {
  const given = new Set<string>();
  return notes.map((note) => {
    const end = note.indexOf(': ');
    const reason = end === -1 ? '' : note.slice(end);
    if (reason === '' || !given.has(reason)) {
      given.add(reason);
      return sentence(note);
    }
    return sentence(`${note.slice(0, end)}, for the same reason`);
  });
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
