import { join } from 'node:path';
import type { OutputFormat } from '#node/encode.ts';
import { type StagedFile, stageFile } from '#node/files.ts';
import type { OpenedPhoto } from '#node/photo.ts';
import type { RenderPool } from '#node/worker-pool.ts';
import { settingsXmp } from '#retouch/commit.ts';
import { RetouchError } from '#wire/error.ts';
import type { Candidate, RetouchResult } from '#wire/result.ts';
import type { ProgressLine } from './line.ts';
import { checkOutputFolder, commitRun } from './output-folder.ts';
import { withRenderPool } from './parts.ts';

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
  photo: OpenedPhoto,
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
  const stage = async (name: string, content: Uint8Array | string) => {
    const file = await stageFile(join(out, name), content);
    staged.push(file);
    return file;
  };
  let done = 0;
  const writeOne = async (pool: RenderPool, candidate: Candidate, stop: AbortSignal) => {
    const job = { photo: { raster: photo.raster }, settings: candidate.settings, output };
    await stage(candidate.files.image!, await pool.render(job, stop));
    await stage(
      candidate.files.xmp!,
      settingsXmp(candidate, { ...photo.facts, orientation: photo.orientation }),
    );
    line.show(`${++done} of ${complete.candidates.length} written`);
  };
  try {
    await withRenderPool((pool) =>
      untilOneFails(complete.candidates, signal, (candidate, stop) => writeOne(pool, candidate, stop)),
    );
    const made = [...staged];
    const last = await stage('result.json', `${JSON.stringify(complete, null, 2)}\n`);
    if (signal.aborted) throw new RetouchError('cancelled', 'Stopped; nothing was written');
    await commitRun(folder, made, last);
  } finally {
    await Promise.all(staged.map((file) => file.discard()));
  }
  return complete;
}

/** Does all at once; the first failure stops the others and is thrown when they have ended. */
async function untilOneFails<T>(
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T, stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  let first: unknown;
  await Promise.all(
    items.map((item) =>
      work(item, stop).catch((error) => {
        if (!failed.signal.aborted) first = error;
        failed.abort();
      }),
    ),
  );
  if (failed.signal.aborted) throw first;
}
