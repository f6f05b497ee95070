import { DOMParser } from '@xmldom/xmldom';
import { goalsOf } from '../../scripts/bench/goals.ts';
import { plot } from '../../scripts/bench/plot.ts';
import { report } from '../../scripts/bench/report.ts';
import type { BenchResults, ContenderResult } from '../../scripts/bench/results.ts';
import { contender, goodRun, points } from './results.ts';

function withContenders(change: (each: ContenderResult) => ContenderResult | undefined): BenchResults {
  const run = goodRun();
  const contenders = run.exports!.contenders.flatMap((each) => change(each) ?? []);
  return { ...run, exports: { ...run.exports!, contenders } };
}

function goal(results: BenchResults, what: RegExp) {
  return goalsOf(results).find((each) => what.test(each.what));
}

describe('goalsOf()', () => {
  test('finds every goal reached in a good run', () => {
    expect(goalsOf(goodRun()).filter(({ reached }) => !reached)).toEqual([]);
  });

  test.each([
    [/running service ÷ the floor/, '1.50×'],
    [/^vips/, '1.20×'], // the faster of its two forms
    [/^ImageMagick/, '3.20×'],
    [/^darktable/, '10.20×'],
    [/^rawtherapee/, '11.00×'],
    [/^6 candidates/, '36.00 ms'],
    [/per candidate at 64/, '1.04×'],
    [/per megapixel at 100/, '1.02×'],
    [/^Peak memory/, '300 MB'],
  ])('measures %s as %s', (what, measured) => {
    expect(goal(goodRun(), what)?.measured).toBe(measured);
  });

  test('measures nothing against a peer that is missing', () => {
    const without = withContenders((each) => (each.id === 'darktable' ? undefined : each));
    expect(goal(without, /^darktable/)).toEqual({ what: expect.any(String), goal: '≥ 10×' });
  });

  test('does not take the time of a wrong picture', () => {
    const wrong = withContenders((each) =>
      each.id === 'imagemagick' ? { ...each, fault: 'the picture looks unedited' } : each,
    );
    expect(goal(wrong, /^ImageMagick/)?.measured).toBeUndefined();
  });

  test('says no when an export is too far from the 16-bit path', () => {
    const off = withContenders((each) => (each.id === 'ours-cold' ? { ...each, toExact: 1.2 } : each));
    expect(goal(off, /16-bit/)).toMatchObject({ measured: '1.20', reached: false });
  });

  test('says no when many cost more than in proportion', () => {
    const steep = { ...goodRun(), megapixels: points([6, 100], [100, 2500]) };
    expect(goal(steep, /per megapixel/)).toMatchObject({ measured: '1.50×', reached: false });
  });

  test('leaves out the parts that were not run', () => {
    const { machine, rounds, memory } = goodRun();
    expect(goalsOf({ machine, rounds, memory: memory! })).toHaveLength(1);
  });
});

describe('report()', () => {
  test('names what was not reached', () => {
    const slow = withContenders((each) => (each.id === 'ours-service' ? contender(each.id, 400) : each));
    expect(report(slow)).toContain('Not reached: Export by the running service ÷ the floor.');
  });

  test('names a missing peer with what would bring it', () => {
    const run = goodRun();
    const missing = [{ name: 'vips', remedy: 'apt-get install libvips-tools' }];
    const text = report({ ...run, exports: { ...run.exports!, missing } });
    expect(text).toContain('vips is not on this machine (`apt-get install libvips-tools`).');
  });

  test('says when the machine was busy, and only then', () => {
    const run = goodRun();
    const busy = { ...run, machine: { ...run.machine, loadBefore: 3 } };
    expect(report(busy)).toContain('Others were at work');
    expect(report(run)).not.toContain('Others were at work');
  });

  test('shows why a program has no time', () => {
    const broken = withContenders(({ times, ...each }) =>
      each.id === 'darktable' ? { ...each, fault: 'took longer than 180 s' } : { ...each, times: times! },
    );
    expect(report(broken)).toMatch(/\| darktable \|.*\| – \|.*took longer than 180 s \|/);
  });

  test('orders programs by their time', () => {
    const rows = report(goodRun()).match(/^\| (floor|ours-\w+|vips-\w+|imagemagick|darktable) (?=\|)/gm);
    expect(rows).toEqual([
      '| floor ',
      '| ours-service ',
      '| ours-cold ',
      '| vips-pipe ',
      '| vips-file ',
      '| imagemagick ',
      '| darktable ',
    ]);
  });
});

describe('plot()', () => {
  test.each([
    ['a whole run', goodRun()],
    ['one part', { ...goodRun(), exports: undefined, candidates: undefined } as unknown as BenchResults],
    ['a name with marks of its own', withContenders((each) => ({ ...each, name: 'a < b & "c"' }))],
  ])('draws %s as well-formed SVG without a number that is none', (_, results) => {
    const svg = plot(results);
    const parsed = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    }).parseFromString(svg, 'image/svg+xml');
    expect(parsed.documentElement?.tagName).toBe('svg');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('has a bar for every program that has a time', () => {
    const bars = plot(goodRun()).match(/<rect class="(ours|other|floor)"/g);
    expect(bars).toHaveLength(goodRun().exports!.contenders.length);
  });
});
