import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { samplesOf } from '#service/samples.ts';
import { startService } from '#service/serve.ts';
import { startBrowser } from '../browser.ts';
import { serviceParts } from '../service-parts.ts';

export const THEMES = ['darkest', 'dark', 'light', 'lightest'] as const;
export type Theme = (typeof THEMES)[number];

const ROOT = join(import.meta.dirname, '../../..');

export interface Shell {
  readonly browser: Browser;
  /** The panel in a window of this size and theme, with what it logged as errors or left unhandled. */
  open(choice: {
    readonly width: number;
    readonly height: number;
    readonly theme?: Theme;
  }): Promise<{ readonly tab: Page; readonly problems: readonly string[] }>;
  close(): Promise<void>;
}

/** Builds the shell and serves it, with `photo` (a JPEG) as what every document shows. */
export async function startShell(photo: Buffer): Promise<Shell> {
  const pageFolder = mkdtempSync(join(tmpdir(), 'retouchiq-shell-'));
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: { shell: 'test/support/panel-shell.mjs', styles: 'plugin/panel/styles.css' },
    outdir: pageFolder,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = outputFiles.find(({ path }) => path.endsWith('shell.js'))?.text ?? '';
  const styles = outputFiles.find(({ path }) => path.endsWith('styles.css'))?.text ?? '';
  writeFileSync(
    join(pageFolder, 'shell.js'),
    `globalThis.__zod_globalConfig = { jitless: true };\n${script}`,
  );
  for (const theme of THEMES) {
    writeFileSync(join(pageFolder, `${theme}.css`), inTheme(styles, theme));
    writeFileSync(join(pageFolder, `${theme}.html`), page(theme));
  }
  writeFileSync(join(pageFolder, 'index.html'), page('darkest'));
  const samples = samplesOf({ list: async () => ['photo.jpg'], read: async () => photo });
  const service = await startService({
    parts: serviceParts({ samples }),
    port: 0,
    token: 'shell',
    pageFolder,
  });
  const browser = await startBrowser();
  return {
    browser,
    async open({ width, height, theme = 'darkest' }) {
      const context = await browser.newContext({ viewport: { width, height } });
      const tab = await context.newPage();
      const problems: string[] = [];
      tab.on('pageerror', (error) => problems.push(error.message));
      tab.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await tab.goto(`${service.url}/${theme}.html?token=shell&sample=photo`);
      return { tab, problems };
    },
    async close() {
      await browser.close();
      await service.close();
    },
  };
}

/** A browser knows two colour schemes, Photoshop four: the wanted one is made to hold, the others never. */
function inTheme(styles: string, theme: Theme): string {
  return styles.replace(/\(prefers-color-scheme:\s*(\w+)\)/g, (_, name) =>
    name === theme ? '(min-width: 0px)' : '(max-width: 0px)',
  );
}

function page(theme: Theme): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Panel</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="${theme}.css"></head><body><div id="root"></div><script type="module" src="shell.js"></script></body></html>`;
}
