import { differenceOf, type Sample, sampleFile, sampleRaster } from './check.ts';
import type { Contender, Missing } from './contenders/contender.ts';
import { darktable } from './contenders/darktable.ts';
import { floor } from './contenders/floor.ts';
import { imageMagick } from './contenders/imagemagick.ts';
import * as ours from './contenders/ours.ts';
import { rawTherapee } from './contenders/rawtherapee.ts';
import { coldSharp, warmSharp } from './contenders/sharp.ts';
import { vips } from './contenders/vips.ts';
import type { Bench } from './context.ts';
import { roundsOf } from './context.ts';
import { developExactly, type Exact } from './exact.ts';
import { interleave } from './interleave.ts';
import { timesOf } from './median.ts';
import { WIDTH } from './pictures.ts';
import type { ContenderResult, ExportResults } from './results.ts';

/** A warm process needs a few pictures until its code is compiled; a cold one only finds its files in memory. */
const WARM_UPS = { warm: 3, cold: 1 } as const;
/** Mean ΔE00: an edited picture is further from the original, a copy nearer. */
const EDITED = 1;

/** Times every way from the 24 MP JPEG to a JPEG, in turn, and looks at what each wrote. */
export async function benchExports(bench: Bench): Promise<ExportResults> {
  const { files, picture, service, say } = bench;
  const peers = await Promise.all([vips(files), imageMagick(files), darktable(files), rawTherapee(files)]);
  const contenders: readonly Contender[] = [
    floor(files),
    await ours.service(files, service),
    ours.cold(files),
    warmSharp(files),
    await coldSharp(files),
    ...peers.filter(isPresent).flat(),
  ];
  say('our 16-bit path, to compare with');
  const exact = await developExactly(bench);
  const original = sampleRaster(picture);
  const faults = new Map<string, string>();
  const looks = new Map<string, Look>();
  say(`${contenders.length} ways to export, in turn`);
  const times = await interleave(
    contenders.map(({ id, start, run }) => ({
      id,
      warmUps: WARM_UPS[start],
      run: async (round: number) => {
        const file = await run(round);
        if (round === -1) looks.set(id, await lookAt(id, file, original, exact));
      },
    })),
    roundsOf(bench),
    (id, error) => faults.set(id, (error as Error).message),
  );
  return {
    jpegMegabytes: files.jpegBytes.length / 1e6,
    jpegLoss: exact.jpegLoss,
    contenders: contenders.map((contender) => judge(contender, times, looks, faults)),
    missing: peers.filter((peer): peer is Missing => !isPresent(peer)),
  };
}

function isPresent(peer: readonly Contender[] | Missing): peer is readonly Contender[] {
  return 'length' in peer;
}

type Look = Pick<ContenderResult, 'change' | 'toExact' | 'toExactPixels'>;

/** @throws Error when the size is wrong */
async function lookAt(id: string, file: string | Uint8Array, original: Sample, exact: Exact): Promise<Look> {
  const seen = await sampleFile(file);
  if (id === 'floor') {
    if (seen.width !== WIDTH) throw new Error(`Its strip is ${seen.width} px wide`);
    return {};
  }
  const change = differenceOf(seen, original);
  if (!id.startsWith('ours')) return { change };
  return {
    change,
    toExact: differenceOf(seen, exact.asJpeg),
    toExactPixels: differenceOf(seen, exact.pixels),
  };
}

function judge(
  { id, name, role, start, edit }: Contender,
  times: ReadonlyMap<string, readonly number[]>,
  looks: ReadonlyMap<string, Look>,
  faults: ReadonlyMap<string, string>,
): ContenderResult {
  const look = looks.get(id) ?? {};
  const measured = times.get(id);
  const fault = faults.get(id) ?? faultOf(edit, look);
  return {
    id,
    name,
    role,
    start,
    edit,
    ...look,
    ...(measured === undefined ? {} : { times: timesOf(measured) }),
    ...(fault === undefined ? {} : { fault }),
  };
}

function faultOf(edit: string, { change }: Look): string | undefined {
  if (change === undefined) return undefined;
  if (edit !== '' && change < EDITED) return `the picture looks unedited (${change.toFixed(2)} ΔE00)`;
  if (edit === '' && change > EDITED) return `the copy differs (${change.toFixed(2)} ΔE00)`;
  return undefined;
}
