import type { Steps } from '#image/steps.ts';
import type { ColorTable } from '#render/table/color-table.ts';

/** A table as a `.cube` text in ASCII: red varies fastest (Adobe, Cube LUT Specification 1.0, 2013). */
export function* cubeText(table: ColorTable, title: string): Steps<string> {
  const { size, data } = table;
  const lines = [
    `TITLE "${title.replace(/[^\x20-\x7e]|"/g, '')}"`,
    `LUT_3D_SIZE ${size}`,
    'DOMAIN_MIN 0 0 0',
    'DOMAIN_MAX 1 1 1',
  ];
  for (let b = 0; b < size; b++) {
    for (let g = 0; g < size; g++)
      for (let r = 0; r < size; r++) {
        const at = 3 * (r * size * size + g * size + b);
        lines.push(`${spell(data[at]!)} ${spell(data[at + 1]!)} ${spell(data[at + 2]!)}`);
      }
    yield;
  }
  return `${lines.join('\n')}\n`;
}

/** Five decimals are finer than 16 bits. */
function spell(value: number): string {
  return Math.min(1, Math.max(0, value)).toFixed(5);
}
