/**
 * Sheets to look at: every slider at −100, −50, 0, +50 and +100 percent of its way, on each photo of a list.
 *
 *   npx tsx scripts/slider-sheet.ts --out <dir> [--only Contrast2012,Vibrance] <photo> <photo> …
 *
 * One JPEG per slider: a row per photo, five columns. Sliders that go one way only have 0, 25, 50, 75 and 100 percent;
 * companions (radius, hue) are shown with what they accompany at 60 percent.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fitWithin } from '#image/resample.ts';
import { nodeRenderer } from '#node/engine.ts';
import { openPhotoFile } from '#node/photo.ts';
import { DISPLAY_EDGE } from '#retouch/observe.ts';
import type { NumberParameter } from '#settings/parameter.ts';
import { PARAMETERS, parameterByName } from '#settings/parameters.ts';
import type { Settings } from '#settings/settings.ts';
import { writeSheet } from './sheet.ts';

const EDGE = 420;

const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
if (!values.out || positionals.length === 0)
  throw new Error('Usage: slider-sheet.ts --out <dir> [--only <names>] <photo> …');
await mkdir(values.out, { recursive: true });

const only = values.only?.split(',');
const photos = await Promise.all(
  positionals.map(async (path) => {
    const { raster } = await openPhotoFile(path);
    const preview = fitWithin(raster, DISPLAY_EDGE);
    return nodeRenderer.open(preview, { scale: preview.width / raster.width });
  }),
);
for (const parameter of PARAMETERS) {
  if (parameter.kind !== 'number' || (only && !only.includes(parameter.name))) continue;
  const pictures = photos.flatMap((photo) =>
    stopsOf(parameter).map((value) => nodeRenderer.render(photo, settingsFor(parameter, value))),
  );
  const path = join(values.out, `${parameter.name}.jpg`);
  await writeSheet(pictures, { columns: 5, edge: EDGE, path });
  console.log(
    `${path}  ${stopsOf(parameter)
      .map((value) => Number(value.toFixed(2)))
      .join('  ')}`,
  );
}

function stopsOf({ minimum, maximum, neutral }: NumberParameter): number[] {
  if (minimum >= neutral) return [0, 0.25, 0.5, 0.75, 1].map((way) => neutral + way * (maximum - neutral));
  return [-1, -0.5, 0, 0.5, 1].map((way) =>
    way < 0 ? neutral + way * (neutral - minimum) : neutral + way * (maximum - neutral),
  );
}

function settingsFor(parameter: NumberParameter, value: number): Settings {
  const settings: Record<string, number | boolean> = { [parameter.name]: value };
  if (parameter.name.startsWith('GrayMixer')) settings['ConvertToGrayscale'] = true;
  for (const name of parameter.companionOf ?? []) {
    const main = parameterByName(name);
    if (main?.kind === 'number') settings[name] = main.neutral + 0.6 * (main.maximum - main.neutral);
    if (main?.kind === 'boolean') settings[name] = true;
  }
  return settings as Settings;
}
