import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputFormat } from '#node/encode.ts';
import { writeFileAtomic } from '#node/files.ts';
import type { OpenedPhoto } from '#node/photo.ts';
import { settingsXmp } from '#retouch/commit.ts';
import { RetouchError } from '#wire/error.ts';
import type { Candidate, RetouchResult } from '#wire/result.ts';
import type { ProgressLine } from './line.ts';
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
 * Writes `1.jpg 1.xmp 2.jpg …` in rank order and, when all are there, `result.json`, which tells that a run is complete.
 *
 * @throws {RetouchError} `cannot-write`, also when an output would replace the photo itself
 */
export async function writeCandidates(
  result: RetouchResult,
  photo: OpenedPhoto,
  options: WriteOptions,
): Promise<RetouchResult> {
  const { out, signal, line, size, format } = options;
  const names = result.candidates.map(({ rank }) => ({
    image: `${rank}.${EXTENSIONS[format]}`,
    xmp: `${rank}.xmp`,
  }));
  await protectOriginal(
    options.photoPath,
    names.map(({ image }) => join(out, image)),
  );

  let done = 0;
  const candidates = await withRenderPool((pool) =>
    Promise.all(
      result.candidates.map(async (candidate, i): Promise<Candidate> => {
        const output = {
          format,
          ...(photo.exif ? { exif: photo.exif } : {}),
          ...(size === 'full' ? {} : { size }),
        };
        const file = await pool.render(
          { photo: { raster: photo.raster }, settings: candidate.settings, output },
          signal,
        );
        await writeFileAtomic(join(out, names[i]!.image), file);
        await writeFileAtomic(join(out, names[i]!.xmp), settingsXmp(candidate, photo.facts));
        line.show(`${++done} of ${result.candidates.length} written`);
        return { ...candidate, files: names[i]! };
      }),
    ),
  );
  const complete = { ...result, candidates };
  await writeFileAtomic(join(out, 'result.json'), `${JSON.stringify(complete, null, 2)}\n`);
  return complete;
}

/** @throws {RetouchError} `cannot-write` when one of the outputs is the original. */
export async function protectOriginal(original: string, outputs: readonly string[]): Promise<void> {
  const source = await realpath(original);
  for (const output of outputs) {
    const target = await realpath(output).catch(() => undefined);
    if (target === source)
      throw new RetouchError(
        'cannot-write',
        `${output} is the photo itself: choose another place, originals are never written to`,
      );
  }
}
