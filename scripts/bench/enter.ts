import type { Bench } from './context.ts';
import { roundsOf } from './context.ts';
import { interleave } from './interleave.ts';
import { median, timesOf } from './median.ts';
import type { EnterResults, EnterRow } from './results.ts';

/** One of each kind: a style with a lock, an amount, a place, a look of two colours, no wish at all. */
const INSTRUCTIONS = [
  'make it feel like fall, keep the skin natural',
  'a bit brighter',
  'darken the sky',
  'cinematic teal and orange',
  'make this photo look its best',
];
const CANDIDATES = 6;
const WARM_UPS = 3;
const TIMEOUT_MS = 60_000;

/** From Enter to the ranked candidates, as a client of the running service sees it, on an open 24 MP photo. */
export async function benchEnter(bench: Bench): Promise<EnterResults> {
  const { files, service, say } = bench;
  const { client } = service;
  say('opening the photo');
  const opening: number[] = [];
  let photo = '';
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    photo = (await client.openPhoto(files.jpegBytes, 'bench.jpg')).id;
    opening.push(performance.now() - started);
  }
  say(`${INSTRUCTIONS.length} instructions, ${CANDIDATES} candidates each`);
  const stages = new Map<string, EnterRow['stages'][]>(INSTRUCTIONS.map((each) => [each, []]));
  const counts = new Map<string, number>();
  const times = await interleave(
    INSTRUCTIONS.map((instruction) => ({
      id: instruction,
      warmUps: WARM_UPS,
      async run(round: number) {
        const seed = round + 1 + WARM_UPS; // other candidates every time
        const wish = { photo, instruction, candidates: CANDIDATES, seed };
        const result = await client.retouch(wish, { signal: AbortSignal.timeout(TIMEOUT_MS) });
        counts.set(instruction, result.candidates.length);
        if (round < 0) return;
        const { proposeMs, renderMs, scoreMs } = result.timings;
        stages.get(instruction)!.push({ propose: proposeMs, render: renderMs, score: scoreMs });
      },
    })),
    roundsOf(bench),
    (_, error) => {
      throw error;
    },
  );
  const rows = INSTRUCTIONS.map((instruction) => ({
    instruction,
    candidates: counts.get(instruction)!,
    times: timesOf(times.get(instruction)!),
    stages: medianStages(stages.get(instruction)!),
  }));
  return { open: timesOf(opening), rows, median: median(rows.map((row) => row.times.median)) };
}

function medianStages(runs: readonly EnterRow['stages'][]): EnterRow['stages'] {
  const of = (stage: keyof EnterRow['stages']) => median(runs.map((run) => run[stage]));
  return { propose: of('propose'), render: of('render'), score: of('score') };
}
