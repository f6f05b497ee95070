import { basename, extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OutputFormat } from '#node/encode.ts';
import { writeFileAtomic } from '#node/files.ts';
import { readPhotoFile } from '#node/photo.ts';
import type { WhitePoint } from '#render/renderer.ts';
import { isNeutral } from '#settings/neutral.ts';
import { toDisplayedFrame } from '#settings/orient.ts';
import type { Settings } from '#settings/settings.ts';
import { interruptSignal } from './interrupt.ts';
import { whitePoint } from './options.ts';
import { protectOriginal } from './protect-original.ts';
import { withRenderPool } from './with-render-pool.ts';

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

async function develop(image: string, { out, json, ...options }: DevelopOptions): Promise<void> {
  const signal = interruptSignal();
  const { settings, report } = await withRenderPool(async (pool) => {
    // Loaded while the workers start.
    const { readSettingsFile } = await import('./settings-file.ts');
    const read = await readSettingsFile(options.settings);
    const bytes = await readPhotoFile(image, { shared: true });
    await protectOriginal(image, [out.path]);
    const settings = read.frame === 'stored' ? await asDisplayed(read.settings, bytes, image) : read.settings;
    const kept = isNeutral(settings) && out.format === 'jpeg' && (await isPlainJpeg(bytes, image));
    if (kept) await writeFileAtomic(out.path, bytes);
    else {
      const photo = { bytes, name: basename(image) };
      const open = { source: options.source, ...(options.asShot ? { asShot: options.asShot } : {}) };
      const versions = [{ settings, output: { format: out.format } }];
      const write = (_: number, pieces: readonly Uint8Array[]) => writeFileAtomic(out.path, pieces);
      await pool.renderVersions({ photo, open, keepExif: true, versions }, write, signal);
    }
    return { settings, report: read.report };
  });
  if (json) process.stdout.write(`${JSON.stringify({ out: out.path, settings, report })}\n`);
  else for (const line of report) process.stderr.write(`${line}\n`);
}

/** Masks of a file lie in the frame before orientation, which the photo's header tells; only masks need to know. */
async function asDisplayed(settings: Settings, bytes: Uint8Array, path: string): Promise<Settings> {
  if (settings.MaskGroupBasedCorrections === undefined) return settings;
  const { readPhotoHeader } = await import('#node/photo-header.ts');
  return toDisplayedFrame(settings, (await readPhotoHeader(bytes, basename(path))).orientation);
}

/** Where there is nothing to do, such a one is kept as it is: coding it once more would only lose. */
async function isPlainJpeg(bytes: Uint8Array, path: string): Promise<boolean> {
  const { decodePhoto } = await import('#node/decode.ts');
  const { format, notes } = await decodePhoto(bytes, basename(path));
  return format === 'jpeg' && notes.length === 0;
}

function outputFile(path: string): DevelopOptions['out'] {
  const format = FORMATS[extname(path).toLowerCase()];
  if (format === undefined)
    throw new InvalidArgumentError('Its name must end in .jpg, .png or .tif, which says the format.');
  return { path, format };
}
