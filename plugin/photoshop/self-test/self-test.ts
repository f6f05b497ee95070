import type { DocumentHost, SelfTestReport } from '#panel/document-host.ts';
import { type ErrorCode, RetouchError } from '#wire/error.ts';
import { selectDocument } from '../commands/layers.ts';
import { activeDocument, documentById } from '../host/documents.ts';
import { currentState } from '../host/history.ts';
import type { RunModal } from '../host/modal.ts';
import type { Photoshop } from '../host/photoshop.ts';
import type { Uxp } from '../host/uxp.ts';
import { levelsOf, Probe } from './probe.ts';
import type { Question } from './question.ts';
import { type HostAnswers, QUESTIONS, readAnswers } from './questions.ts';
import { agrees, foundWords, inWords, type Outcome, reportText } from './report.ts';
import { fillGrey, makeDocument } from './test-document.ts';

export interface SelfTestParts {
  readonly photoshop: Photoshop;
  readonly uxp: Pick<Uxp, 'host' | 'versions'>;
  readonly run: RunModal;
  /** The runtime's globals, as far as they are there. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Address of a service that answers; null without one. */
  readonly service: () => string | null;
  /** ISO 8601 */
  readonly now: () => string;
  /** Keeps what was settled; called once at the end. */
  readonly onAnswers: (answers: HostAnswers) => void | Promise<void>;
}

/**
 * Asks the host what only a real one can tell, one question after the other, on a document of the test's own that is
 * closed without saving whatever happens. A question that fails settles nothing and holds up no other.
 */
export function createSelfTest(parts: SelfTestParts): DocumentHost['selfTest'] {
  return async (onProgress, signal) => {
    const { photoshop, run } = parts;
    const before = activeDocument(photoshop)?.id;
    const own = await openDocument(photoshop, run, signal);
    let outcomes: readonly Outcome[];
    try {
      const { globals } = parts;
      const around = { photoshop, run, globals, service: parts.service(), signal };
      outcomes = await askAll(new Probe(around, own.id, own.state, own.grey), onProgress);
    } finally {
      await closeDocument(photoshop, run, own.id, before);
    }
    const settled = outcomes.flatMap(({ question, reply }) =>
      reply === undefined ? [] : [[question.id, reply.answer] as const],
    );
    await parts.onAnswers(readAnswers(Object.fromEntries(settled)));
    return reportOf(parts, outcomes);
  };
}

async function askAll(
  probe: Probe,
  onProgress: (done: number, of: number, question: string) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of QUESTIONS) {
    probe.check();
    onProgress(outcomes.length, QUESTIONS.length, question.question);
    outcomes.push(await askOne(probe, question));
  }
  return outcomes;
}

/** What makes asking on useless: then nothing is settled. */
const FINAL: readonly ErrorCode[] = ['cancelled', 'busy'];

/** @throws RetouchError `cancelled`, `busy`, or `not-found` when the person closed the test's document */
async function askOne(probe: Probe, question: Question): Promise<Outcome> {
  try {
    const reply = await question.ask(probe);
    return { question, reply: typeof reply === 'boolean' ? { answer: reply } : reply, failure: undefined };
  } catch (error) {
    const failure = RetouchError.wrap(error);
    if (FINAL.includes(failure.code)) throw failure;
    if (!probe.isOpen)
      throw new RetouchError('not-found', 'The self-test’s document was closed: run it again');
    return { question, reply: undefined, failure: failure.message };
  }
}

async function openDocument(
  photoshop: Photoshop,
  run: RunModal,
  signal: AbortSignal,
): Promise<{ readonly id: number; readonly state: number; readonly grey: number }> {
  const before = activeDocument(photoshop)?.id;
  return run({ name: 'RetouchIQ self-test', signal }, async (scope) => {
    await scope.play(makeDocument({ mode: 'RGBColorMode', depth: 8 }));
    const made = activeDocument(photoshop);
    if (made === null || made.id === before)
      throw new RetouchError(
        'internal',
        'Photoshop made no document for the test: make one by hand and report this',
      );
    // Should anything stop us here, Photoshop closes it by itself.
    const keepOpen = await scope.closeOnExit(made.id);
    await scope.play(fillGrey());
    const { left } = await levelsOf(photoshop, made);
    scope.check();
    await keepOpen();
    return { id: made.id, state: currentState(made), grey: left };
  });
}

/** Never throws: what the test found is worth more than a document that is left open. */
async function closeDocument(
  photoshop: Photoshop,
  run: RunModal,
  id: number,
  before: number | undefined,
): Promise<void> {
  try {
    await run({ name: 'RetouchIQ self-test' }, async (scope) => {
      await documentById(photoshop, id).closeWithoutSaving();
      if (before !== undefined) await scope.play(selectDocument(before));
    });
  } catch {
    // Closed by the person meanwhile, or Photoshop is held by a dialog: the document says by its name what it is.
  }
}

function reportOf(parts: SelfTestParts, outcomes: readonly Outcome[]): SelfTestReport {
  const { host, versions } = parts.uxp;
  const facts = {
    host: `${host.name} ${host.version}`,
    uxp: versions.uxp,
    plugin: versions.plugin,
    at: parts.now(),
  };
  return {
    host: `${facts.host}, UXP ${facts.uxp}`,
    findings: outcomes
      .filter(({ reply, failure }) => reply !== undefined || failure !== undefined)
      .map((outcome) => ({
        question: outcome.question.question,
        expected: inWords(outcome.question, outcome.question.expected),
        found: foundWords(outcome),
        agrees: agrees(outcome),
      })),
    text: reportText(facts, outcomes),
  };
}
