import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { ServiceParts } from '#service/parts.ts';
import { samplesOf } from '#service/samples.ts';
import { type RunningService, startService } from '#service/serve.ts';
import { startBrowser } from '../support/browser.ts';
import { serviceParts } from '../support/service-parts.ts';

/** The built page on the real service, in a real browser. */
export interface Pages {
  readonly service: RunningService;
  readonly browser: Browser;
  /** The photo behind the sample "Little hill", a JPEG. */
  readonly sample: Buffer;
  /** A fresh page on the service, with what it logged as errors or left unhandled. */
  open(size?: { width: number; height: number }): Promise<{ tab: Page; problems: readonly string[] }>;
  close(): Promise<void>;
}

export async function startPages(changes: Partial<ServiceParts> = {}): Promise<Pages> {
  const sample = await littleHill();
  const samples = samplesOf({ list: async () => ['little-hill.jpg'], read: async () => sample });
  const service = await startService({
    parts: serviceParts({ samples, ...changes }),
    port: 0,
    token: 'page-test',
    pageFolder: join(import.meta.dirname, '../../dist/page'),
  });
  const browser = await startBrowser();
  return {
    service,
    browser,
    sample,
    async open(size = { width: 1280, height: 800 }) {
      const context = await browser.newContext({ viewport: size, acceptDownloads: true });
      const tab = await context.newPage();
      const problems: string[] = [];
      tab.on('pageerror', (error) => problems.push(error.message));
      tab.on('console', (message) => {
        // A sample without a small picture is allowed: it shows as its title.
        const expected = message.location().url.includes('/samples/');
        if (message.type() === 'error' && !expected) problems.push(message.text());
      });
      await tab.goto(service.pageUrl);
      return { tab, problems };
    },
    async close() {
      await browser.close();
      await service.close();
    },
  };
}

export async function openSample(tab: Page): Promise<void> {
  await tab.getByRole('button', { name: 'Little hill' }).click();
  await tab.getByLabel('What should change').waitFor();
}

/** Types an instruction, presses Enter and waits for the answer. */
export async function run(tab: Page, instruction: string): Promise<void> {
  await tab.locator('textarea').fill(instruction);
  await tab.keyboard.press('Enter');
  await answered(tab, instruction);
}

/** Waits until the strip holds the answer to this instruction. */
export async function answered(tab: Page, instruction: string): Promise<void> {
  await tab.waitForFunction(
    (asked) =>
      document.querySelector('.chips-asked')?.textContent?.includes(asked) &&
      document.querySelector('.tile-skeleton') === null &&
      document.querySelector('.button-run') !== null,
    instruction,
  );
}

/** A little landscape: sky, hill and meadow with some structure, so that every instruction has something to do. */
export async function littleHill(): Promise<Buffer> {
  const [width, height] = [480, 320];
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wave = 12 * Math.sin(x / 9) * Math.cos(y / 7);
      const hill = 150 + 30 * Math.sin(x / 70);
      const color =
        y < hill ? [110 + y / 3, 150 + y / 4, 205] : [70 + wave, 110 + wave + (y - hill) / 4, 45 + wave / 2];
      data.set(
        color.map((value) => Math.min(255, Math.max(0, value))),
        (y * width + x) * 3,
      );
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
