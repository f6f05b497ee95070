import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/**
 * The import rule for `plugin/`, which dependency-cruiser cannot check: its parser reads no TSX.
 */
const plugin = join(import.meta.dirname, '../../plugin');
const files = ['panel', 'browser'].flatMap((folder) =>
  readdirSync(join(plugin, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

/** What a file imports; files of `plugin/` under their path there, everything else as written. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(plugin, file), 'utf8');
  return [...source.matchAll(/^(?:import|export)\b(?:[^;'"]*?\sfrom)?\s+['"]([^'"]+)['"]/gm)].map(
    ([, target = '']) => {
      if (target.startsWith('#panel/')) return target.slice(1);
      return target.startsWith('.') ? normalize(join(dirname(file), target)) : target;
    },
  );
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

/** A way from a file back to itself, if there is one. */
function cycleThrough(start: string): string[] | null {
  const seen = new Set<string>();
  const walk = (file: string, way: string[]): string[] | null => {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return [...way, file, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, file]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, []);
}

describe('imports of plugin/', () => {
  test('find their files', () => {
    const missing = [...graph].flatMap(([file, targets]) =>
      targets
        .filter((target) => /^(panel|browser)\//.test(target) && !graph.has(target))
        .map((target) => `${file} → ${target}`),
    );
    expect(missing).toEqual([]);
    expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
  });

  test('reach nothing but the portable folders, React and zod', () => {
    const allowed =
      /^(panel|browser)\/|^#(color|image|settings|wire|xmp|render|instruction|policy|reward|retouch|client)\/(?!.*openai\/)|^(react|react-dom\/client|zod)$/;
    const strays = [...graph].flatMap(([file, targets]) =>
      targets.filter((target) => !allowed.test(target)).map((target) => `${file} → ${target}`),
    );
    expect(strays).toEqual([]);
  });

  test('never lead from the panel to a host', () => {
    const leaks = files.filter(
      (file) =>
        file.startsWith('panel/') && importsOf(file).some((target) => !/^(panel\/|#|react$)/.test(target)),
    );
    expect(leaks.map((file) => relative(plugin, join(plugin, file)))).toEqual([]);
  });

  test('run in no circles', () => {
    expect(files.map(cycleThrough).filter((cycle) => cycle !== null)).toEqual([]);
  });
});
