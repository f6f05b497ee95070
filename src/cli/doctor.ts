import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto } from '#node/encode.ts';
import { nodeRenderer } from '#node/engine.ts';
import { version } from '#node/version.ts';

interface Finding {
  readonly name: string;
  readonly works: boolean;
  /** Without it the main job still works. */
  readonly optional: boolean;
  readonly found: string;
  /** How to get it; empty when it works. */
  readonly remedy: string;
}

/** `retouchiq doctor`: what works on this machine, what is missing, how to get it. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check what works on this machine')
    .option('--json', 'print the findings as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = [
        nodeVersion(),
        await imageLibrary(),
        await mainPath(),
        built('page', 'page/index.html'),
        built('render worker', 'render-worker.js'),
        built('fast engine', 'kernels.wasm'),
        built('sample scenes', 'samples/drawn-by'),
        ...OPTIONAL.map(checkProgram),
      ];
      process.stdout.write(json ? `${JSON.stringify({ version, findings }, null, 2)}\n` : table(findings));
      if (findings.some(({ works, optional }) => !works && !optional)) process.exitCode = 4;
    });
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const works = major > 20 || (major === 20 && minor >= 20);
  return {
    name: 'Node',
    works,
    optional: false,
    found: process.version,
    remedy: works ? '' : 'install Node 20.20 or newer',
  };
}

async function imageLibrary(): Promise<Finding> {
  const { versions } = sharp;
  return {
    name: 'image files',
    works: true,
    optional: false,
    found: `sharp ${versions.sharp}, libvips ${versions.vips}`,
    remedy: '',
  };
}

/** A real picture through decoding, rendering and encoding. */
async function mainPath(): Promise<Finding> {
  const size = { width: 24, height: 16 };
  const grey = { ...size, data: new Uint8Array(size.width * size.height * 3).fill(100), space: SRGB };
  try {
    const { raster } = await decodePhoto(await encodePhoto(grey, { format: 'jpeg' }), 'check.jpg');
    const brighter = nodeRenderer.render(nodeRenderer.open(raster), { Exposure2012: 1 });
    const works = brighter.data[0]! > raster.data[0]!;
    return {
      name: 'develop engine',
      works,
      optional: false,
      found: nodeRenderer.id,
      remedy: works ? '' : 'run npm ci again',
    };
  } catch (error) {
    return {
      name: 'develop engine',
      works: false,
      optional: false,
      found: String(error),
      remedy: 'run npm ci again',
    };
  }
}

function built(name: string, path: string): Finding {
  const works = existsSync(fileURLToPath(new URL(path, import.meta.url)));
  return {
    name,
    works,
    optional: name !== 'page',
    found: works ? 'built' : 'not built',
    remedy: works ? '' : 'npm run build',
  };
}

const OPTIONAL = [
  { name: 'exiftool', argument: '-ver', use: 'tests compare XMP files with it' },
  { name: 'exiv2', argument: '--version', use: 'tests compare XMP files with it' },
  { name: 'chromium', argument: '--version', use: 'tests drive the page in it' },
];

function checkProgram({ name, argument, use }: (typeof OPTIONAL)[number]): Finding {
  const { status, stdout } = spawnSync(name, [argument], { encoding: 'utf8', timeout: 10_000 });
  const works = status === 0;
  return {
    name,
    works,
    optional: true,
    found: works ? stdout.split('\n')[0]!.trim() : 'absent',
    remedy: works ? '' : `only for developers: ${use} (on Debian: scripts/system)`,
  };
}

function table(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const rows = findings.map(({ name, works, optional, found, remedy }) => {
    const mark = works ? 'ok     ' : optional ? 'absent ' : 'MISSING';
    return `${mark}  ${name.padEnd(width)}  ${found}${remedy ? ` · ${remedy}` : ''}`;
  });
  return `RetouchIQ ${version}\n${rows.join('\n')}\n`;
}
