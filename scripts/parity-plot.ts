interface PlottedRow {
  readonly name: string;
  readonly nothing: number;
  readonly mean: number;
  readonly p95: number;
}

const ROW = 11;
const LABEL = 250;
const WIDTH = 900;
const TOP = 34;

/** A bar per case on a logarithmic ΔE00 scale: our mean, the mark of the 95th percentile, and what doing nothing scores. */
export function parityPlot(rows: readonly PlottedRow[]): string {
  const sorted = [...rows].sort((a, b) => b.mean - a.mean);
  const height = TOP + sorted.length * ROW + 12;
  const x = (deltaE: number) =>
    LABEL + ((Math.log10(Math.max(0.05, deltaE)) + 1.31) / 2.75) * (WIDTH - LABEL - 20);
  const grid = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].map(
    (value) =>
      `<line x1="${x(value).toFixed(1)}" x2="${x(value).toFixed(1)}" y1="${TOP - 6}" y2="${height - 8}" stroke="#d8d8d8"/>` +
      `<text x="${x(value).toFixed(1)}" y="${TOP - 10}" text-anchor="middle">${value}</text>`,
  );
  const bars = sorted.map(({ name, nothing, mean, p95 }, i) => {
    const y = TOP + i * ROW;
    const bar = (to: number, color: string) =>
      `<rect x="${LABEL}" y="${y}" width="${Math.max(1, x(to) - LABEL).toFixed(1)}" height="${ROW - 3}" fill="${color}"/>`;
    const mark = `<rect x="${x(p95).toFixed(1)}" y="${y}" width="2" height="${ROW - 3}" fill="#1d4f91"/>`;
    return `<text x="${LABEL - 6}" y="${y + 8}" text-anchor="end">${name}</text>${bar(nothing, '#e3e3e3')}${bar(mean, '#4b9cf5')}${mark}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="9" fill="#333">
<title>ΔE00 to Camera Raw, per case</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="6" y="14" font-size="11">ΔE00 to Camera Raw: blue mean, dark mark 95th percentile, grey doing nothing (logarithmic)</text>
${[...grid, ...bars].join('\n')}
</svg>
`;
}
