import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { resultSchema } from '#wire/result.ts';
import { describeWithProgram } from '../support/programs.ts';
import { answered, openSample, type Pages, run, startPages } from './page-support.ts';

describeWithProgram('chromium', 'the page', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages?.close());

  test('keeps the token out of the address and works on after a reload', async () => {
    const { tab, problems } = await pages.open();
    await openSample(tab);
    expect(tab.url()).not.toContain('page-test');
    await tab.reload();
    await tab.getByLabel('What should change').waitFor();
    expect(await tab.locator('.photo-name').textContent()).toBe('little-hill.jpg');
    expect(problems).toEqual([]);
  });

  test('goes from a sentence to a chosen alternative by keys alone', async () => {
    const { tab, problems } = await pages.open();
    await openSample(tab);
    expect(await tab.locator('.chip-example').count()).toBe(3);
    await run(tab, 'warmer and moody');
    const options = tab.getByRole('option');
    expect(await options.count()).toBeGreaterThan(1);
    expect(await tab.getByRole('option', { selected: true }).count()).toBe(1);
    await tab.keyboard.press('1');
    await tab.keyboard.press('ArrowDown');
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true');
    await tab.keyboard.press('1');
    expect(await options.nth(0).getAttribute('aria-selected')).toBe('true');
    expect(await tab.getByRole('status').textContent()).toMatch(/^Alternative 1 of \d: /);
    await tab.keyboard.press('y');
    await tab.getByRole('separator', { name: 'Before and after' }).waitFor();
    await tab.keyboard.press('y');
    await tab.keyboard.press('\\');
    expect(await tab.locator('.stage-caption').textContent()).toContain('Before');
    expect(problems).toEqual([]);
  });

  test('shows another picture for another alternative and for half the amount', async () => {
    const { tab } = await pages.open();
    await openSample(tab);
    await run(tab, 'much brighter');
    const shown = () => tab.locator('.stage .picture:not(.picture-hidden)').first().getAttribute('src');
    const settled = async () => {
      await tab.waitForFunction(
        () => !document.querySelector('.stage-caption')?.textContent?.includes('Rendering'),
      );
      return shown();
    };
    const full = await settled();
    await tab.getByLabel('Amount, percent').fill('50');
    await tab.keyboard.press('Enter');
    await tab.waitForFunction(
      (before) =>
        document.querySelector('.stage .picture:not(.picture-hidden)')?.getAttribute('src') !== before,
      full,
    );
    await tab.locator('.photo-facts').click();
    await tab.keyboard.press('Control+z');
    await tab.waitForFunction(() =>
      (document.querySelector('[aria-label="Amount, percent"]') as HTMLInputElement).value.startsWith('100'),
    );
    expect(await settled()).toBe(full);
  });

  test('re-runs at once when a chip is taken away', async () => {
    const { tab } = await pages.open();
    await openSample(tab);
    await run(tab, 'warmer, more contrast');
    await tab.getByRole('button', { name: /^Without .*contrast/ }).click();
    await tab.waitForFunction(
      () =>
        ![...document.querySelectorAll('.chip-text')].some((chip) => chip.textContent?.includes('contrast')),
    );
    await tab.getByRole('button', { name: 'Run', exact: true }).waitFor();
    expect(await tab.locator('.chip-text').allTextContents()).toEqual([expect.stringContaining('warmer')]);
  });

  test('adds a wish to what was asked', async () => {
    const { tab } = await pages.open();
    await openSample(tab);
    await run(tab, 'warmer');
    await tab.getByRole('button', { name: 'add a wish' }).click();
    await tab.getByLabel('A further wish').fill('more contrast');
    await tab.keyboard.press('Enter');
    await answered(tab, 'warmer, more contrast');
    const chips = await tab.locator('.chip-text').allTextContents();
    expect(chips).toEqual([expect.stringContaining('warmer'), expect.stringContaining('more contrast')]);
  });

  test('refines the choice, and starts from the original when asked to', async () => {
    const { tab } = await pages.open();
    await openSample(tab);
    await run(tab, 'brighter');
    const sent: { base: Record<string, unknown> }[] = [];
    tab.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/v1/retouches'))
        sent.push(request.postDataJSON());
    });
    await run(tab, 'warmer');
    await tab.getByRole('button', { name: 'Start from the original' }).click();
    await run(tab, 'cooler');
    expect(Object.keys(sent[0]!.base).length).toBeGreaterThan(0);
    expect(sent[1]!.base).toEqual({});
  });

  test('ranks again by the weights of the person', async () => {
    const { tab } = await pages.open();
    await openSample(tab);
    await run(tab, 'warmer and moody');
    await tab.getByRole('tab', { name: 'Criteria' }).click();
    const more = tab
      .locator('.criterion')
      .first()
      .getByRole('button', { name: /matters more$/ });
    const [request] = await Promise.all([tab.waitForRequest('**/v1/reward/rank'), more.click()]);
    const { weights } = request.postDataJSON() as { weights: Record<string, number> };
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
    await request.response();
    await tab.getByRole('button', { name: 'Reset weights' }).waitFor();
  });

  test('leads from a reason to its slider, which locks and resets', async () => {
    const { tab } = await pages.open();
    await openSample(tab);
    await run(tab, 'brighter');
    await tab.locator('.setting-link').first().click();
    await tab.locator('.setting-pointed [role=slider]').waitFor();
    const row = tab.locator('.setting-pointed');
    await row.getByRole('slider').press('ArrowRight');
    await row.getByRole('button', { name: /back to what was proposed$/ }).click();
    expect(await row.locator('.setting-dot').count()).toBe(0);
    await row.getByRole('button', { name: /^Lock / }).click();
    expect(await row.getByRole('button', { name: /^Unlock / }).getAttribute('aria-pressed')).toBe('true');
  });

  test('writes the image and result.json that its menu announced', async () => {
    const { tab } = await pages.open();
    await openSample(tab);
    await run(tab, 'black and white');
    const folder = mkdtempSync(join(tmpdir(), 'retouchiq-page-'));
    const save = async (item: string) => {
      await tab.getByRole('button', { name: 'Export' }).click();
      const entry = tab.getByRole('menuitem', { name: new RegExp(`^${item}`) });
      const announced = await entry.locator('.menu-file').textContent();
      const [download] = await Promise.all([tab.waitForEvent('download'), entry.click()]);
      expect(download.suggestedFilename()).toBe(announced);
      await download.saveAs(join(folder, download.suggestedFilename()));
      return readFileSync(join(folder, download.suggestedFilename()));
    };
    const image = sharp(await save('JPEG'));
    expect(await image.metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 320 });
    const { channels } = await image.stats();
    expect(Math.abs(channels[0]!.mean - channels[2]!.mean)).toBeLessThan(12);
    const result = resultSchema.parse(JSON.parse((await save('Reasoning and scores')).toString()));
    expect(result.instruction).toBe('black and white');
    expect(await save('Lightroom preset')).not.toHaveLength(0);
  });
});
