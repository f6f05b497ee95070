import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SRGB } from '#color/spaces.ts';
import { settingsSchema } from '#settings/schema.ts';
import { runChild } from '../../scripts/bench/child.ts';
import { findProgram } from '../../scripts/bench/find-program.ts';
import { interleave } from '../../scripts/bench/interleave.ts';
import { timesOf } from '../../scripts/bench/median.ts';
import { cutOrRepeat, sizeOf } from '../../scripts/bench/pictures.ts';
import { FULL_CHAIN, varied } from '../../scripts/bench/settings.ts';
import { versionIn } from '../../scripts/bench/version-in.ts';

describe('interleave()', () => {
  const refuse = (id: string) => {
    throw new Error(`${id} failed`);
  };

  test('runs all in turn and counts no warm-up', async () => {
    const log: string[] = [];
    const each = (id: string, warmUps: number) => ({
      id,
      warmUps,
      run: async (round: number) => log.push(`${id}${round}`),
    });
    const times = await interleave([each('a', 2), each('b', 1)], 2, refuse);
    expect(log).toEqual(['a-2', 'a-1', 'b-1', 'a0', 'b0', 'a1', 'b1']);
    expect([...times].map(([id, list]) => [id, list.length])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });

  test('goes on without one that throws, and gives no time for it', async () => {
    const failed: string[] = [];
    const bad = { id: 'bad', warmUps: 0, run: async (round: number) => (round === 1 ? refuse('bad') : 0) };
    const good = { id: 'good', warmUps: 0, run: async () => 0 };
    const times = await interleave([bad, good], 4, (id) => failed.push(id));
    expect(failed).toEqual(['bad']);
    expect(times.get('bad')).toBeUndefined();
    expect(times.get('good')).toHaveLength(4);
  });
});

test('timesOf() gives the middle and the ends', () => {
  expect(timesOf([5, 1, 9])).toEqual({ median: 5, fastest: 1, slowest: 9, runs: 3 });
});

describe('versionIn()', () => {
  test.each([
    ['vips-8.14.1', '8.14.1'],
    ['Version: ImageMagick 6.9.11-60 Q16 x86_64 2021-01-25', '6.9.11-60'],
    ['Version: ImageMagick 7.1.1-43 Q16-HDRI', '7.1.1-43'],
    ['this is darktable-cli 4.2.1\ncopyright (c) 2012-2023', '4.2.1'],
    ['RawTherapee, version 5.9, command line.', '5.9'],
    ['it works', 'unknown version'],
  ])('reads %j as %s', (said, version) => {
    expect(versionIn(said)).toBe(version);
  });
});

describe('findProgram()', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retouchiq-find-'));
    await writeFile(join(folder, 'script'), '#!/bin/sh\n');
    await writeFile(join(folder, 'program'), '\x7fELF');
    await writeFile(join(folder, 'text'), 'nothing to run');
    await Promise.all(['script', 'program'].map((name) => chmod(join(folder, name), 0o755)));
    await chmod(join(folder, 'text'), 0o644);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    ['a program', ['program'], 'program'],
    ['the first of several names that is there', ['absent', 'program'], 'program'],
    ['no script', ['script'], undefined],
    ['no file that cannot be run', ['text'], undefined],
    ['nothing where there is nothing', ['absent'], undefined],
  ])('finds %s', (_, names, found) => {
    expect(findProgram(names, folder)).toBe(found && join(folder, found));
  });
});

describe('runChild()', () => {
  const node = (script: string, timeoutMs = 20_000) =>
    runChild(process.execPath, ['-e', script], { timeoutMs });

  test('gives what the program said', async () => {
    expect(await node('console.log(1 + 1)')).toMatchObject({ stdout: '2\n', stderr: '' });
  });

  test('says why a program failed', async () => {
    await expect(node('throw new TypeError("no such file")')).rejects.toThrow('TypeError: no such file');
  });

  test('ends a program that takes too long', async () => {
    await expect(node('setInterval(() => {}, 1000)', 300)).rejects.toThrow('took longer than 0.3 s');
  });
});

describe('the full chain', () => {
  test('is settings that the schema takes as they are', () => {
    expect(settingsSchema.parse(FULL_CHAIN)).toEqual(FULL_CHAIN);
  });

  test('varied() gives 200 different settings, all of them within the schema', () => {
    const all = Array.from({ length: 200 }, (_, index) => varied(FULL_CHAIN, index));
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(200);
    for (const each of all) expect(settingsSchema.parse(each)).toEqual(each);
  });
});

describe('the pictures', () => {
  test.each([
    [24, 6000, 4000],
    [6, 3000, 2000],
    [100, 12247, 8165],
  ])('sizeOf(%i MP) is %i × %i', (megapixels, width, height) => {
    expect(sizeOf(megapixels)).toEqual({ width, height });
  });

  test('cutOrRepeat() fills a larger picture with copies', () => {
    const [width, height] = [400, 300];
    const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 31) % 251);
    const large = cutOrRepeat({ width, height, data, space: SRGB }, 0.6);
    const at = (x: number, y: number) => [...large.data.subarray((y * large.width + x) * 3).subarray(0, 3)];
    expect(large.width).toBeGreaterThan(2 * width);
    expect(at(width + 7, height + 5)).toEqual(at(7, 5));
    expect(at(2 * width + 3, 4)).toEqual(at(3, 4));
  });
});
