import type { CommittedEdit, HostTrueReply } from '#panel/document-host.ts';
import { carryOptions, INITIAL_OPTIONS, isFresh } from '#panel/state/document.ts';
import { ORIGINAL } from '#panel/state/work.ts';
import { ANSWERED, APPLIED, COMMITTED, changed, FACTS, TRIED, UNREAD } from './document-support.ts';
import { follow, OPENED, PHOTO, resultOf, runOf, THREE, titles } from './support.ts';

const told = (facts: typeof FACTS | null) => ({ type: 'document-told', facts }) as const;
const read = (mark: string) => ({ type: 'document-read', photo: PHOTO, look: 'document', mark }) as const;

describe('a document', () => {
  test('has to be read before the first question, and again when others changed it', () => {
    expect(isFresh(UNREAD.document!)).toBe(false);
    expect(isFresh(ANSWERED.document!)).toBe(true);
    expect(isFresh(follow(ANSWERED, told(changed('painted'))).document!)).toBe(false);
  });

  test('has to be read again when something else of it is to be looked at', () => {
    const state = follow(ANSWERED, { type: 'document-options-changed', change: { look: 'layer' } });
    expect(isFresh(state.document!)).toBe(false);
  });

  test('that is read again keeps the alternatives that stand there', () => {
    const state = follow(ANSWERED, told(changed('painted')), read('painted'));
    expect(titles(state)).toHaveLength(3);
    expect(isFresh(state.document!)).toBe(true);
  });

  test('that is read again after a commit begins anew, with the locks of before', () => {
    const locked = follow(ANSWERED, { type: 'setting-locked', name: 'Tint', locked: true });
    const state = follow(
      locked,
      { type: 'document-committed', id: 'warmer-1', applied: APPLIED },
      read('committed'),
    );
    expect(titles(state)).toEqual([]);
    expect(state.work.present).toMatchObject({ chosen: ORIGINAL, locks: ['Tint'] });
    expect(state.document?.committed).toBeNull();
  });

  test('that is closed takes its trial with it', () => {
    const { document } = follow(TRIED, told(null));
    expect(document).toMatchObject({ facts: null, tried: null });
  });

  test('is nothing that a page with files knows of', () => {
    expect(follow(OPENED, told(FACTS))).toBe(OPENED);
  });
});

describe('a trial', () => {
  test('stands in the document with the settings it was put there with', () => {
    expect(TRIED.document?.tried).toMatchObject({ id: 'warmer-1', settings: { Exposure2012: 0.5 } });
    expect(TRIED.document?.doing).toBeNull();
  });

  test('is not taken for gone by what the host told before it was there', () => {
    expect(follow(TRIED, told(FACTS)).document?.tried?.id).toBe('warmer-1');
  });

  test('is gone when it was undone in the host itself', () => {
    const there = follow(TRIED, told(changed('before', { tried: 'warmer-1' })));
    const { document } = follow(there, told(FACTS));
    expect(document).toMatchObject({ tried: null, applied: null, showsBefore: false });
  });

  test('from before the panel was loaded can be discarded', () => {
    const found = follow(
      { ...UNREAD, document: { ...UNREAD.document!, facts: null } },
      told(changed('x', { tried: 'old' })),
    );
    expect(found.document?.tried?.id).toBe('old');
  });

  test('that is hidden to see what was before shows again with the next one', () => {
    const hidden = follow(TRIED, { type: 'document-before-shown', before: true });
    expect(hidden.document?.showsBefore).toBe(true);
    expect(hidden.view.compare).toBe('before');
    const next = follow(hidden, { type: 'document-tried', id: 'warmer-2', settings: {}, applied: APPLIED });
    expect(next.document?.showsBefore).toBe(false);
    expect(next.view.compare).toBe('after');
  });
});

describe('a commit', () => {
  test('says what was done and starts the next question from the document as it is then', () => {
    expect(COMMITTED.notice).toBe('Added one filter.');
    expect(COMMITTED.refines).toBe(false);
    expect(isFresh(COMMITTED.document!)).toBe(false);
  });

  test('is not taken for undone by what the host told before it', () => {
    expect(follow(COMMITTED, told(FACTS)).document?.committed?.id).toBe('warmer-1');
  });

  test('that is undone in the host can be made again', () => {
    const state = follow(COMMITTED, told(changed('committed')), told(FACTS));
    expect(state.document).toMatchObject({ committed: null, applied: null });
    expect(isFresh(state.document!)).toBe(true);
  });

  test('that is undone by the panel goes on refining what stood there', () => {
    const state = follow(COMMITTED, { type: 'document-undone', said: 'Took it back.' });
    expect(state).toMatchObject({ notice: 'Took it back.', refines: true });
    expect(titles(state)).toHaveLength(3);
  });

  test('that fails leaves the trial and says why', () => {
    const failure = { sentence: 'The layer is gone.', remedy: 'commit-again' } as const;
    const state = follow(
      TRIED,
      { type: 'document-work-started', doing: 'commit' },
      { type: 'document-work-failed', failure },
    );
    expect(state.failure).toEqual(failure);
    expect(state.document).toMatchObject({ doing: null, tried: { id: 'warmer-1' } });
  });
});

