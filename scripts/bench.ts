/**
 * How fast it is: `npm run bench`. Makes a 24 MP photo, exports it with the full chain beside the floor and other
 * programs, asks for candidates as a person does, and looks at how cost and memory grow. Takes some minutes on a quiet
 * machine; writes docs/performance.md and docs/performance.svg.
 *
 *   npm run bench -- --quick                  three rounds, nothing above 24 MP; only prints
 *   npm run bench -- --only exports,memory    some parts of: exports, enter, candidates, megapixels, memory; only prints
 *   npm run bench -- --json <file>            the results as JSON too
 *
 * Exit code 1 when something of ours failed or a picture is wrong; a goal that is missed is in the report only.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCandidates } from './bench/candidates.ts';
import { endChildren } from './bench/child.ts';
import { type Bench, roundsOf } from './bench/context.ts';
import { benchEnter } from './bench/enter.ts';
import { benchExports } from './bench/exports.ts';
import { machine } from './bench/machine.ts';
import { benchMegapixels } from './bench/megapixels.ts';
import { benchMemory } from './bench/memory.ts';
import { plot } from './bench/plot.ts';
import { prepare } from './bench/prepare.ts';
import { report } from './bench/report.ts';
import type { BenchResults } from './bench/results.ts';

/** In the order that they run: what must be quick before what fills the memory. */
const PARTS = {
  enter: async (bench: Bench) => ({ enter: await benchEnter(bench) }),
  candidates: async (bench: Bench) => ({ candidates: await benchCandidates(bench) }),
  exports: async (bench: Bench) => ({ exports: await benchExports(bench) }),
  megapixels: async (bench: Bench) => ({ megapixels: await benchMegapixels(bench) }),
  memory: async (bench: Bench) => ({ memory: await benchMemory(bench) }),
} as const;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(PARTS).join() },
    json: { type: 'string' },
  },
});
const chosen = options.only.split(',');
const unknown = chosen.filter((part) => !(part in PARTS));
if (unknown.length > 0)
  throw new RangeError(`Cannot bench '${unknown}': the parts are ${Object.keys(PARTS)}`);

const folder = await mkdtemp(join(tmpdir(), 'retouchiq-bench-'));
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => {
    endChildren();
    void rm(folder, { recursive: true, force: true }).then(() => process.exit(code));
  });
const say = (what: string) => process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${what}\n`);
try {
  let results: BenchResults = { machine: machine(), rounds: roundsOf(options) };
  const bench = await prepare(folder, { quick: options.quick, say });
  try {
    for (const [part, run] of Object.entries(PARTS))
      if (chosen.includes(part)) results = { ...results, ...(await run(bench)) };
  } finally {
    await bench.service.close();
  }
  const text = report(results);
  console.log(text);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
  if (!options.quick && chosen.length === Object.keys(PARTS).length) {
    await writeFile('docs/performance.md', text);
    await writeFile('docs/performance.svg', plot(results));
  }
  const faults = (results.exports?.contenders ?? []).filter(({ role, fault }) => role === 'ours' && fault);
  for (const { name, fault } of faults) console.error(`${name}: ${fault}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  endChildren();
  await rm(folder, { recursive: true, force: true });
}
