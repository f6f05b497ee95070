import { effectiveSettings } from '#panel/state/effective.ts';
import type { State } from '#panel/state/state.ts';
import type { Correction } from '#settings/settings.ts';
import { follow, OPENED, RANKED, resultOf, runOf } from './support.ts';

const shown = (state: State) => effectiveSettings(state.work.present, state.work.present.chosen);

describe('adjusting an alternative', () => {
  test('scales what was proposed and leaves what was set by hand', () => {
    const state = follow(
      RANKED,
      { type: 'setting-changed', name: 'Contrast2012', value: 20, gesture: null },
      { type: 'amount-changed', amount: 50, gesture: null },
    );
    expect(shown(state)).toEqual({ Exposure2012: 0.25, Contrast2012: 20 });
  });

  test('keeps the amount within 0 and 200 %', () => {
    const state = follow(RANKED, { type: 'amount-changed', amount: 900, gesture: null });
    expect(shown(state)).toEqual({ Exposure2012: 1 });
  });

  test('counts one drag as one step of undo', () => {
    const drag = [1, 2, 3].map((value) => ({
      type: 'setting-changed' as const,
      name: 'Contrast2012',
      value,
      gesture: 'drag-1',
    }));
    const state = follow(RANKED, ...drag);
    expect(shown(state)['Contrast2012']).toBe(3);
    expect(shown(follow(state, { type: 'work-undone' }))).toEqual({ Exposure2012: 0.5 });
    expect(follow(state, { type: 'work-undone' }, { type: 'work-redone' }).work.present).toBe(
      state.work.present,
    );
  });

  test('goes back to what was proposed', () => {
    const state = follow(
      RANKED,
      { type: 'setting-changed', name: 'Exposure2012', value: 2, gesture: null },
      { type: 'setting-restored', name: 'Exposure2012' },
    );
    expect(shown(state)).toEqual({ Exposure2012: 0.5 });
  });

  test('stays with its alternative when another is chosen', () => {
    const edited = follow(RANKED, { type: 'setting-changed', name: 'Exposure2012', value: 2, gesture: null });
    const other = follow(edited, { type: 'alternative-stepped', step: 1 });
    expect(shown(other)).toEqual({ Exposure2012: 1 });
    expect(shown(follow(other, { type: 'alternative-stepped', step: -1 }))).toEqual({ Exposure2012: 2 });
  });

  test('locks and unlocks a setting', () => {
    const locked = follow(RANKED, { type: 'setting-locked', name: 'Exposure2012', locked: true });
    expect(locked.work.present.locks).toEqual(['Exposure2012']);
    expect(
      follow(locked, { type: 'setting-locked', name: 'Exposure2012', locked: false }).work.present.locks,
    ).toEqual([]);
  });
});

describe('choosing', () => {
  test('stops at both ends of the strip', () => {
    expect(follow(RANKED, { type: 'alternative-stepped', step: -1 }).work.present.chosen).toBe('warmer-1');
    const last = follow(
      RANKED,
      ...Array.from({ length: 9 }, () => ({ type: 'alternative-stepped', step: 1 }) as const),
    );
    expect(last.work.present.chosen).toBe('warmer-3');
  });

  test('leaves the view of the original', () => {
    const before = follow(RANKED, { type: 'compare-changed', compare: 'before' });
    expect(follow(before, { type: 'alternative-chosen', id: 'warmer-2' }).view.compare).toBe('after');
  });
});

describe('masks', () => {
  const sky: Correction = {
    name: 'Sky',
    active: true,
    amount: 1,
    values: { LocalExposure2012: -0.1 },
    masks: [{ kind: 'ai', target: 'sky', referenceX: 0.5, referenceY: 0.2, combine: 'add', inverted: false }],
  };
  const masked = follow(
    OPENED,
    { type: 'run-started', run: runOf(1, 'sky') },
    {
      type: 'run-progressed',
      key: 1,
      event: {
        type: 'result-ready',
        sequence: 1,
        result: resultOf('sky', [{ MaskGroupBasedCorrections: [sky] }]),
      },
    },
  );
  const change = (index: number, value: { active?: boolean; amount?: number; deleted?: boolean }) =>
    ({ type: 'mask-changed', index, change: value, gesture: null }) as const;

  test('are switched off, given an amount, and deleted', () => {
    expect(shown(follow(masked, change(0, { active: false }))).MaskGroupBasedCorrections?.[0]?.active).toBe(
      false,
    );
    expect(shown(follow(masked, change(0, { amount: 1.5 }))).MaskGroupBasedCorrections?.[0]?.amount).toBe(
      1.5,
    );
    expect(shown(follow(masked, change(0, { deleted: true })))).toEqual({});
  });
});

describe('ranking again', () => {
  test('settles ranks and scores without moving anything', () => {
    const order = RANKED.work.present.round!.alternatives.map(({ id }) => id);
    const state = follow(RANKED, {
      type: 'ranking-ready',
      reply: {
        reward: 'embedded',
        noise: 0.2,
        verdict: 'no clear winner',
        candidates: order.map((id, index) => ({
          id,
          rank: 3 - index,
          reward: { score: index, metrics: [], guards: [] },
        })),
      },
    });
    const { round } = state.work.present;
    expect(round?.alternatives.map(({ id }) => id)).toEqual(order);
    expect(round?.alternatives.map(({ rank }) => rank)).toEqual([3, 2, 1]);
    expect(round?.verdict).toBe('no clear winner');
  });
});

describe('the history of instructions', () => {
  test('goes back with ↑ and forward to the empty line with ↓', () => {
    const asked = follow(
      RANKED,
      { type: 'run-started', run: runOf(2, 'cooler') },
      { type: 'run-cancelled', key: 2 },
      { type: 'draft-changed', text: '' },
    );
    const back = (times: number) =>
      follow(asked, ...Array.from({ length: times }, () => ({ type: 'draft-recalled', step: 1 }) as const));
    expect([1, 2, 3].map((times) => back(times).draft)).toEqual(['cooler', 'warmer', 'warmer']);
    expect(follow(back(1), { type: 'draft-recalled', step: -1 }).draft).toBe('');
  });
});
