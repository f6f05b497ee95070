import { basename, extname } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { nodeRenderer } from '#node/engine.ts';
import { writeFileAtomic } from '#node/files.ts';
import { type OpenedPhoto, openPhotoFile } from '#node/photo.ts';
import { sha256 } from '#node/sha256.ts';
import { settingsXmp } from '#retouch/commit.ts';
import { type Match, matchEdit } from '#retouch/match.ts';
import { observe, previewScale } from '#retouch/observe.ts';
import { describeSettings } from '#settings/format.ts';
import { interruptSignal } from './interrupt.ts';
import { progressLine } from './line.ts';
import { protectOriginal } from './protect-original.ts';

interface MatchOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/** `retouchiq match <before> <after>`: the develop settings that lead from one picture to the other. */
export function addMatch(program: Command): void {
  program
    .command('match')
    .description('find the develop settings that turn one picture into another version of it')
    .argument('<before>', 'the photo as it is: JPEG, PNG, TIFF or WebP')
    .argument('<after>', 'the same photo as it should look, of any size')
    .option('--out <file>', 'where to write the settings; .xmp', xmpFile)
    .option('--json', 'print settings and what is left of the difference as JSON')
    .action(match);
}

async function match(beforePath: string, afterPath: string, { out, json }: MatchOptions): Promise<void> {
  const signal = interruptSignal();
  const line = progressLine(json === true);
  line.show(`Comparing ${beforePath} with ${afterPath}`);
  const before = await openPhotoFile(beforePath);
  const after = await openPhotoFile(afterPath);
  if (out !== undefined) await protectOriginal(beforePath, [out]);
  if (out !== undefined) await protectOriginal(afterPath, [out]);

  const observation = observe(before.raster, before.facts);
  const found = await matchEdit(
    {
      before: observation.preview,
      after: after.raster,
      open: { scale: previewScale(observation), source: before.facts.source },
      regions: observation.regions,
      signal,
    },
    nodeRenderer,
  );
  if (out !== undefined) await writeFileAtomic(out, xmpOf(found, before, after));
  line.clear();
  process.stdout.write(
    json ? `${JSON.stringify({ out: out ?? null, ...found }, null, 2)}\n` : tell(found, out),
  );
}

function xmpOf({ settings }: Match, before: OpenedPhoto, after: OpenedPhoto): string {
  const { name, source } = before.facts;
  const id = sha256(`${before.facts.sha256} ${after.facts.sha256}`).slice(0, 16);
  const title = `Like ${basename(after.facts.name, extname(after.facts.name))}`;
  return settingsXmp({ id, title, settings }, { name, source, orientation: before.orientation });
}

function tell({ settings, residual, covered, moved, steps }: Match, out: string | undefined): string {
  const rows = describeSettings(settings).map(({ label, text }) => `  ${label.padEnd(24)}${text}`);
  const { before, after, regions } = residual;
  const parts = regions.map(({ name, ...found }) => `${name} ${found.before} → ${found.after}`);
  return [
    ...(rows.length === 0 ? ['The two pictures look the same already.'] : rows),
    `Difference (ΔE00): ${before.mean} → ${after.mean} on average, 95 % below ${after.p95}`,
    ...(parts.length === 0 ? [] : [`By part: ${parts.join(', ')}`]),
    `Compared on ${Math.round(100 * covered)} % of the frame${moved ? ', after moving the second picture onto the first' : ''}; used: ${
      steps
        .filter(({ kept }) => kept)
        .map(({ stage }) => stage)
        .join(', ') || 'nothing'
    }`,
    ...(out === undefined ? [] : [out]),
    '',
  ].join('\n');
}

function xmpFile(path: string): string {
  if (extname(path).toLowerCase() === '.xmp') return path;
  throw new InvalidArgumentError('Its name must end in .xmp.');
}
