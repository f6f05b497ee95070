import { spawn } from 'node:child_process';
import { RetouchError } from '#wire/error.ts';
import type { KeyStore } from './key-store.ts';

/** A keychain may ask the person to unlock it. */
const PATIENCE_MS = 60_000;
const SERVICE = 'retouchiq';

type Env = Readonly<Record<string, string | undefined>>;

/** The system's keychain, when there is one and it works; there is none for Windows that a command can read. */
export async function findKeychain(
  platform: NodeJS.Platform = process.platform,
  env: Env = process.env,
): Promise<KeyStore | undefined> {
  if (platform === 'darwin') return await macKeychain(env);
  if (platform === 'linux') return await secretService(env);
  return undefined;
}

/** `security`, part of macOS. Commands go through its standard input, so that no key stands in the list of processes. */
async function macKeychain(env: Env): Promise<KeyStore | undefined> {
  const security = (args: readonly string[], input?: string) => run('security', args, env, input);
  if ((await security(['list-keychains'])).code !== 0) return undefined;
  const title = 'the keychain of macOS';
  return {
    title,
    async find(name) {
      const { code, stdout } = await security(['find-generic-password', '-s', SERVICE, '-a', name, '-w']);
      return code === 0 ? stdout.trim() : undefined;
    },
    async store(name, key) {
      const command = `add-generic-password -U -s ${SERVICE} -a ${name} -l "RetouchIQ ${name}" -w "${key.replace(/["\\]/g, '\\$&')}"\n`;
      const { stderr } = await security(['-i'], command);
      // Interactive, it ends with 0 whatever happens.
      if (stderr.trim() !== '') throw refused(title);
    },
    async remove(name) {
      await security(['delete-generic-password', '-s', SERVICE, '-a', name]);
    },
  };
}

/** `secret-tool` of libsecret: GNOME's and KDE's keyrings. */
async function secretService(env: Env): Promise<KeyStore | undefined> {
  const attributes = (name: string) => ['service', SERVICE, 'profile', name];
  const secretTool = (args: readonly string[], input?: string) => run('secret-tool', args, env, input);
  const trial = await secretTool(['lookup', ...attributes('?')]);
  // Where nothing is found it ends with 1 and says nothing; without a keyring it tells why.
  if (trial.code === null || trial.stderr.trim() !== '') return undefined;
  const title = 'the keyring';
  return {
    title,
    async find(name) {
      const { code, stdout } = await secretTool(['lookup', ...attributes(name)]);
      return code === 0 && stdout !== '' ? stdout.replace(/\n$/, '') : undefined;
    },
    async store(name, key) {
      const { code } = await secretTool(['store', `--label=RetouchIQ ${name}`, ...attributes(name)], key);
      if (code !== 0) throw refused(title);
    },
    async remove(name) {
      await secretTool(['clear', ...attributes(name)]);
    },
  };
}

function refused(title: string): RetouchError {
  return new RetouchError(
    'cannot-write',
    `The key could not be put into ${title}: unlock it, or choose --key-in file or --key-env`,
  );
}

interface Ran {
  /** null when the command does not exist or did not end. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], env: Env, input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: env as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'pipe'] });
    // Node's own time limit keeps the program alive when the command does not exist.
    const limit = setTimeout(() => child.kill(), PATIENCE_MS);
    const end = (ran: Ran) => {
      clearTimeout(limit);
      resolve(ran);
    };
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', () => end({ code: null, stdout: '', stderr: '' }));
    child.on('close', (code) => end({ code, stdout, stderr }));
    // It may end without having read.
    child.stdin.on('error', () => {}).end(input);
  });
}
