import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { runChild } from './child.ts';
import type { Bench } from './context.ts';
import { cameraJpeg, cutOrRepeat, writeTiff16 } from './pictures.ts';
import { ROOT } from './product.ts';
import type { MemoryRow } from './results.ts';

const TIMEOUT_MS = 300_000;

/**
 * Runs in the command line's process before anything else and writes its peak, KB, when it ends. Linux tells it in
 * VmHWM; `maxRSS` there still holds what the parent had when it started the child, and serves only where there is no
 * /proc.
 */
const HOOK = `import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread)
  process.on('exit', () => {
    let peak = process.resourceUsage().maxRSS;
    try {
      peak = Number(/VmHWM:\\s*(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
    } catch {}
    writeFileSync(process.env.BENCH_PEAK_FILE, String(peak));
  });
`;

/** Most memory that `retouchiq develop` holds at any moment, all its threads together; one run each. */
export async function benchMemory(bench: Bench): Promise<readonly MemoryRow[]> {
  const { files, picture, quick, say } = bench;
  const tiff = files.at('exact-in.tif');
  const hasTiff = await access(tiff).then(
    () => true,
    () => false,
  );
  if (!hasTiff) await writeTiff16(picture, tiff);
  const rows: MemoryRow[] = [];
  const measure = async (work: string, from: string, to: string, goalMb: number) => {
    say(`memory: ${work}`);
    rows.push({ work, peakMb: await peakOf(bench, from, files.at(to)), goalMb });
    await rm(files.at(to));
  };
  await measure('24 MP JPEG → JPEG', files.jpeg, 'memory.jpg', 350);
  await measure('24 MP 16-bit TIFF → 16-bit TIFF', tiff, 'memory.tif', 700);
  if (quick) return rows;
  const large = files.at('100-mp.jpg');
  await writeFile(large, await cameraJpeg(cutOrRepeat(picture, 100)));
  await measure('100 MP JPEG → JPEG', large, 'memory.jpg', 1000);
  return rows;
}

async function peakOf({ files }: Bench, from: string, to: string): Promise<number> {
  const [hook, peak] = [files.at('peak.mjs'), files.at('peak')];
  await writeFile(hook, HOOK);
  const develop = ['dist/cli.js', 'develop', from, '--settings', files.settings, '--out', to];
  await runChild(process.execPath, ['--import', pathToFileURL(hook).href, ...develop], {
    timeoutMs: TIMEOUT_MS,
    cwd: ROOT,
    env: { BENCH_PEAK_FILE: peak },
  });
  return (Number(await readFile(peak, 'utf8')) * 1024) / 1e6;
}
