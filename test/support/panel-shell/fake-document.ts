import type { Client } from '#client/client.ts';
import type { Applied, CommitEdit, DocumentEdit, DocumentFacts, DocumentHost } from '#panel/document-host.ts';
import { RetouchError } from '#wire/error.ts';

/** What the fake document was asked to do, and how it should answer. */
export interface FakeDocument {
  readonly host: DocumentHost;
  readonly facts: () => DocumentFacts | null;
  /** Tells the panel of a change, as Photoshop would. */
  tell(facts: DocumentFacts | null): void;
  readonly log: string[];
  /** The next call of this name fails so. */
  readonly failures: Map<string, RetouchError>;
  /** Milliseconds that each piece of work takes. */
  delay: number;
}

export function factsOf(id: number, title: string, change: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    id,
    title,
    layer: 'Skin, soft',
    hasSelection: false,
    looks: [
      { look: 'document', label: 'Whole document', mark: `${id}/1`, refusal: null },
      { look: 'layer', label: 'Layer “Skin, soft”', mark: `${id}/1/layer`, refusal: null },
      { look: 'selection', label: 'Selection', mark: `${id}/1/none`, refusal: 'Nothing is selected.' },
    ],
    places: [
      {
        place: 'new-layer',
        label: 'On a new layer above all others',
        will: 'Adds one Camera Raw smart filter on a new layer.',
        refusal: null,
      },
      {
        place: 'this-layer',
        label: 'Into the layer “Skin, soft”',
        will: 'Makes “Skin, soft” a smart object and adds one Camera Raw smart filter to it.',
        refusal: 'The layer is clipped to the one below: release it, or put the edit on a new layer.',
      },
    ],
    refusal: null,
    tried: null,
    committed: [],
    canUndo: false,
    ...change,
  };
}

/** A document host that only remembers; pixels and renderings are a real service's. `samples` by document id. */
export function fakeDocument(client: Client, samples: Readonly<Record<number, string>>): FakeDocument {
  let facts: DocumentFacts | null = null;
  const listeners = new Set<(facts: DocumentFacts | null) => void>();
  const log: string[] = [];
  const failures = new Map<string, RetouchError>();
  const fake: FakeDocument = { host: hostOf(), facts: () => facts, tell, log, failures, delay: 0 };
  function tell(next: DocumentFacts | null) {
    facts = next;
    for (const listener of listeners) listener(next);
  }
  async function work(name: string, detail: string, signal?: AbortSignal): Promise<void> {
    log.push(detail === '' ? name : `${name} ${detail}`);
    const failure = failures.get(name);
    failures.delete(name);
    await new Promise<void>((resolve) => {
      if (signal?.aborted === true) return resolve();
      const timer = setTimeout(resolve, fake.delay);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    if (signal?.aborted === true) throw new RetouchError('cancelled', 'Cancelled');
    if (failure !== undefined) throw failure;
  }
  function applied(said: string, edit: DocumentEdit): Applied {
    const { Exposure2012: exposure } = edit.settings;
    return {
      said,
      differences:
        typeof exposure === 'number' ? [{ name: 'Exposure2012', asked: exposure, got: exposure + 0.02 }] : [],
      notes: [],
    };
  }
  function hostOf(): DocumentHost {
    return {
      watch(listener) {
        listeners.add(listener);
        listener(facts);
        return () => listeners.delete(listener);
      },
      async open(look, signal) {
        await work('open', look, signal);
        return client.openSample(samples[facts?.id ?? 0] ?? '', signal);
      },
      async tryOut(edit, signal) {
        await work('tryOut', edit.id, signal);
        if (facts !== null) tell({ ...facts, tried: edit.id });
        return applied('Shown in the document.', edit);
      },
      showBefore: (before) => work('showBefore', String(before)),
      async commit(edit: CommitEdit, signal) {
        await work('commit', `${edit.id} ${edit.place} ${edit.form}`, signal);
        if (facts !== null)
          tell({ ...facts, tried: null, canUndo: true, looks: marked(facts, `${facts.id}/committed`) });
        return applied('Added one Camera Raw smart filter on a new layer.', edit);
      },
      async discard() {
        await work('discard', '');
        if (facts !== null) tell({ ...facts, tried: null });
      },
      async undo() {
        await work('undo', '');
        if (facts !== null) tell({ ...facts, canUndo: false, looks: marked(facts, `${facts.id}/1`) });
        return 'Took the commit back.';
      },
      async rankTrue(request, onProgress, signal) {
        for (const index of request.candidates.keys()) {
          onProgress(index, request.candidates.length);
          await work('rankTrue', String(index), signal);
        }
        const fidelity = request.candidates.map(
          ({ id }, index) => [id, { mean: 0.7 + index * 1.3, p95: 2.1 + index * 2.2 }] as const,
        );
        return { ...(await client.rank(request, signal)), fidelity: Object.fromEntries(fidelity) };
      },
      async strip(everything) {
        await work('strip', String(everything));
        return everything ? 'Removed all our metadata.' : 'Removed the words of 2 edits; settings are kept.';
      },
      async selfTest(onProgress, signal) {
        const questions = FINDINGS.map(({ question }) => question);
        for (const [index, question] of questions.entries()) {
          onProgress(index, questions.length, question);
          await work('selfTest', '', signal);
        }
        return {
          host: 'Photoshop 27.4, UXP 9.2, Windows 11',
          findings: FINDINGS,
          text: 'RetouchIQ self-test …',
        };
      },
    };
  }
  return fake;
}

function marked(facts: DocumentFacts, mark: string): DocumentFacts['looks'] {
  return facts.looks.map((choice) => (choice.look === 'document' ? { ...choice, mark } : choice));
}

const FINDINGS = [
  {
    question: 'Reads a 16-bit document at its own depth',
    expected: 'values to 32768',
    found: 'values to 32768',
    agrees: true,
  },
  { question: 'Exposure as a whole number is kept', expected: 'ignored', found: 'kept', agrees: false },
  {
    question: 'A second apply edits the same filter',
    expected: 'one filter',
    found: 'one filter, the same id',
    agrees: true,
  },
];
