import type { ClampEntry } from '#settings/clamp-report.ts';
import { readJsonObject } from '#wire/forgiving-json.ts';
import type { EditsReading } from './dialect.ts';
import { dropped } from './loose-settings.ts';
import { looseNumber } from './loose-value.ts';
import { makeEdit } from './make-edit.ts';
import type { MonetStage } from './monetgpt-operations.ts';
import { plainText } from './plain-text.ts';

/** One item of a stage's plan. */
export interface MonetAdjustment {
  readonly adjustment: string;
  readonly issue: string;
  readonly solution: string;
}

const MOST = 30;
const LONGEST = 300;
/** Names in the plan, in bold or not, numbered or in a list. */
const LINE = /^[\s#>*_\d.)-]{0,12}(adjustment|issue|solution)[*_ ]{0,4}:[*_ ]{0,4}/i;

/** The plan of a stage: blocks of adjustment, issue and solution; what is missing stays empty. */
export function readMonetPlan(text: string): readonly MonetAdjustment[] {
  const plan: Record<keyof MonetAdjustment, string>[] = [];
  let part: keyof MonetAdjustment | undefined;
  for (const line of text.slice(0, 50_000).split('\n')) {
    const head = LINE.exec(line.slice(0, 60));
    if (head) part = head[1]!.toLowerCase() as keyof MonetAdjustment;
    const rest = plainText((head ? line.slice(head[0].length) : line).replace(/[*_#]+/g, ''), LONGEST);
    if (head && (part === 'adjustment' || plan.length === 0)) {
      if (plan.length === MOST) break;
      plan.push({ adjustment: '', issue: '', solution: '' });
    }
    const item = plan.at(-1);
    if (item && part && rest !== '') item[part] = plainText(`${item[part]} ${rest}`, LONGEST);
  }
  return plan;
}

/** Whether a stage ends itself; the published code looks for this sentence. */
export function needsNothing(plan: string): boolean {
  return /no further adjustments are needed/i.test(plan.slice(0, 50_000));
}

/** The numbers of a stage. Operations of other stages are left out, numbers beyond ±100 are clamped. */
export function readMonetNumbers(text: string, stage: MonetStage): EditsReading {
  const names = stage.operations.map(({ name }) => name);
  const read = readJsonObject(text.replaceAll('\\_', '_'), names);
  if (!read) return { edits: [], problems: ['The reply holds no JSON object of adjustments.'] };
  const inner = Object.values(read.value).find((one) => typeof one === 'object' && one !== null);
  const known = names.some((name) => read.value[name] !== undefined);
  const table = known || !inner || Array.isArray(inner) ? read.value : (inner as typeof read.value);
  const values: Record<string, unknown> = {};
  const report: ClampEntry[] = [];
  for (const [key, value] of Object.entries(table).slice(0, 200)) {
    const one = stage.operations.find(
      ({ name }) => name.toLowerCase() === key.replace(/[^a-z]/gi, '').toLowerCase(),
    );
    const number = looseNumber(value);
    if (!one || number === undefined) {
      report.push(
        dropped(key, typeof value === 'object' ? '' : value, one ? 'not a number' : 'not of this stage'),
      );
      continue;
    }
    const bounded = Math.min(100, Math.max(-100, number));
    if (bounded !== number)
      report.push({ name: one.name, from: number, to: bounded, why: 'outside −100…100' });
    values[one.setting] = bounded * (bounded < 0 ? one.down : one.up) + 0;
  }
  if (Object.keys(values).length === 0 && report.length > 0) {
    return { edits: [], problems: [`No operation of this stage is named: ${names.slice(0, 8).join(', ')}…`] };
  }
  return { edits: [makeEdit({ values, report })], problems: [] };
}
