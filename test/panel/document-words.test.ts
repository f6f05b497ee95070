import { planCommit } from '#panel/state/commit-plan.ts';
import { sayDate } from '#panel/state/date-words.ts';
import { type DocumentState, INITIAL_DOCUMENT } from '#panel/state/document.ts';
import { describeFailure } from '#panel/state/failure.ts';
import { sayDifference, sayFidelity } from '#panel/state/fidelity-words.ts';
import { finalistsOf, rankRequestOf } from '#panel/state/rank-request.ts';
import { sayService } from '#panel/state/service-words.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { ANSWERED, APPLIED, changed } from './document-support.ts';
import { follow } from './support.ts';

describe('planCommit()', () => {
  const bright: Settings = { Exposure2012: 0.5 };
  const masked: Settings = {
    MaskGroupBasedCorrections: [
      { name: 'Sky', active: true, amount: 1, masks: [], LocalExposure2012: -0.2 } as never,
    ],
  };
  const own = ANSWERED.document!;
  const chosen = (change: Partial<DocumentState['options']>): DocumentState => ({
    ...own,
    options: { ...own.options, ...change },
  });

  test('says what the place says', () => {
    expect(planCommit(own, bright)).toEqual({
      will: 'Adds one Camera Raw smart filter on a new layer.',
      refusal: null,
    });
  });

  test('tells why a place is refused', () => {
    expect(planCommit(chosen({ place: 'this-layer' }), bright).refusal).toMatch(/^The layer is clipped/);
  });

  test('adds that the selection becomes the mask, only while there is one', () => {
    const here = chosen({ here: true });
    expect(planCommit(here, bright).will).not.toContain('mask');
    const selected = { ...here, facts: changed('before', { hasSelection: true }) };
    expect(planCommit(selected, bright).will).toMatch(/The selection becomes its mask\.$/);
  });

  test('refuses a lookup table for local corrections, unless they are off', () => {
    const lookup = chosen({ form: 'color-lookup' });
    expect(planCommit(lookup, bright).refusal).toBeNull();
    expect(planCommit(lookup, masked).refusal).toContain('local corrections');
    const off = {
      MaskGroupBasedCorrections: masked.MaskGroupBasedCorrections!.map((each) => ({
        ...each,
        active: false,
      })),
    };
    expect(planCommit(lookup, off).refusal).toBeNull();
  });

  test('goes by what the host says about a form', () => {
    const refuse = () => 'This cannot hold Clarity';
    expect(planCommit(own, bright, refuse).refusal).toBe('This cannot hold Clarity.');
    expect(planCommit(own, bright, () => null).refusal).toBeNull();
  });

  test('says when words go with the document', () => {
    expect(planCommit(own, bright).will).not.toContain('instruction');
    expect(planCommit(chosen({ keepWords: true }), bright).will).toContain('The instruction goes into');
  });

  test('refuses to commit twice, and without a document', () => {
    const committed = follow(ANSWERED, { type: 'document-committed', id: 'warmer-1', applied: APPLIED });
    expect(planCommit(committed.document!, bright).refusal).toMatch(/^This is committed/);
    expect(planCommit(INITIAL_DOCUMENT, bright).refusal).toMatch(/^Open a document/);
  });
});

describe('words about a document', () => {
  test.each([
    [{ mean: 0.4, p95: 0.9 }, 'the same to the eye'],
    [{ mean: 0.9, p95: 2.4 }, 'as good as the same'],
    [{ mean: 2.5, p95: 4 }, 'close, small differences side by side'],
    [{ mean: 5, p95: 9 }, 'similar, with visible differences'],
    [{ mean: 5.1, p95: 9 }, 'different: trust the document, not the preview'],
  ])('sayFidelity(%j) is "%s"', (fidelity, words) => {
    expect(sayFidelity(fidelity)).toBe(words);
  });

  test('sayDifference() gives the figures', () => {
    expect(sayDifference({ mean: 0.84, p95: 2.06 })).toBe('ΔE00 0.8, 95 % under 2.1');
  });

  test('sayDate() gives the day, and what is no date as it stands', () => {
    expect(sayDate('2026-11-03T12:00:00Z')).toBe('3 Nov 2026');
    expect(sayDate('yesterday')).toBe('yesterday');
  });

  const service = { status: 'off', address: '', sentence: null, version: null } as const;
  test.each([
    [{ ...service, mode: 'alone' }, 'works alone'],
    [{ ...service, mode: 'alone', status: 'failed' }, 'works alone, service away'],
    [
      { ...service, mode: 'alone', status: 'connecting', address: 'http://box:4815/' },
      'connecting to box:4815',
    ],
    [{ ...service, mode: 'service', status: 'ready', address: 'http://localhost:4815' }, 'localhost:4815'],
  ] as const)('sayService(%j) is "%s"', (state, words) => {
    expect(sayService(state)).toBe(words);
  });
});

describe('finalistsOf()', () => {
  const work = ANSWERED.work.present;
  const ranked = (ranks: readonly (number | null)[], choice = 'c0') => ({
    ...work,
    chosen: choice,
    round: {
      ...work.round!,
      alternatives: ranks.map((rank, index) => ({
        id: `c${index}`,
        title: '',
        settings: {},
        reasoning: [],
        reward: null,
        rank,
      })),
    },
  });

  test('takes the three best', () => {
    expect(finalistsOf(ranked([4, 1, 3, 2, null], 'c1'))).toEqual(['c1', 'c3', 'c2']);
  });

  test('always takes the chosen one', () => {
    expect(finalistsOf(ranked([4, 1, 3, 2], 'c0'))).toEqual(['c1', 'c3', 'c0']);
  });

  test('takes those that come first while nothing is ranked', () => {
    expect(finalistsOf(ranked([null, null]))).toEqual(['c0', 'c1']);
  });
});

describe('rankRequestOf()', () => {
  const work = ANSWERED.work.present;

  test('asks for all alternatives as they stand, or for those named', () => {
    const all = rankRequestOf('photo', work);
    expect(all?.candidates.map(({ id }) => id)).toEqual(['warmer-1', 'warmer-2', 'warmer-3']);
    expect(all).not.toHaveProperty('weights');
    expect(rankRequestOf('photo', work, ['warmer-2'])?.candidates).toHaveLength(1);
  });

  test('asks for nothing when there is nothing', () => {
    expect(rankRequestOf('photo', { ...work, round: null })).toBeNull();
    expect(rankRequestOf('photo', work, ['gone'])).toBeNull();
  });
});

describe('describeFailure() in a document', () => {
  test.each([
    [new RetouchError('unauthorized', 'The token is not accepted'), 'run', 'open-connection'],
    [new RetouchError('not-found', 'This photo is gone'), 'run', 'read-again'],
    [new RetouchError('not-found', 'Read the document anew'), 'commit', 'read-again'],
    [new RetouchError('bad-photo', 'The layer was deleted'), 'commit', 'commit-again'],
    [new TypeError('x is not a function'), 'try', 'try-again'],
  ] as const)('%s while it does "%s" leads to "%s"', (error, attempt, remedy) => {
    expect(describeFailure(error, attempt, 'document').remedy).toBe(remedy);
  });

  test('never speaks of a service that is not there', () => {
    expect(describeFailure(new TypeError('Failed'), 'run', 'document').sentence).not.toContain('service');
  });
});
