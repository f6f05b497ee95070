import { type Client, createClient } from '#client/client.ts';
import { endChild, startChild } from './child.ts';
import { ROOT } from './product.ts';

const START_TIMEOUT_MS = 30_000;
const TOKEN = 'bench-token-that-nobody-else-needs';

export interface BenchService {
  readonly client: Client;
  close(): Promise<void>;
}

/**
 * The real service as a process of its own, on any free port.
 *
 * @throws Error when it does not say within 30 s where it listens
 */
export async function startBenchService(): Promise<BenchService> {
  const child = startChild(process.execPath, ['dist/cli.js', 'serve', '--port', '0'], {
    cwd: ROOT,
    env: { ...process.env, RETOUCHIQ_TOKEN: TOKEN },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const baseUrl = await new Promise<string>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => fail('it did not say where it listens'), START_TIMEOUT_MS);
    const fail = (why: string) => {
      clearTimeout(timer);
      endChild(child, 'SIGKILL');
      reject(new Error(`The service did not start: ${why} ${said.slice(-300)}`));
    };
    const listen = (chunk: unknown) => {
      said += String(chunk);
      const url = /https?:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout!.on('data', listen);
    child.stderr!.on('data', listen);
    child.once('error', (error) => fail(error.message));
    child.once('close', () => fail('it ended.'));
  });
  return {
    client: createClient({ baseUrl, token: TOKEN }),
    async close() {
      endChild(child, 'SIGTERM');
      await ended;
    },
  };
}
