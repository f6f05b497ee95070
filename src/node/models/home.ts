import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { RetouchError } from '#wire/error.ts';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

export function surroundings(): Surroundings {
  return { env: process.env, platform: process.platform, home: homedir() };
}

/**
 * The folder of the configuration: `RETOUCHIQ_HOME`, else where the system keeps such (XDG Base Directory Specification,
 * `Library/Application Support`, `%APPDATA%`).
 *
 * @throws {RetouchError} `bad-request` when `RETOUCHIQ_HOME` is not a whole path
 */
export function configurationFolder({ env, platform, home }: Surroundings = surroundings()): string {
  const { join, isAbsolute } = platform === 'win32' ? win32 : posix;
  const own = env['RETOUCHIQ_HOME'];
  if (own !== undefined && own !== '') {
    if (isAbsolute(own)) return own;
    throw new RetouchError(
      'bad-request',
      `RETOUCHIQ_HOME is "${own}": it must be a whole path, such as ${join(home, 'retouchiq')}`,
    );
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'RetouchIQ');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'RetouchIQ');
  const xdg = env['XDG_CONFIG_HOME'];
  // The specification has relative paths ignored.
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(home, '.config'), 'retouchiq');
}
