import type { Raster } from '#image/raster.ts';
import { runInTurns } from '#image/steps.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import { landscape, SKIES } from '../image/scenes.ts';

function bytesOf({ data }: Raster): Buffer {
  return Buffer.from(data);
}

const picture = landscape(SKIES[0]!.sky);

const AI_MASK = {
  name: 'Sky',
  active: true,
  amount: 1,
  values: { LocalExposure2012: -0.2, LocalClarity2012: 0.3 },
  masks: [{ kind: 'ai', target: 'sky', combine: 'add', inverted: false, referenceX: 0.5, referenceY: 0.1 }],
} as const;

test.each<[string, number, Settings]>([
  ['a table', 4, { Exposure2012: 0.5 }],
  ['bases of local tone', 12, { Highlights2012: -50, Shadows2012: 40 }],
  ['clarity and texture', 12, { Clarity2012: 30, Texture: 20 }],
  ['haze', 12, { Dehaze: 30 }],
  ['sharpening and noise', 6, { Sharpness: 50, LuminanceSmoothing: 30, ColorNoiseReduction: 20 }],
  ['a region', 40, { MaskGroupBasedCorrections: [AI_MASK] }],
])('%s: renderSteps() does in at least %i pieces what render() does at once', async (_, least, settings) => {
  let pieces = 0;
  const open = () => embeddedRenderer.open({ ...picture, data: picture.data.slice() }, { scale: 0.5 });
  const inTurns = await runInTurns(embeddedRenderer.renderSteps(open(), settings), async () => void pieces++);
  expect(bytesOf(inTurns).equals(bytesOf(embeddedRenderer.render(open(), settings)))).toBe(true);
  expect(pieces).toBeGreaterThanOrEqual(least);
});

test('two renderings of one photo may take turns', async () => {
  const source = embeddedRenderer.open(picture);
  const all: Settings[] = [
    { Shadows2012: 40, Clarity2012: 20 },
    { Shadows2012: -40, Dehaze: 30, Sharpness: 40 },
  ];
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
  const interleaved = await Promise.all(
    all.map((settings) => runInTurns(embeddedRenderer.renderSteps(source, settings), breathe)),
  );
  const apart = all.map((settings) => embeddedRenderer.render(embeddedRenderer.open(picture), settings));
  expect(interleaved.map((one, i) => bytesOf(one).equals(bytesOf(apart[i]!)))).toEqual([true, true]);
});