describe('options', () => {
  test('are the safe ones to begin with', () => {
    expect(INITIAL_OPTIONS).toEqual({
      look: 'document',
      place: 'new-layer',
      form: 'smart-filter',
      here: false,
      keepWords: false,
      follows: false,
    });
  });

  test('never carry the consent to keep words into another document', () => {
    const options = { ...INITIAL_OPTIONS, keepWords: true, place: 'this-layer', follows: true } as const;
    expect(carryOptions(options)).toEqual({ ...INITIAL_OPTIONS, follows: true });
  });

  test('let go of a selection that is gone', () => {
    const selected = changed('before', { hasSelection: true });
    const chosen = follow(UNREAD, told(selected), {
      type: 'document-options-changed',
      change: { here: true },
    });
    expect(chosen.document?.options.here).toBe(true);
    expect(follow(chosen, told(FACTS)).document?.options.here).toBe(false);
  });
});

describe('an edit found in the document', () => {
  const edit: CommittedEdit = {
    id: 'a',
    at: '2026-11-03T12:00:00Z',
    settings: { Exposure2012: 0.4 },
    versions: {},
    criteria: [],
    instruction: null,
  };
  const loaded = follow(UNREAD, { type: 'document-edit-loaded', edit });

  test('stands there like an alternative, to be adjusted and refined', () => {
    expect(titles(loaded)).toEqual(['Edit of 3 Nov 2026']);
    expect(loaded.work.present.round).toMatchObject({ origin: 'document', result: null });
    expect(loaded.refines).toBe(true);
  });

  test('is taken away again by undo', () => {
    expect(follow(loaded, { type: 'work-undone' }).work.present.round).toBeNull();
  });
});

describe('a ranking on the pictures of the host', () => {
  const reply: HostTrueReply = {
    reward: 'embedded',
    noise: 0.2,
    verdict: 'clear',
    candidates: ['warmer-2', 'warmer-1'].map((id, index) => ({
      id,
      rank: index + 1,
      reward: { score: 8 - index, metrics: [], guards: [] },
    })),
    fidelity: { 'warmer-1': { mean: 1, p95: 2 }, 'warmer-2': { mean: 3, p95: 6 } },
  };
  const ranked = follow(ANSWERED, { type: 'host-ranking-ready', reply });
  const round = (state: typeof ranked) => state.work.present.round!;

  test('settles the ranks of the finalists; the others have none', () => {
    expect(round(ranked).alternatives.map(({ rank }) => rank)).toEqual([2, 1, null]);
    expect(round(ranked).rankedOn).toBe('host');
  });

  test('says nothing any more about an alternative that was edited since', () => {
    const edited = follow(ranked, { type: 'amount-changed', amount: 50, gesture: null });
    expect(Object.keys(round(edited).fidelity)).toEqual(['warmer-2']);
  });

  test('keeps how faithful the preview was when weights rank anew', () => {
    const again = follow(ranked, { type: 'ranking-ready', reply });
    expect(round(again)).toMatchObject({ rankedOn: 'preview', fidelity: reply.fidelity });
  });

  test('is forgotten with the next answer', () => {
    const next = follow(
      ranked,
      { type: 'run-started', run: runOf(2, 'cooler') },
      {
        type: 'run-progressed',
        key: 2,
        event: { type: 'result-ready', sequence: 9, result: resultOf('cooler', THREE) },
      },
    );
    expect(round(next).fidelity).toEqual({});
  });
});

describe('the self-test', () => {
  const running = follow(UNREAD, { type: 'self-test-progressed', done: 1, of: 3, question: 'Depth' });

  test('keeps its report', () => {
    const report = { host: 'Photoshop', findings: [], text: 'report' };
    const { document } = follow(running, { type: 'self-test-ready', report });
    expect(document?.selfTest).toEqual({ status: 'done', report });
  });

  test('that breaks off leaves no half report', () => {
    const failure = { sentence: 'No.', remedy: 'dismiss' } as const;
    expect(follow(running, { type: 'document-work-failed', failure }).document?.selfTest).toBeNull();
    expect(follow(running, { type: 'document-work-stopped' }).document?.selfTest).toBeNull();
  });
});
