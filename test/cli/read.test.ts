import { readingSchema } from '#wire/goal.ts';
import { retouchiq } from './retouchiq.ts';

describe('retouchiq read', () => {
  test('prints the reading alone with --json', async () => {
    const { code, stdout } = await retouchiq('read', 'too warm, but keep the skin natural', '--json');
    expect(code).toBe(0);
    const { goals, locks } = readingSchema.parse(JSON.parse(stdout));
    expect(goals).toContainEqual(expect.objectContaining({ axis: 'warmth', direction: -1, region: null }));
    expect(locks).toContainEqual(expect.objectContaining({ what: 'skin', mode: 'natural' }));
  });

  test('prints one readable line without', async () => {
    expect((await retouchiq('read', 'a bit warmer')).stdout.trim().split('\n')).toHaveLength(1);
  });
});

describe('retouchiq doctor', () => {
  test('finds a working develop engine', async () => {
    const { code, stdout } = await retouchiq('doctor', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({ name: 'develop engine', works: true }),
    );
  });
});
