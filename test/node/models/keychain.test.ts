import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findKeychain } from '#node/models/keychain.ts';

/** Programs of these names stand in for the system's; how they are called is what counts here. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function program(name: string, script: string): Promise<NodeJS.ProcessEnv> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho "$@" >> '${folder}/calls'\n${script}`);
  await chmod(path, 0o755);
  return { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
}
const calls = () => readFile(join(folder, 'calls'), 'utf8');
const secret = 'sk-very"secret\\0001';

/** As secret-tool(1): reads the secret from its input, ends with 1 in silence when it finds none. */
const SECRET_TOOL = `
case "$1" in
  store) cat > '$F/stored' ;;
  lookup) if [ "$5" != '?' ] && [ -f '$F/stored' ]; then cat '$F/stored'; else exit 1; fi ;;
  clear) rm -f '$F/stored' ;;
esac`;

test('findKeychain() on Linux keeps a key with secret-tool, and in no list of processes', async () => {
  const env = await program('secret-tool', SECRET_TOOL.replaceAll('$F', folder));
  const keychain = await findKeychain('linux', env);
  await keychain!.store('gpt', secret);
  expect(await keychain!.find('gpt')).toBe(secret);
  await keychain!.remove('gpt');
  expect(await keychain!.find('gpt')).toBeUndefined();
  expect(await calls()).toContain('store --label=RetouchIQ gpt service retouchiq profile gpt\n');
  expect(await calls()).not.toContain('secret\\');
});

test('findKeychain() on Linux finds none where no keyring answers', async () => {
  const env = await program('secret-tool', 'echo "Cannot autolaunch D-Bus" >&2; exit 1');
  expect(await findKeychain('linux', env)).toBeUndefined();
});

test('findKeychain() on Linux finds none without the command', async () => {
  expect(await findKeychain('linux', { PATH: folder })).toBeUndefined();
});

/** As security(1): with -i it reads commands from its input, -w prints the secret. */
const SECURITY = `
case "$1" in
  list-keychains) exit 0 ;;
  -i) cat > '$F/stored' ;;
  find-generic-password) if [ -f '$F/stored' ]; then echo found-key; else exit 44; fi ;;
  delete-generic-password) rm -f '$F/stored' ;;
esac`;

test('findKeychain() on macOS keeps a key with security, and in no list of processes', async () => {
  const env = await program('security', SECURITY.replaceAll('$F', folder));
  const keychain = await findKeychain('darwin', env);
  await keychain!.store('gpt', secret);
  expect(await readFile(join(folder, 'stored'), 'utf8')).toBe(
    'add-generic-password -U -s retouchiq -a gpt -l "RetouchIQ gpt" -w "sk-very\\"secret\\\\0001"\n',
  );
  expect(await keychain!.find('gpt')).toBe('found-key');
  await keychain!.remove('gpt');
  expect(await keychain!.find('gpt')).toBeUndefined();
  expect(await calls()).not.toContain('sk-very');
});

test('findKeychain() tells when a key could not be stored, without the key', async () => {
  const env = await program('secret-tool', 'if [ "$1" = store ]; then exit 1; fi; exit 1');
  const keychain = await findKeychain('linux', env);
  const failed = await keychain!.store('gpt', secret).catch((error) => error);
  expect(failed).toMatchObject({
    code: 'cannot-write',
    message: expect.stringMatching(/--key-in file or --key-env/),
  });
  expect(failed.message).not.toContain('sk-very');
});

test('findKeychain() finds none on Windows', async () => {
  expect(await findKeychain('win32')).toBeUndefined();
});
