/** Drawing for the documentation's plots: text that is SVG, light or dark as the reader's page is. */

/** Colours by class; each has its value for a light and for a dark page. */
const FILLS: Colors = {
  paper: ['#ffffff', '#0d1117'],
  ink: ['#333333', '#d7dce1'],
  faint: ['#e3e3e3', '#2b3139'],
  other: ['#c4c4c4', '#667079'],
  floor: ['#8a8a8a', '#98a2ab'],
  ours: ['#4b9cf5', '#4b9cf5'],
  mark: ['#1d4f91', '#b7d8ff'],
};
const STROKES: Colors = {
  grid: ['#d8d8d8', '#3a4048'],
  guide: ['#8a8a8a', '#98a2ab'],
  line: ['#4b9cf5', '#4b9cf5'],
};
type Colors = Readonly<Record<string, readonly [light: string, dark: string]>>;

/** A whole picture; `title` is what a screen reader says. */
export function figure(title: string, width: number, height: number, body: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="9">
<title>${escapeXml(title)}</title>
<style>${rules(0)}.line{fill:none;stroke-width:1.5}.guide{stroke-dasharray:4 3}@media (prefers-color-scheme:dark){${rules(1)}}</style>
<rect class="paper" width="100%" height="100%"/>
${body.join('\n')}
</svg>
`;
}

function rules(page: 0 | 1): string {
  const list = (property: string, colors: Colors) =>
    Object.entries(colors).map(([name, values]) => `.${name}{${property}:${values[page]}}`);
  return [...list('fill', FILLS), ...list('stroke', STROKES)].join('');
}

export function text(
  x: number,
  y: number,
  content: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  size?: number,
): string {
  return `<text class="ink" x="${n(x)}" y="${n(y)}" text-anchor="${anchor}"${size === undefined ? '' : ` font-size="${size}"`}>${escapeXml(content)}</text>`;
}

export function bar(className: string, x: number, y: number, width: number, height: number): string {
  return `<rect class="${className}" x="${n(x)}" y="${n(y)}" width="${n(Math.max(1, width))}" height="${n(height)}"/>`;
}

export function line(
  className: 'grid' | 'guide',
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): string {
  return `<line class="${className}" x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}"/>`;
}

export function dot(x: number, y: number): string {
  return `<circle class="ours" cx="${n(x)}" cy="${n(y)}" r="3"/>`;
}

export function polyline(points: readonly (readonly [number, number])[]): string {
  return `<polyline class="line" points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}"/>`;
}

/** A position on a logarithmic axis: `low` at `start`, `high` at `end`; what lies outside is held at the ends. */
export function logScale(low: number, high: number, start: number, end: number): (value: number) => number {
  const span = Math.log(high / low);
  return (value) => start + (Math.log(Math.min(high, Math.max(low, value)) / low) / span) * (end - start);
}

/** 1, 2, 5, 10 … within the range. */
export function logTicks(low: number, high: number): readonly number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const step of [1, 2, 5]) {
      const tick = Number(`${step}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  return ticks;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
