import { link, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { landscape, retouchiq, scratch } from './retouchiq.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let photo: string;

beforeAll(async () => {
  folder = await scratch();
  photo = folder.path('photo.jpg');
  await landscape().jpeg().toFile(photo);
});
afterAll(() => folder.remove());

const edit = (out: string, ...more: string[]) =>
  retouchiq('edit', photo, 'warmer', '--out', out, '--size', '32', ...more);
const names = async (out: string) => (await readdir(out)).sort();

describe('the output folder of retouchiq edit', () => {
  test('a smaller run replaces a larger one, and leaves what is not ours', async () => {
    const out = folder.path('twice');
    await edit(out);
    await writeFile(`${out}/notes.txt`, 'mine');
    await writeFile(`${out}/9.jpg`, 'mine too');
    expect((await edit(out, '--candidates', '1', '--format', 'png')).code).toBe(0);
    expect(await names(out)).toEqual(['1.png', '1.xmp', '9.jpg', 'notes.txt', 'result.json']);
    await retouchiq('edit', photo, 'leave it exactly as it is', '--out', out);
    expect(await names(out)).toEqual(['9.jpg', 'notes.txt', 'result.json']);
  });

  test("somebody else's picture of the same name is not replaced", async () => {
    const out = folder.path('theirs');
    await mkdir(out);
    await writeFile(`${out}/1.jpg`, 'their picture');
    const { code, stderr } = await edit(out);
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('not from an earlier run') });
    expect(await names(out)).toEqual(['1.jpg']);
    expect(await readFile(`${out}/1.jpg`, 'utf8')).toBe('their picture');
  });

  test('what a killed run left is swept, also when it was putting its files in place', async () => {
    const out = folder.path('killed');
    await mkdir(out);
    const gone = '4194304-0badcafe'; // no system counts its processes that far
    for (const name of ['1.jpg', `.2.jpg.${gone}.tmp`, `.result.json.${gone}.tmp`])
      await writeFile(`${out}/${name}`, 'part of a run');
    expect((await edit(out, '--candidates', '1')).code).toBe(0);
    expect(await names(out)).toEqual(['1.jpg', '1.xmp', 'result.json']);
  });

  test('a run that fails leaves the earlier one whole', async () => {
    const out = folder.path('failed');
    await edit(out, '--candidates', '1');
    const before = await readFile(`${out}/result.json`);
    await mkdir(`${out}/2.xmp`);
    const { code, stderr } = await edit(out);
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('there is a folder') });
    expect(await names(out)).toEqual(['1.jpg', '1.xmp', '2.xmp', 'result.json']);
    expect(await readFile(`${out}/result.json`)).toEqual(before);
  });

  test('the photo is known by any of its names', async () => {
    const out = folder.path('linked');
    await mkdir(out);
    await link(photo, `${out}/1.jpg`);
    expect((await edit(out)).stderr).toContain('the photo itself');
  });

  test('names with spaces, other scripts and # are taken as they are', async () => {
    const out = folder.path('mit ümlaut #1');
    const odd = folder.path('фото 写真 (1)#2.jpg');
    await writeFile(odd, await readFile(photo));
    const args = ['--size', '32', '--candidates', '1'];
    expect((await retouchiq('edit', odd, 'warmer', '--out', out, ...args)).code).toBe(0);
    for (const from of [`${out}/result.json`, `${out}/result.json#1`]) {
      const { code } = await retouchiq('edit', odd, 'warmer', '--out', out, '--from', from, ...args);
      expect(code).toBe(0);
    }
  });
});
