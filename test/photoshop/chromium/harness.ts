import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { startBrowser } from '../../support/browser.ts';
import type { Control } from '../../support/photoshop/control.ts';
import type { Rules } from '../../support/photoshop/rules.ts';
import { stripPage } from './strip-page.ts';
import { type Theme, themeStyle } from './themes.ts';
import { asUxpSeesIt } from './uxp-css.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Milliseconds that anything may take on a busy machine. */
const PATIENCE = 12_000;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  png: 'image/png',
};

export interface PanelOptions {
  readonly rules?: Partial<Rules>;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Run in the page with the double before the plug-in's script: documents, secrets, fate. */
  readonly before?: (double: Control, given: string) => void;
  /** What `before` needs from here. */
  readonly given?: string;
}

/** The plug-in in its panel, in a page that has no more than UXP has. */
export interface Panel {
  readonly page: Page;
  /** Runs in the page with the double; what it needs from here comes as a second argument, what it returns goes back. */
  host<T, A = undefined>(work: (double: Control, given: A) => T | Promise<T>, given?: A): Promise<T>;
  /** Asks the page until the answer is true. */
  until<A = undefined>(work: (double: Control, given: A) => boolean, given?: A): Promise<void>;
  /** Errors, unhandled rejections, what was left behind and pictures that would not be drawn, so far. */
  problems(): Promise<readonly string[]>;
  locator(selector: string): Locator;
  close(): Promise<void>;
}

export interface Plugin {
  open(options?: PanelOptions): Promise<Panel>;
  close(): Promise<void>;
}

function serveFolder(): Promise<Server> {
  const server = createServer((request, response) => {
    const [, theme, ...rest] = new URL(request.url ?? '/', 'http://x').pathname.split('/');
    const path = rest.join('/') || 'index.html';
    const type = TYPES[path.split('.').at(-1) ?? ''];
    try {
      const bytes = readFileSync(join(ROOT, 'dist/plugin', path));
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        // No code from strings [VAL: allowCodeGenerationFromStrings].
        'content-security-policy': "script-src 'self'",
      });
      if (type === 'text/css') response.end(asUxpSeesIt(bytes.toString(), theme as Theme));
      else if (type === 'text/javascript') response.end(`double.uxp.startedAt=performance.now();${bytes}`);
      else response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

async function bundleDouble(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page-double.ts')],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

/** Main's functions are called as the host does: `create` and `show` with the panel's own element. */
function showPanel(): void {
  const { panels, plugin } = (globalThis as unknown as { double: Control }).double.uxp.entryPoints ?? {};
  plugin?.create?.();
  const root = document.createElement('uxp-panel');
  document.body.append(root);
  for (const panel of Object.values(panels ?? {})) {
    panel.create?.(root);
    panel.show?.(root);
  }
}

/** Runs in the page without anything of the page's own but the language: by the debugger, in its main world. */
async function evaluate<T>(session: CDPSession, expression: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

async function openPanel(
  browser: Browser,
  address: string,
  double: string,
  options: PanelOptions,
): Promise<Panel> {
  const { width = 420, height = 900, theme = 'darkest' } = options;
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`unhandled: ${error.message}`));
  page.on('console', (message) => {
    // Chromium tells of every failed connection by itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text());
  });
  const { domains } = JSON.parse(readFileSync(join(ROOT, 'dist/plugin/manifest.json'), 'utf8'))
    .requiredPermissions.network as { domains: unknown };
  const given = { hostRules: options.rules ?? {}, domains };
  await context.addInitScript({
    content: [
      // Some compilers leave a call of this in the text of functions.
      `Object.assign(globalThis, { __name: (value) => value }, ${JSON.stringify(given)});`,
      double,
      `(${stripPage})();`,
      options.before ? `(${options.before})(double, ${JSON.stringify(options.given ?? '')});` : '',
      // Documents come without the host's style.
      `addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style');
        style.textContent = ${JSON.stringify(themeStyle(theme))};
        document.head.prepend(style);
      });`,
    ].join('\n'),
  });
  await page.goto(`${address}${theme}/`);
  const session = await context.newCDPSession(page);
  const host: Panel['host'] = (work, value) =>
    evaluate(session, `(${work})(double, ${value === undefined ? 'undefined' : JSON.stringify(value)})`);
  await evaluate(session, `(${showPanel})()`);
  return {
    page,
    host,
    async until(work, value) {
      await evaluate(
        session,
        `new Promise((done, fail) => {
          const end = performance.now() + ${PATIENCE};
          const look = () => {
            if ((${work})(double, ${JSON.stringify(value) ?? 'undefined'})) done();
            else if (performance.now() < end) setTimeout(look, 15);
            else fail(new Error('Waited in vain in: ' + document.body.textContent));
          };
          look();
        })`,
      );
    },
    async problems() {
      const left = await host((control) => [
        ...control.leftovers(),
        ...(globalThis as unknown as { oddPictures: readonly string[] }).oddPictures.map(
          (source) => `picture from ${source}`,
        ),
      ]);
      return [...problems, ...left];
    },
    locator: (selector) => page.locator(selector),
    close: () => context.close(),
  };
}

/** Starts Chromium with the built plug-in. */
export async function startPlugin(): Promise<Plugin> {
  const [server, double, browser] = await Promise.all([
    serveFolder(),
    bundleDouble(),
    // The host does not ask for CORS [BELIEF §2.4].
    startBrowser('--disable-web-security'),
  ]);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    open: (options = {}) => openPanel(browser, address, double, options),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
