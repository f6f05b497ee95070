import { rankCandidates } from '#retouch/rank.ts';

const scored = (...scores: number[]) => scores.map((score, n) => ({ id: n, reward: { score } }));

describe('rankCandidates()', () => {
  test('puts the best score first and keeps the order of equals', () => {
    expect(rankCandidates(scored(5, 8, 5, 9), 0.2).ranked.map(({ id }) => id)).toEqual([3, 1, 0, 2]);
  });

  test.each([
    { scores: [], noise: 0.2, verdict: 'nothing to do' },
    { scores: [4], noise: 0.2, verdict: 'clear' },
    { scores: [7.1, 7.0], noise: 0.2, verdict: 'no clear winner' },
    { scores: [7.0, 7.1], noise: 0.2, verdict: 'no clear winner' },
    { scores: [7.3, 7.0], noise: 0.2, verdict: 'clear' },
    { scores: [7, 7], noise: 0.2, verdict: 'no clear winner' },
  ])('says "$verdict" for scores $scores with noise $noise', ({ scores, noise, verdict }) => {
    expect(rankCandidates(scored(...scores), noise).verdict).toBe(verdict);
  });
});
