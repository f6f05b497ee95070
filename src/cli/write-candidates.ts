import { join } from 'node:path';
import type { OutputFormat } from '#node/encode.ts';
import { type FileContent, type StagedFile, stageFile } from '#node/files.ts';
import type { OpenedPhoto } from '#node/photo.ts';
import { settingsXmp } from '#retouch/commit.ts';
import { RetouchError } from '#wire/error.ts';
import type { RetouchResult } from '#wire/result.ts';
import type { ProgressLine } from './line.ts';
import { checkOutputFolder, commitRun } from './output-folder.ts';
import { withRenderPool } from './with-render-pool.ts';

interface WriteOptions {
  readonly out: string;
  readonly photoPath: string;
  readonly size: 'full' | number;
  readonly format: OutputFormat;
  readonly signal: AbortSignal;
  readonly line: ProgressLine;
}

const EXTENSIONS: Readonly<Record<OutputFormat, string>> = { jpeg: 'jpg', png: 'png', tiff: 'tif' };

/**
 * Writes `1.jpg 1.xmp 2.jpg …` in rank order and `result.json`. Everything is made beside its place and put there at the
 * end, so that a run that fails or is stopped leaves the folder as it was.
 *
 * @throws {RetouchError} `cannot-write`, also when an output would replace the photo itself or a file that is not ours
 */
export async function writeCandidates(
  result: RetouchResult,
  photo: Omit<OpenedPhoto, 'raster'>,
  options: WriteOptions,
): Promise<RetouchResult> {
  const { out, signal, line, size, format } = options;
  const files = result.candidates.map(({ rank }) => ({
    image: `${rank}.${EXTENSIONS[format]}`,
    xmp: `${rank}.xmp`,
  }));
  const names = files.flatMap(({ image, xmp }) => [image, xmp]);
  const folder = await checkOutputFolder(out, names, options.photoPath);
  const output = {
    format,
    ...(photo.exif ? { exif: photo.exif } : {}),
    ...(size === 'full' ? {} : { size }),
  };
  const complete = {
    ...result,
    candidates: result.candidates.map((candidate, index) => ({ ...candidate, files: files[index]! })),
  };

  const staged: StagedFile[] = [];
  const stage = async (name: string, content: FileContent) => {
    const file = await stageFile(join(out, name), content);
    staged.push(file);
    return file;
  };
  const writeOne = async (index: number, pieces: readonly Uint8Array[]) => {
    const candidate = complete.candidates[index]!;
    await stage(candidate.files.image!, pieces);
    await stage(
      candidate.files.xmp!,
      settingsXmp(candidate, { ...photo.facts, orientation: photo.orientation }),
    );
    line.show(`${index + 1} of ${complete.candidates.length} written`);
  };
  try {
    const job = {
      photo: { bytes: photo.bytes, name: photo.facts.name },
      versions: complete.candidates.map(({ settings }) => ({ settings, output })),
    };
    if (job.versions.length > 0) await withRenderPool((pool) => pool.renderVersions(job, writeOne, signal));
    const made = [...staged];
    const last = await stage('result.json', `${JSON.stringify(complete, null, 2)}\n`);
    if (signal.aborted) throw new RetouchError('cancelled', 'Stopped; nothing was written');
    await commitRun(folder, made, last);
  } finally {
    await Promise.all(staged.map((file) => file.discard()));
  }
  return complete;
}
