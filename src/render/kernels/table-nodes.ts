import type { ColorTable } from '../table/color-table.ts';

/** What stands for white in a table of 16-bit nodes: values −2…2 fit. */
const UNIT = 16320;

const made = new WeakMap<ColorTable, Int16Array>();

/** A color table as the kernels take it: four 16-bit numbers per node, the last one unused. */
export function nodesOf(table: ColorTable): Int16Array {
  let nodes = made.get(table);
  if (!nodes) {
    const { data } = table;
    nodes = new Int16Array((data.length / 3) * 4);
    for (let p = 0, q = 0; p < data.length; p += 3, q += 4) {
      for (let c = 0; c < 3; c++) nodes[q + c] = Math.round(data[p + c]! * UNIT);
    }
    made.set(table, nodes);
  }
  return nodes;
}
