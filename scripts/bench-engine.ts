/**
 * What the engine costs: CPU ms per picture and per megapixel, for several kinds of work on the bench's picture.
 *
 *   npx tsx scripts/bench-engine.ts [--against <other checkout>] [--sizes 96,512,1024,6000] [--kinds detail,masks]
 *
 * Takes kernels and sample scenes from the last build (`npm run build`; in the other checkout too). With another checkout
 * both engines run in one process and their pictures are compared: medians of CPU time, and their ratios, hold on a busy
 * machine too.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Raster } from '#image/raster.ts';
import type { Renderer } from '#render/renderer.ts';
import type { Correction, Settings } from '#settings/settings.ts';
import { median } from './bench/median.ts';
import { mosaic, resized } from './bench/pictures.ts';
import { ROOT } from './bench/product.ts';
import { productRenderer } from './bench/product-renderer.ts';
import { FULL_CHAIN, POINTWISE } from './bench/settings.ts';

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    sizes: { type: 'string', default: '96,512,1024,6000' },
    kinds: { type: 'string' },
  },
});

const LOCAL: Settings = { ...FULL_CHAIN, Texture: 12 };
const DETAIL: Settings = {
  ...POINTWISE,
  Sharpness: 40,
  LuminanceSmoothing: 25,
  ColorNoiseReduction: 25,
  GrainAmount: 20,
};
const add = { combine: 'add', inverted: false } as const;
const CORRECTIONS: readonly Correction[] = [
  {
    name: 'top',
    active: true,
    amount: 1,
    values: { LocalExposure2012: -0.15, LocalTemperature: -0.1, LocalHighlights2012: -0.3 },
    masks: [{ kind: 'linear', ...add, zeroX: 0.5, zeroY: 0.45, fullX: 0.5, fullY: 0.1 }],
  },
  {
    name: 'middle',
    active: true,
    amount: 1,
    values: { LocalExposure2012: 0.1, LocalSaturation: 0.1 },
    masks: [
      { kind: 'radial', ...add, top: 0.3, left: 0.35, bottom: 0.8, right: 0.65, angle: 20, feather: 60 },
    ],
  },
  {
    name: 'lights',
    active: true,
    amount: 1,
    values: { LocalTint: 0.08, LocalClarity2012: 0.2 },
    masks: [{ kind: 'luminance', ...add, lowNone: 0.7, lowFull: 0.8, highFull: 1, highNone: 1 }],
  },
];
const KINDS: Readonly<Record<string, Settings>> = {
  pointwise: POINTWISE,
  local: LOCAL,
  dehaze: { ...LOCAL, Dehaze: 20 },
  detail: DETAIL,
  masks: { ...POINTWISE, MaskGroupBasedCorrections: CORRECTIONS },
  vignette: { ...POINTWISE, PostCropVignetteAmount: -20 },
  'raw local': LOCAL,
};

const engines: Renderer[] = [await productRenderer(ROOT)];
if (values.against) {
  engines.unshift(await productRenderer(resolve(values.against)));
}
const picture = await mosaic(join(ROOT, 'dist/samples'));
const kinds = values.kinds?.split(',') ?? Object.keys(KINDS);

console.log(
  `| work | picture | ${engines.length > 1 ? 'before, ms | ' : ''}ms | ms per MP |${engines.length > 1 ? ' faster | largest difference | over 1 level |' : ''}`,
);
console.log(`|---|---|---|---|${engines.length > 1 ? '---|---|---|---|' : ''}`);
for (const width of values.sizes.split(',').map(Number)) {
  const raster = await resized(picture, width);
  const megapixels = (raster.width * raster.height) / 1e6;
  for (const kind of kinds) {
    const settings = KINDS[kind]!;
    const sources = engines.map((engine) =>
      engine.open(raster, { source: kind.startsWith('raw') ? 'raw-preview' : 'rendered' }),
    );
    const times: number[][] = engines.map(() => []);
    const outputs: Raster[] = [];
    const runs = megapixels > 4 ? 1 : megapixels > 0.3 ? 7 : megapixels > 0.05 ? 11 : 101;
    // One engine after the other: collecting the one's garbage must not count for the other.
    engines.forEach((engine, i) => {
      // Functions are slow until the compiler has seen them run: a service is warm after a few pictures.
      for (let run = megapixels > 4 ? 0 : -2 * runs; run < runs; run++) {
        // Candidates differ in their settings: nothing that depends on them may be kept from run to run.
        const changed = { ...settings, Exposure2012: 0.4 + run / 1000 };
        const started = process.cpuUsage();
        outputs[i] = engine.render(sources[i]!, changed);
        const { user, system } = process.cpuUsage(started);
        if (run >= 0) times[i]!.push((user + system) / 1000);
      }
    });
    const [first, last] = [median(times[0]!), median(times.at(-1)!)];
    const cells = [kind, `${raster.width} × ${raster.height}`];
    if (engines.length > 1) cells.push(first.toFixed(2));
    cells.push(last.toFixed(2), (last / megapixels).toFixed(1));
    if (engines.length > 1)
      cells.push(`${(first / last).toFixed(1)}×`, ...difference(outputs[0]!, outputs[1]!));
    console.log(`| ${cells.join(' | ')} |`);
  }
}

function difference(a: Raster, b: Raster): [largest: string, share: string] {
  let largest = 0;
  let over = 0;
  for (let i = 0; i < a.data.length; i++) {
    const d = Math.abs(a.data[i]! - b.data[i]!);
    if (d > largest) largest = d;
    if (d > 1) over++;
  }
  return [String(largest), `${((100 * over) / a.data.length).toFixed(3)} %`];
}
