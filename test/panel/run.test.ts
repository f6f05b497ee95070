import { chosenId, shownAlternatives } from '#panel/state/select.ts';
import { follow, OPENED, RANKED, resultOf, runOf, THREE, titles } from './support.ts';

const early = (settings: (typeof THREE)[number], title: string) =>
  ({
    type: 'run-progressed',
    key: 1,
    event: { type: 'candidate-ready', sequence: 4, title, settings },
  }) as const;
const ready = (result = resultOf('warmer', THREE), key = 1) =>
  ({ type: 'run-progressed', key, event: { type: 'result-ready', sequence: 9, result } }) as const;
const started = { type: 'run-started', run: runOf(1, 'warmer') } as const;
const slowed = { type: 'run-slowed', key: 1 } as const;

describe('a run', () => {
  test('shows its alternatives best first and chooses the best', () => {
    expect(titles(RANKED)).toEqual(['Alternative 1', 'Alternative 2', 'Alternative 3']);
    expect(RANKED.work.present.chosen).toBe('warmer-1');
  });

  test('shows nothing before the ranking while the answer is fast', () => {
    const state = follow(OPENED, started, early(THREE[2]!, 'Third'));
    expect(shownAlternatives(state)).toEqual([]);
  });

  test('never moves what a slow answer has shown; only ranks settle', () => {
    const shown = follow(
      OPENED,
      started,
      slowed,
      early(THREE[2]!, 'Alternative 3'),
      early(THREE[0]!, 'Alternative 1'),
    );
    expect(shownAlternatives(shown).map(({ title }) => title)).toEqual(['Alternative 3', 'Alternative 1']);
    const state = follow(shown, ready());
    expect(titles(state)).toEqual(['Alternative 3', 'Alternative 1', 'Alternative 2']);
    expect(state.work.present.round?.alternatives.map(({ rank }) => rank)).toEqual([3, 1, 2]);
  });

  test('keeps the early alternative that was being looked at as the choice', () => {
    const shown = follow(OPENED, started, slowed, early(THREE[2]!, 'Alternative 3'));
    const peeked = follow(shown, { type: 'alternative-chosen', id: shownAlternatives(shown)[0]!.id });
    expect(chosenId(peeked)).toBe(shownAlternatives(shown)[0]!.id);
    expect(follow(peeked, ready()).work.present.chosen).toBe('warmer-3');
  });

  test('shows what a model thinks aloud, the newest part of it, until the answer is there', () => {
    const thinking = (text: string) =>
      ({ type: 'run-progressed', key: 1, event: { type: 'thinking', sequence: 3, text } }) as const;
    const state = follow(OPENED, started, thinking('The sky '), thinking('is pale.'));
    expect(state.run?.thinking).toBe('The sky is pale.');
    expect(follow(state, thinking('x'.repeat(5000))).run?.thinking).toHaveLength(2000);
    expect(follow(state, ready()).run).toBeNull();
  });

  test('that was left behind changes nothing', () => {
    const state = follow(OPENED, started, { type: 'run-started', run: runOf(2, 'cooler') });
    expect(follow(state, ready())).toBe(state);
  });

  test('that fails gives the instruction back to correct', () => {
    const failure = { sentence: 'It broke.', remedy: 'run-again' } as const;
    const state = follow(OPENED, started, { type: 'run-failed', key: 1, failure });
    expect(state.draft).toBe('warmer');
    expect(state.failure).toEqual(failure);
    expect(state.run).toBeNull();
  });

  test('with nothing to do keeps the alternatives of the round before', () => {
    const state = follow(
      RANKED,
      { type: 'run-started', run: runOf(2, 'perfect as it is') },
      ready(resultOf('perfect as it is', [], { verdict: 'nothing to do' }), 2),
    );
    expect(titles(state)).toHaveLength(3);
    expect(state.work.present.round?.verdict).toBe('nothing to do');
    expect(state.work.present.round?.instruction).toBe('perfect as it is');
  });

  test('for more adds only what differs, after what stands there', () => {
    const more = resultOf('more', [THREE[1]!, { Exposure2012: 2 }]);
    const state = follow(
      RANKED,
      { type: 'run-started', run: runOf(2, 'warmer', { adds: true }) },
      ready(more, 2),
    );
    expect(titles(state)).toEqual(['Alternative 1', 'Alternative 2', 'Alternative 3', 'Alternative 2']);
    expect(state.work.present.round?.alternatives[3]?.settings).toEqual({ Exposure2012: 2 });
    expect(state.work.present.chosen).toBe('more-2');
  });

  test('makes the next instruction refine the choice, and undo brings the round before back', () => {
    expect(RANKED.refines).toBe(true);
    expect(follow(RANKED, { type: 'work-undone' }).work.present.round).toBeNull();
  });
});
