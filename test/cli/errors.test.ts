import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { landscape, retouchiq, scratch } from './retouchiq.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let photo: string;
beforeAll(async () => {
  folder = await scratch();
  photo = folder.path('photo.jpg');
  await landscape().jpeg().toFile(photo);
});
afterAll(() => folder.remove());

describe('what went wrong', () => {
  test.each([
    ['an unknown command', ['frob'], 'frob'],
    ['an option that is missing', ['edit', 'a.jpg', 'warmer'], '--out'],
    ['a value out of range', ['edit', 'a.jpg', 'warmer', '--out', 'x', '--candidates', '0'], '1 to 16'],
    ['an empty folder name', ['edit', 'a.jpg', 'warmer', '--out', ''], 'name of a folder'],
  ])('%s is told in one line, and as JSON with --json', async (_, args, says) => {
    const plain = await retouchiq(...args);
    expect({ code: plain.code, stdout: plain.stdout }).toEqual({ code: 2, stdout: '' });
    expect(plain.stderr.trim().split('\n')).toEqual([expect.stringContaining(says)]);
    const { stderr } = await retouchiq(...args, '--json');
    expect(JSON.parse(stderr)).toEqual({
      error: { code: 'bad-request', message: expect.stringContaining(says) },
    });
  });

  test.each([
    ['a folder as settings', 'FOLDER', 'it is a folder'],
    ['a picture as settings', 'photo.jpg', 'photo.jpg'],
    ['JSON without settings', '{"settings": []}', 'holds no settings'],
  ])('%s is named', async (_, content, says) => {
    const file = folder.path(content.startsWith('{') ? 'settings.json' : content.replace('FOLDER', '.'));
    if (content.startsWith('{')) await writeFile(file, content);
    const out = folder.path('none.jpg');
    const { code, stderr } = await retouchiq('develop', photo, '--settings', file, '--out', out);
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(says) });
  });

  test.each(['--policy', '--reward'])('a %s service that breaks off is told as that', async (role) => {
    const server = createServer((request, reply) => {
      request.resume().on('end', () => {
        reply.writeHead(200, { 'Content-Length': 1000 }).write('{');
        setTimeout(() => reply.destroy(), 20);
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, stderr } = await retouchiq('edit', photo, 'warmer', '--out', folder.path('o'), role, url);
    server.close();
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining('broke off') });
  });

  test('words that are not understood get advice', async () => {
    const { code, stdout } = await retouchiq('edit', photo, 'qwxz vlpq', '--out', folder.path('lost'));
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('plain English') });
    const clear = await retouchiq('edit', photo, 'leave it as it is', '--out', folder.path('kept'));
    expect(clear.stdout).not.toContain('plain English');
  });

  test('a reader that has enough is no failure', async () => {
    const child = spawn(process.execPath, ['dist/cli.js', 'doctor'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
