import * as z from 'zod';
import type { CommitEdit, CommittedEdit } from '#panel/document-host.ts';
import { settingsSchema } from '#settings/schema.ts';
import { readOwnProperty, writeOwnProperty } from '#xmp/own-property.ts';

const PROPERTY = 'Edits';
/** Edits kept per document; the oldest give way. */
const KEPT = 20;
/** Characters of the record; masks with long curves are the largest part of it. */
const LARGEST = 200_000;

const criterionSchema = z.object({ name: z.string(), weight: z.number(), score: z.number() });
const editSchema = z.object({
  id: z.string(),
  at: z.string(),
  settings: settingsSchema,
  versions: z.record(z.string(), z.string()),
  criteria: z.array(criterionSchema),
  /** Only when the person asked for it: "make her less red" must not reach a client by accident. */
  instruction: z.string().nullable().default(null),
  reasoning: z.array(z.object({ step: z.string(), text: z.string() })).optional(),
});
const recordSchema = z.object({ version: z.literal(1), edits: z.array(z.unknown()) });
type StoredEdit = z.infer<typeof editSchema>;

/** The edits that a document's metadata tells of; what is damaged or not ours is passed over. */
export function readRecord(xmp: string): readonly CommittedEdit[] {
  return storedEdits(xmp).map(({ reasoning: _, ...edit }) => edit);
}

/** The metadata with one more edit. @throws RetouchError `bad-settings` when it is not XMP */
export function addToRecord(xmp: string, edit: CommitEdit, at: string): string {
  return writeOwnProperty(xmp, PROPERTY, spell([...storedEdits(xmp), toStore(edit, at)].slice(-KEPT)));
}

/** The metadata without the edit that was added at that time. */
export function takeFromRecord(xmp: string, at: string): string {
  const edits = storedEdits(xmp);
  const others = edits.filter((edit) => edit.at !== at);
  if (others.length === edits.length) return xmp;
  return writeOwnProperty(xmp, PROPERTY, others.length === 0 ? null : spell(others));
}

/** The metadata without a word of the person's or of a trace, or without anything of ours. */
export function stripRecord(xmp: string, everything: boolean): string {
  const edits = storedEdits(xmp);
  if (everything || edits.length === 0) return writeOwnProperty(xmp, PROPERTY, null);
  return writeOwnProperty(xmp, PROPERTY, spell(edits.map(silenced)));
}

function toStore(edit: CommitEdit, at: string): StoredEdit {
  const { id, settings, result, keepWords, instruction } = edit;
  const candidate = result?.candidates.find((each) => each.id === id);
  const metrics = candidate?.reward.metrics ?? [];
  const criteria = metrics.map(({ name, weight, score }) => ({ name, weight, score }));
  const reasoning = candidate?.reasoning.map(({ step, text }) => ({ step, text })) ?? [];
  const stored = { id, at, settings, criteria, instruction, reasoning, versions: result?.versions ?? {} };
  return keepWords ? stored : silenced(stored);
}

/** Without a word of the person's: criteria are named after what was asked for. */
function silenced({ reasoning: _, ...edit }: StoredEdit): StoredEdit {
  return {
    ...edit,
    settings: withoutNames(edit.settings),
    criteria: edit.criteria.map((criterion, index) => ({ ...criterion, name: `Criterion ${index + 1}` })),
    instruction: null,
  };
}

/** Names of corrections and masks repeat the person's words. */
function withoutNames(settings: StoredEdit['settings']): StoredEdit['settings'] {
  const corrections = settings.MaskGroupBasedCorrections;
  if (corrections === undefined) return settings;
  return {
    ...settings,
    MaskGroupBasedCorrections: corrections.map((correction, index) => ({
      ...correction,
      name: `Mask ${index + 1}`,
      masks: correction.masks.map(({ name: _, ...mask }) => mask),
    })),
  };
}

function storedEdits(xmp: string): readonly StoredEdit[] {
  const text = readOwnProperty(xmp, PROPERTY);
  if (text === undefined || text.length > LARGEST) return [];
  const record = recordSchema.safeParse(parsed(text));
  if (!record.success) return [];
  return record.data.edits.slice(-KEPT).flatMap((edit) => {
    const read = editSchema.safeParse(edit);
    return read.success ? [read.data] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Oldest edits are left out until the rest is small enough. */
function spell(edits: readonly StoredEdit[]): string {
  const text = JSON.stringify({ version: 1, edits });
  return text.length <= LARGEST || edits.length <= 1 ? text : spell(edits.slice(1));
}
