import type { Steps } from '#image/steps.ts';
import type { RenderSource } from '../renderer.ts';
import type { ColorTable } from './color-table.ts';

/** Tables kept per photo: the global one and those of a few corrections. */
const KEPT = 6;

const tables = new WeakMap<RenderSource, Map<string, ColorTable>>();

/** The photo's table of that name, built only when it is not among the last ones: moving a mask builds none. */
export function* keptTable(
  source: RenderSource,
  name: string,
  build: () => Steps<ColorTable>,
): Steps<ColorTable> {
  let own = tables.get(source);
  if (!own) {
    own = new Map();
    tables.set(source, own);
  }
  const table = own.get(name) ?? (yield* build());
  own.delete(name);
  own.set(name, table);
  if (own.size > KEPT) own.delete(own.keys().next().value!);
  return table;
}
