/**
 * How fast the Photoshop panel is, in Chromium over the double of Photoshop:
 * `npx tsx test/photoshop/chromium/bench.ts [--runs n]`. Medians and ranges, the double's own time included.
 */
import { parseArgs } from 'node:util';
import { SRGB } from '#color/spaces.ts';
import { createEmbeddedBackend } from '../../../plugin/photoshop/backend/embedded/embedded-backend.ts';
import { landscape } from '../../support/photoshop/make-document.ts';
import { type Panel, startPlugin } from './harness.ts';
import { reads } from './person.ts';
import { startSpoiltService } from './spoilt-service.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const RUNS = Number(values.runs);
const SENTENCES = ['make it feel like fall, keep the skin natural', 'a bit warmer and brighter', 'moody'];
const SIGNAL = new AbortController().signal;

interface Figures {
  readonly interactive: number;
  readonly first: number;
  readonly ranked: number;
  readonly switching: number;
}

const plugin = await startPlugin();
const alone: Figures[] = [];
for (let run = 0; run < RUNS; run++) alone.push(await measure(SENTENCES[run % SENTENCES.length]!));
const service = await startSpoiltService();
const stored = JSON.stringify({ address: `http://localhost:${service.port}`, token: service.token });
const served: Figures[] = [];
for (let run = 0; run < RUNS; run++) served.push(await measure(SENTENCES[run % SENTENCES.length]!, stored));
await plugin.close();
await service.close();

print(
  'script started → line can be written into',
  alone.map(({ interactive }) => interactive),
  300,
);
print(
  'Enter → first alternative visible, alone',
  alone.map(({ first }) => first),
  500,
);
print(
  'Enter → first alternative visible, by a service',
  served.map(({ first }) => first),
  500,
);
print(
  'Enter → four ranked, pictures drawn, alone',
  alone.map(({ ranked }) => ranked),
  1500,
);
print(
  'choosing another alternative → shown as chosen',
  alone.map(({ switching }) => switching),
  50,
);
print('six asked of the engine in the panel → ranked (Node, no kernels, 512 px)', await sixRanked(), 1500);

async function measure(sentence: string, connection?: string): Promise<Figures> {
  const panel = await plugin.open({
    ...(connection === undefined ? {} : { given: connection }),
    before: (double, given) => {
      double.open({ title: 'photo.psd', width: 1500, height: 1000 });
      if (given === undefined) return;
      const bytes = Uint8Array.from(given, (character) => character.charCodeAt(0));
      double.uxp.secrets.set('retouchiq.service', bytes);
    },
  });
  const interactive = await panel.host(async (double) => {
    await new Promise<void>((done) => {
      const look = () => (document.querySelector('textarea') ? done() : setTimeout(look, 1));
      look();
    });
    return performance.now() - (double.uxp.startedAt ?? 0);
  });
  if (connection !== undefined) await reads(panel, /localhost:\d+|127\.0\.0\.1:\d+/);
  // A document is read with the first instruction; what is measured is the second.
  await answered(panel, 'a bit more contrast');
  const { first, ranked } = await answered(panel, sentence);
  const switching = await panel.host(async () => {
    const tiles = [...document.querySelectorAll<HTMLElement>('[role=option]')];
    const other = tiles.find((tile) => tile.getAttribute('aria-selected') !== 'true');
    const started = performance.now();
    other?.click();
    await new Promise<void>((done) => {
      const look = () =>
        other?.getAttribute('aria-selected') === 'true'
          ? requestAnimationFrame(() => done())
          : setTimeout(look, 1);
      look();
    });
    return performance.now() - started;
  });
  await panel.close();
  return { interactive, first, ranked, switching };
}

/** Writes a sentence, presses Enter and waits for the answer. Milliseconds, as the page itself counts them. */
async function answered(
  panel: Panel,
  sentence: string,
): Promise<{ readonly first: number; readonly ranked: number }> {
  await panel.locator('textarea').first().fill(sentence);
  return panel.host(async () => {
    const line = document.querySelector('textarea');
    const started = performance.now();
    const since = (ready: () => boolean) =>
      new Promise<number>((done) => {
        const look = () => (ready() ? done(performance.now() - started) : setTimeout(look, 2));
        look();
      });
    const working = () => document.querySelector('.tile-skeleton') !== null;
    line?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await since(() => working() || document.querySelector('.button-run') === null);
    const drawn = () =>
      [...document.querySelectorAll<HTMLImageElement>('[role=option] img')].filter(
        (image) => image.complete && image.naturalWidth > 0,
      );
    const first = await since(() => drawn().length > 0);
    const ranked = await since(
      () =>
        !working() &&
        document.querySelector('.button-run') !== null &&
        drawn().length === document.querySelectorAll('[role=option]').length,
    );
    return { first, ranked };
  });
}

async function sixRanked(): Promise<number[]> {
  const [width, height] = [1280, 853];
  const paint = landscape(width, height);
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return paint(pixel % width, Math.floor(pixel / width))[i % 3]!;
  });
  const backend = createEmbeddedBackend({ version: '0', now: () => performance.now() });
  const facts = { name: 'p', width: 6000, height: 4000, source: 'rendered', sha256: '0'.repeat(64) } as const;
  const raster = { width, height, data, space: SRGB };
  const { id } = await backend.open({ raster, facts, notes: [], bitDepth: 8 }, SIGNAL);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const instruction = SENTENCES[run % SENTENCES.length]!;
    const started = performance.now();
    await backend.retouch({ photo: id, instruction, candidates: 6, seed: run }, () => {}, SIGNAL);
    times.push(performance.now() - started);
  }
  return times;
}

function print(what: string, times: readonly number[], goal: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const range = `${sorted[0]?.toFixed(0)}–${sorted.at(-1)?.toFixed(0)}`;
  process.stdout.write(`${what}: ${median.toFixed(0)} ms [${range}] (goal ${goal})\n`);
}
