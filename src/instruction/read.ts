import type { Reading } from '#wire/goal.ts';
import { confidenceOf } from './confidence.ts';
import { detectLanguage } from './language.ts';
import { mergeFindings } from './merge.ts';
import { normalise } from './normalise.ts';
import { readSentence } from './sentence.ts';
import { originalWords } from './words.ts';

/** More than anybody says about one photo; the rest of a longer text is not read. */
const LONGEST = 2000;

/**
 * Reads an instruction: what to change and how much, styles, what to keep, what cannot be done. Pure, never throws;
 * words that are not understood lower the confidence and never become goals.
 */
export function readInstruction(text: string): Reading {
  const original = text.slice(0, LONGEST).normalize('NFC');
  const normalised = normalise(original);
  const { language, items } = detectLanguage(normalised);
  if (items.length === 0) {
    return {
      language,
      goals: [],
      styles: [],
      locks: [],
      unsupported: [],
      confidence: normalised === '' ? 0 : 0.05,
    };
  }
  const findings = readSentence(items);
  const merged = mergeFindings(findings, (start, end) => originalWords(original, normalised, start, end));
  const { goals, styles, locks, unsupported } = merged;
  return { language, goals, styles, locks, unsupported, confidence: confidenceOf(items, findings, merged) };
}
