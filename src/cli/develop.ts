import { extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OutputFormat } from '#node/encode.ts';
import { writeFileAtomic } from '#node/files.ts';
import { openPhotoFile } from '#node/photo.ts';
import type { WhitePoint } from '#render/renderer.ts';
import { isNeutral } from '#settings/neutral.ts';
import { toDisplayedFrame } from '#settings/orient.ts';
import { interruptSignal } from './interrupt.ts';
import { whitePoint } from './options.ts';
import { protectOriginal } from './output-folder.ts';
import { withRenderPool } from './parts.ts';
import { readSettingsFile } from './settings-file.ts';

interface DevelopOptions {
  readonly settings: string;
  readonly out: { readonly path: string; readonly format: OutputFormat };
  readonly source: 'rendered' | 'raw-preview';
  readonly asShot?: WhitePoint;
  readonly json?: boolean;
}

const FORMATS: Readonly<Record<string, OutputFormat>> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.tif': 'tiff',
  '.tiff': 'tiff',
};

/** `retouchiq develop <image> --settings <file>`: applies develop settings to a photo. */
export function addDevelop(program: Command): void {
  program
    .command('develop')
    .description('apply develop settings (XMP or JSON) to a photo')
    .argument('<image>', 'JPEG, PNG, TIFF or WebP')
    .requiredOption(
      '--settings <file>',
      'an .xmp sidecar or preset, a .json of crs: settings, or result.json[#rank]',
    )
    .requiredOption('--out <file>', 'the picture to write; .jpg, .png or .tif', outputFile)
    .addOption(
      new Option(
        '--source <kind>',
        "what the image is: raw-preview means Camera Raw's default rendering of a raw file",
      )
        .choices(['rendered', 'raw-preview'])
        .default('rendered'),
    )
    .option('--as-shot <kelvin,tint>', 'the white that Kelvin settings are relative to', whitePoint)
    .option('--json', 'print a report as JSON')
    .action(develop);
}

async function develop(
  image: string,
  { settings: file, out, source, asShot, json }: DevelopOptions,
): Promise<void> {
  const signal = interruptSignal();
  const read = await readSettingsFile(file);
  const photo = await openPhotoFile(image);
  const settings =
    read.frame === 'stored' ? toDisplayedFrame(read.settings, photo.orientation) : read.settings;
  await protectOriginal(image, [out.path]);
  const output = { format: out.format, ...(photo.exif ? { exif: photo.exif } : {}) };
  const open = { source, ...(asShot ? { asShot } : {}) };
  const isCopy = photo.format === 'jpeg' && out.format === 'jpeg' && photo.notes.length === 0;
  const rendered =
    isCopy && isNeutral(settings)
      ? photo.bytes // nothing to do: coding a JPEG once more would only lose
      : await withRenderPool((pool) =>
          pool.render({ photo: { raster: photo.raster }, settings, open, output }, signal),
        );
  await writeFileAtomic(out.path, rendered);
  if (json) process.stdout.write(`${JSON.stringify({ out: out.path, settings, report: read.report })}\n`);
  else for (const line of read.report) process.stderr.write(`${line}\n`);
}

function outputFile(path: string): DevelopOptions['out'] {
  const format = FORMATS[extname(path).toLowerCase()];
  if (format === undefined)
    throw new InvalidArgumentError('Its name must end in .jpg, .png or .tif, which says the format.');
  return { path, format };
}
