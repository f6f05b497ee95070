import { type Command, Option } from 'commander';
import { describeReading } from '#instruction/describe.ts';
import type { OutputFormat } from '#node/encode.ts';
import { makeFolder } from '#node/files.ts';
import { openPhotoFile } from '#node/photo.ts';
import { observe, previewScale } from '#retouch/observe.ts';
import { retouch } from '#retouch/retouch.ts';
import type { RetouchResult } from '#wire/result.ts';
import type { ModelUsage } from '#wire/usage.ts';
import { choose } from './choose.ts';
import { checkInstruction } from './instruction.ts';
import { interruptSignal } from './interrupt.ts';
import { progressLine } from './line.ts';
import { candidateCount, folderName, outputSize, parameterNames, seedNumber } from './options.ts';
import { retouchParts } from './parts.ts';
import { startFrom } from './start-from.ts';
import { writeCandidates } from './write-candidates.ts';

interface EditOptions {
  readonly out: string;
  readonly candidates: number;
  readonly seed: number;
  readonly lock: readonly string[];
  readonly from?: string;
  readonly size: 'full' | number;
  readonly format: OutputFormat;
  readonly policy: string;
  readonly reward: string;
  readonly json?: boolean;
}

/** `retouchiq edit <photo> "<instruction>"`: ranked alternatives as pictures, XMP and `result.json`. */
export function addEdit(program: Command): void {
  program
    .command('edit')
    .description('retouch a photo by instruction; writes ranked alternatives and result.json')
    .argument('<photo>', 'JPEG, PNG, TIFF or WebP')
    .argument('<instruction>', 'what you want changed, in your own words')
    .requiredOption(
      '--out <dir>',
      'folder for 1.jpg 1.xmp 2.jpg 2.xmp … and result.json; made if absent',
      folderName,
    )
    .option('--candidates <n>', 'how many alternatives, 1 to 16', candidateCount, 4)
    .option('--seed <n>', 'same seed, same alternatives', seedNumber, 1)
    .option(
      '--lock <names>',
      'settings to leave alone, such as Exposure2012,Contrast2012',
      parameterNames,
      [],
    )
    .option('--from <result.json[#rank]>', 'refine a candidate of an earlier run')
    .option('--size <size>', 'full, or the long edge in px', outputSize, 'full')
    .addOption(
      new Option('--format <format>', 'of the pictures').choices(['jpeg', 'png', 'tiff']).default('jpeg'),
    )
    .option(
      '--policy <which>',
      'embedded, a model, or the base URL of a service; several with commas',
      'embedded',
    )
    .option('--reward <which>', 'embedded, a model, or the base URL of a service', 'embedded')
    .option('--json', 'print result.json on stdout and nothing else')
    .action(edit);
}

async function edit(photoPath: string, text: string, options: EditOptions): Promise<void> {
  const signal = interruptSignal();
  const line = progressLine(options.json === true);
  const instruction = checkInstruction(text);
  const { policy, reward } = await choose(options);
  const base = options.from === undefined ? {} : await startFrom(options.from);
  await makeFolder(options.out);

  line.show(`Opening ${photoPath}`);
  const started = performance.now();
  const { photo, observation } = await lookAt(photoPath);
  const parts = retouchParts({
    policy,
    reward,
    onNews: (news) => news.type === 'stage-start' && line.show(`${news.stage} …`),
  });
  const source = parts.renderer.open(observation.preview, { scale: previewScale(observation) });
  const decodeMs = performance.now() - started;

  const { candidates, seed, lock: locks } = options;
  const found = await retouch(
    { observation, source, decodeMs, instruction, candidates, seed, locks, base, signal },
    parts,
  );
  const result = await writeCandidates(found, photo, { ...options, photoPath, signal, line });
  line.clear();
  process.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : summary(result, options.out));
}

/** The full size is let go once it is looked at: candidates are rendered from the file. */
async function lookAt(path: string) {
  const { raster, ...photo } = await openPhotoFile(path);
  return { photo, observation: observe(raster, photo.facts) };
}

/** Below this confidence a reading without anything to do means that the words were not understood. */
const SURE = 0.3;

function summary({ reading, candidates, verdict, notes = [], usage }: RetouchResult, out: string): string {
  const rows = candidates.map(
    ({ rank, title, reward, files }) => `  ${rank}  ${reward.score.toFixed(1)}  ${title}  (${files.image})`,
  );
  const refused = reading.unsupported.map(({ words, why }) => `Not done: "${words}": ${why}`);
  return [
    `Read as: ${describeReading(reading)}`,
    ...rows,
    ...refused,
    ...(candidates.length === 0 ? adviceFor(reading) : []),
    ...notes.map((note) => note.replace(/\.?$/, '.')),
    ...(usage ? [usageInWords(usage)] : []),
    `Verdict: ${verdict}. ${out}`,
    '',
  ].join('\n');
}

function usageInWords({ answers, inputTokens, outputTokens, cost }: ModelUsage): string {
  const price = cost === null ? '' : `, $${cost.toFixed(4)}`;
  return `Models gave ${answers} answer${answers === 1 ? '' : 's'}: ${inputTokens} tokens in, ${outputTokens} tokens out${price}.`;
}

/** Why there is nothing to choose from, where that is not what was asked for. */
function adviceFor({ confidence, goals, styles }: RetouchResult['reading']): string[] {
  if (confidence < SURE) return ['Say it in plain English, for example "a bit warmer, but keep the sky".'];
  if (goals.length === 0 && styles.length === 0) return [];
  return ['This photo has nothing of it to change: the part was not found in it, or it is so already.'];
}
