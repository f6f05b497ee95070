import { runChild } from '../child.ts';
import { ROOT } from '../product.ts';
import type { BenchService } from '../service.ts';
import { FULL_CHAIN, varied } from '../settings.ts';
import { type BenchFiles, type Contender, TIMEOUT_MS } from './contender.ts';

const EDIT = 'the full chain';

/** `retouchiq develop`, as a person types it. */
export function cold({ jpeg, settings, at }: BenchFiles): Contender {
  const out = at('ours.jpg');
  return {
    id: 'ours-cold',
    name: '**RetouchIQ**, command line',
    role: 'ours',
    start: 'cold',
    edit: EDIT,
    async run() {
      await runChild(
        process.execPath,
        ['dist/cli.js', 'develop', jpeg, '--settings', settings, '--out', out],
        {
          timeoutMs: TIMEOUT_MS,
          cwd: ROOT,
        },
      );
      return out;
    },
  };
}

/**
 * `POST /v1/photos/{id}/export` of a service that runs and has the photo open, to the last byte of the reply. Other
 * settings every time: a person does not export the same thing twice.
 */
export async function service({ jpegBytes }: BenchFiles, { client }: BenchService): Promise<Contender> {
  const { id } = await client.openPhoto(jpegBytes, 'bench.jpg');
  return {
    id: 'ours-service',
    name: '**RetouchIQ**, running service',
    role: 'ours',
    start: 'warm',
    edit: EDIT,
    // The first run is the one that is checked.
    run: async (round) => {
      const settings = round < 0 ? FULL_CHAIN : varied(FULL_CHAIN, round + 1);
      const wish = { kind: 'image', format: 'jpeg', quality: 90, settings } as const;
      return (await client.exportFile(id, wish, AbortSignal.timeout(TIMEOUT_MS))).content;
    },
  };
}
