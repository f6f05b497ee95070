import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotWrite, makeFolder, stageFile, sweepStaged, writeFileAtomic } from '#node/files.ts';
import { sha256 } from '#node/sha256.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('writeFileAtomic() writes and replaces, and leaves nothing else behind', async () => {
  const path = join(folder, 'result.json');
  await writeFileAtomic(path, 'one');
  await writeFileAtomic(path, new TextEncoder().encode('two'));
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(folder)).toEqual(['result.json']);
});

test.each([
  ['a missing folder', 'none/a.jpg', /its folder does not exist/],
  ['a path through a file', 'file/a.jpg', /part of its path is a file/],
  ['a folder of that name', 'taken', /there is a folder of that name/],
  ['a name that is too long', `${'n'.repeat(252)}.jpg`, /its name is too long/],
])('writeFileAtomic() says what is wrong with %s, and harms nothing', async (_, name, message) => {
  await writeFile(join(folder, 'file'), 'mine');
  await mkdir(join(folder, 'taken'));
  await expect(writeFileAtomic(join(folder, name), 'x')).rejects.toMatchObject({
    code: 'cannot-write',
    message: expect.stringMatching(message),
  });
  expect((await readdir(folder)).sort()).toEqual(['file', 'taken']);
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('mine');
});

/** The superuser may write anywhere. */
const testAsUser = process.getuid?.() === 0 ? test.skip : test;
testAsUser('writeFileAtomic() says that a folder may not be written to', async () => {
  await chmod(folder, 0o500);
  await expect(writeFileAtomic(join(folder, 'a'), 'x')).rejects.toMatchObject({
    code: 'cannot-write',
    message: expect.stringContaining('may not be written to'),
  });
});

test.each([
  ['EACCES', /may not be written to; choose another one/],
  ['EROFS', /the disk is read-only/],
  ['ENOSPC', /the disk is full/],
  ['EDQUOT', /quota/],
])('cannotWrite() explains %s', (code, message) => {
  const error = cannotWrite('/out/1.jpg', Object.assign(new Error('x'), { code }));
  expect(error).toMatchObject({ code: 'cannot-write', message: expect.stringMatching(message) });
  expect(error.message).toContain("'/out/1.jpg'");
});

test('makeFolder() makes what is missing, and refuses a file in the way', async () => {
  await makeFolder(join(folder, 'a/b'));
  await makeFolder(join(folder, 'a/b'));
  expect(await readdir(join(folder, 'a'))).toEqual(['b']);
  await writeFile(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'cannot-write' });
});

// Where the parent is a folder that takes no others, Node's own recursion does not end.
(existsSync('/proc/self') ? test : test.skip)('makeFolder() gives up inside /proc', async () => {
  await expect(makeFolder('/proc/none/at/all')).rejects.toMatchObject({ code: 'cannot-write' });
});

test('writeFileAtomic() takes the longest name that the system takes', async () => {
  const name = `${'n'.repeat(251)}.jpg`;
  await writeFileAtomic(join(folder, name), 'x');
  expect(await readdir(folder)).toEqual([name]);
});

test('stageFile() shows nothing under the name until it is committed', async () => {
  const path = join(folder, 'a.jpg');
  await writeFile(path, 'old');
  const staged = await stageFile(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await sweepStaged(folder)).toEqual([]); // this process still runs
  await staged.commit();
  expect(await readFile(path, 'utf8')).toBe('new');
  const dropped = await stageFile(path, 'newer');
  await dropped.discard();
  expect(await readdir(folder)).toEqual(['a.jpg']);
  expect(await readFile(path, 'utf8')).toBe('new');
});

test('sweepStaged() removes what ended processes staged, and only that', async () => {
  for (const name of ['.a.jpg.4194304-0badcafe.tmp', '.hidden', '.b.tmp', 'c.4194304-0badcafe.tmp'])
    await writeFile(join(folder, name), '');
  expect(await sweepStaged(folder)).toEqual(['a.jpg']);
  expect((await readdir(folder)).sort()).toEqual(['.b.tmp', '.hidden', 'c.4194304-0badcafe.tmp']);
  expect(await sweepStaged(join(folder, 'none'))).toEqual([]);
});

test('sha256() is the published one of "abc"', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
