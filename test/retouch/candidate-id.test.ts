import { candidateIds } from '#retouch/candidate-id.ts';

const origin = {
  observation: { photo: { sha256: 'ab'.repeat(32) } },
  instruction: 'warmer',
  base: {},
  seed: 1,
};

describe('candidateIds()', () => {
  test('are the same for the same photo, request and seed', () => {
    expect(candidateIds(origin, 3)).toEqual(candidateIds({ ...origin }, 3));
    expect(new Set(candidateIds(origin, 16)).size).toBe(16);
  });

  test.each([
    ['photo', { ...origin, observation: { photo: { sha256: 'cd'.repeat(32) } } }],
    ['instruction', { ...origin, instruction: 'cooler' }],
    ['base', { ...origin, base: { Exposure2012: 0.5 } }],
    ['seed', { ...origin, seed: 2 }],
  ])('change with the %s', (_, other) => {
    expect(candidateIds(other, 1)).not.toEqual(candidateIds(origin, 1));
  });
});
