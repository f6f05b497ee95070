import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user does. */
export function retouchiq(...args: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/cli.js', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A folder for one test, removed by `remove()`. */
export async function scratch(): Promise<{ path: (name: string) => string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
  return { path: (name) => join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A small landscape: sky gradient over a green slope with some texture. */
export function landscape(width = 240, height = 160): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sky = y < height * 0.45;
      const ripple = 14 * Math.sin(x * 0.9) * Math.cos(y * 1.3);
      const pixel = sky
        ? [120 + y * 0.6, 160 + y * 0.5, 215]
        : [70 + ripple + y * 0.2, 100 + ripple, 50 + ripple * 0.6];
      for (let c = 0; c < 3; c++) data[(y * width + x) * 3 + c] = Math.round(pixel[c]!);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}
