import { TIMEOUT_MS } from './contenders/contender.ts';
import type { Bench } from './context.ts';
import { roundsOf } from './context.ts';
import { interleave } from './interleave.ts';
import { timesOf } from './median.ts';
import { cameraJpeg, cutOrRepeat } from './pictures.ts';
import type { CostPoint } from './results.ts';
import { FULL_CHAIN, varied } from './settings.ts';

const SIZES = [1, 2, 6, 12, 24, 50, 100];
const LARGEST_QUICK = 24;

/** What an export costs by size: the running service, file to file, the full chain. */
export async function benchMegapixels(bench: Bench): Promise<readonly CostPoint[]> {
  const { picture, service, quick, say } = bench;
  const sizes = SIZES.filter((size) => !quick || size <= LARGEST_QUICK);
  const photos = new Map<number, string>();
  for (const size of sizes) {
    say(`a picture of ${size} MP`);
    const file = await cameraJpeg(cutOrRepeat(picture, size));
    photos.set(size, (await service.client.openPhoto(file, `${size}-mp.jpg`)).id);
  }
  say(`exports of ${sizes.join(', ')} MP, in turn`);
  const times = await interleave(
    sizes.map((size) => ({
      id: String(size),
      warmUps: 1,
      run: (round: number) =>
        service.client.exportFile(
          photos.get(size)!,
          { kind: 'image', format: 'jpeg', quality: 90, settings: varied(FULL_CHAIN, round + 1) },
          AbortSignal.timeout(TIMEOUT_MS),
        ),
    })),
    roundsOf(bench),
    (_, error) => {
      throw error;
    },
  );
  return sizes.map((amount) => ({ amount, times: timesOf(times.get(String(amount))!) }));
}
