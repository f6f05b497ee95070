import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DocumentFacts } from '#panel/document-host.ts';
import { type Shell, startShell, THEMES } from '../support/panel-shell/open-shell.ts';
import { describeWithProgram } from '../support/programs.ts';
import { littleHill } from './page-support.ts';

/** What the shell gives the tests; see `test/support/panel-shell.mjs`. */
interface ShellWindow {
  readonly shell: {
    readonly document: {
      readonly log: readonly string[];
      tell(facts: DocumentFacts | null): void;
      delay: number;
    };
    readonly clipboard: readonly string[];
    factsOf(id: number, title: string, change?: Partial<DocumentFacts>): DocumentFacts;
    fail(name: string, sentence: string): void;
    command(command: string): void;
  };
}

const openDocument = (tab: Page, change: Partial<DocumentFacts> = {}) =>
  tab.evaluate((given) => {
    const { shell } = window as unknown as ShellWindow;
    shell.document.tell(shell.factsOf(1, 'lake.psd', given));
  }, change);
const logOf = (tab: Page) => tab.evaluate(() => (window as unknown as ShellWindow).shell.document.log);
const press = (tab: Page, name: string) => tab.getByRole('button', { name, exact: true }).click();

async function ask(tab: Page, instruction: string): Promise<void> {
  await tab.locator('textarea').fill(instruction);
  await tab.keyboard.press('Enter');
  await tab.getByText(`“${instruction}”`).waitFor();
  await tab.waitForFunction(
    () =>
      document.querySelector('.tile-skeleton') === null &&
      document.querySelector('[role=option]') !== null &&
      document.querySelector('.button-run') !== null,
  );
}

describeWithProgram('chromium', 'the panel beside a document', () => {
  let shell: Shell;
  beforeAll(async () => {
    shell = await startShell(await littleHill());
  });
  afterAll(() => shell?.close());

  test('goes from a sentence to a commit and back, touching the document only when told to', async () => {
    const { tab, problems } = await shell.open({ width: 320, height: 780 });
    await tab.getByText('No document is open').waitFor();
    await openDocument(tab);
    await ask(tab, 'warmer and moody');
    expect(await logOf(tab)).toEqual(['open document']);
    await press(tab, 'Try in document');
    await tab.getByRole('button', { name: 'Discard' }).waitFor();
    await press(tab, 'Before / after');
    await press(tab, 'Discard');
    await tab.getByRole('button', { name: 'Try in document' }).waitFor();
    await press(tab, 'Commit');
    await press(tab, 'Undo commit');
    await tab.getByText('Took the commit back.').first().waitFor();
    const doings = (await logOf(tab)).map((line) => line.split(' ')[0]);
    expect(doings).toEqual(['open', 'tryOut', 'showBefore', 'discard', 'commit', 'undo']);
    expect(problems).toEqual([]);
  });

  test('is worked by keys alone, and leaves those alone that are not its own', async () => {
    const { tab } = await shell.open({ width: 320, height: 780 });
    await openDocument(tab);
    await ask(tab, 'warmer and moody');
    await tab.getByRole('option').first().focus();
    await tab.keyboard.press('2');
    expect(await tab.getByRole('option').nth(1).getAttribute('aria-selected')).toBe('true');
    await tab.keyboard.press('ArrowUp');
    expect(await tab.getByRole('option').first().getAttribute('aria-selected')).toBe('true');
    await tab.getByRole('tab', { name: 'Reasoning' }).focus();
    await tab.keyboard.press('ArrowRight');
    expect(await tab.getByRole('tab', { name: 'Criteria' }).getAttribute('aria-selected')).toBe('true');
    await tab.getByRole('button', { name: 'Try in document' }).focus();
    await tab.keyboard.press(' ');
    await tab.getByRole('button', { name: 'Discard' }).waitFor();
    const swallowed = await tab.evaluate(() =>
      ['y', 'z', 'j', 'l', 'v', 'Delete', 'PageDown'].filter((key) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
        return event.defaultPrevented;
      }),
    );
    expect(swallowed).toEqual([]);
    await tab.keyboard.press('Control+Enter');
    await tab.getByRole('button', { name: 'Undo commit' }).waitFor();
  });

  test('takes a number by keys, once, and gives the focus back', async () => {
    const { tab } = await shell.open({ width: 320, height: 780 });
    await openDocument(tab);
    await ask(tab, 'warmer and moody');
    await tab.getByRole('button', { name: 'Amount, percent: 100 %' }).press('Enter');
    await tab.getByLabel('Amount, percent', { exact: true }).fill('50');
    await tab.keyboard.press('Enter');
    const still = tab.getByRole('button', { name: 'Amount, percent: 50 %' });
    await still.waitFor();
    expect(await still.evaluate((element) => element === document.activeElement)).toBe(true);
    await tab.keyboard.press('ArrowUp');
    await tab.getByRole('button', { name: 'Amount, percent: 51 %' }).waitFor();
    await press(tab, 'Undo in the panel');
    await press(tab, 'Undo in the panel');
    await tab.getByRole('button', { name: 'Amount, percent: 100 %' }).waitFor();
  });

  test('never takes the focus when nobody gave it to the panel', async () => {
    const { tab } = await shell.open({ width: 320, height: 780 });
    await openDocument(tab);
    await tab.locator('textarea').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  test('says why the document cannot be read, and does it again when asked', async () => {
    const { tab } = await shell.open({ width: 230, height: 700 });
    await openDocument(tab);
    await tab.evaluate(() =>
      (window as unknown as ShellWindow).shell.fail('open', 'A dialog is open in Photoshop'),
    );
    await tab.locator('textarea').fill('warmer');
    await tab.keyboard.press('Enter');
    await tab.getByText('A dialog is open in Photoshop.').first().waitFor();
    expect(await tab.locator('textarea').inputValue()).toBe('warmer');
    await press(tab, 'Try again');
    await tab.getByRole('option').first().waitFor();
  });

  test('hides its fields while another page is shown, since they would be drawn above it', async () => {
    const { tab } = await shell.open({ width: 320, height: 780 });
    await openDocument(tab);
    await press(tab, 'Options');
    expect(await tab.locator('textarea').isVisible()).toBe(false);
    await press(tab, 'Keys');
    expect(await tab.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await tab.keyboard.press('Escape');
    await press(tab, 'Back');
    expect(await tab.locator('textarea').isVisible()).toBe(true);
  });

  test('copies the report of the self-test', async () => {
    const { tab } = await shell.open({ width: 320, height: 780 });
    await tab.evaluate(() => (window as unknown as ShellWindow).shell.command('self-test'));
    await tab.getByText('1 of 3 differ').waitFor();
    await press(tab, 'Copy report');
    await tab.getByText('Copied').waitFor();
    const copied = await tab.evaluate(() => (window as unknown as ShellWindow).shell.clipboard);
    expect(copied).toEqual(['RetouchIQ self-test …']);
  });

  test('connects with a code, and works alone again', async () => {
    const { tab } = await shell.open({ width: 320, height: 780 });
    await tab.getByTitle('Who answers').click();
    await press(tab, 'Connect');
    await tab.getByText(/^Nobody answers/).waitFor();
    await tab.getByLabel('Code or token').fill('123456');
    await press(tab, 'Connect');
    await tab.getByText(/^Connected to/).waitFor();
    await press(tab, 'Work alone');
    await tab.getByText(/^The panel works alone/).waitFor();
  });

  describe('with an answer', () => {
    let tab: Page;
    beforeAll(async () => {
      ({ tab } = await shell.open({ width: 320, height: 720 }));
      await openDocument(tab, { hasSelection: true });
      await ask(tab, 'warmer, darker sky, remove the car');
    });
    const tabs = (name: string) => tab.getByRole('tab', { name }).click();
    const drawn = () => tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));

    test.each([230, 320, 480, 600, 1000])('clips nothing and names every control at %i px', async (width) => {
      await tab.setViewportSize({ width, height: 720 });
      await drawn();
      const check = async (where: string) => {
        const found = { clipped: await tab.evaluate(clipped), nameless: await tab.evaluate(nameless) };
        expect({ where, ...found }).toEqual({ where, clipped: [], nameless: [] });
      };
      await tabs('Reasoning');
      await check('Reasoning');
      await tabs('Criteria');
      await press(tab, 'Rank as Camera Raw renders');
      await tab.getByText('How faithful the preview was').waitFor();
      await check('Criteria');
      await tabs('Settings');
      await check('Settings');
      await press(tab, 'Try in document');
      await tab.getByRole('button', { name: 'Discard' }).waitFor();
      await check('tried');
      await press(tab, 'Discard');
      await press(tab, 'Options');
      await check('Options');
      await press(tab, 'Connection');
      await check('Connection');
      await press(tab, 'Back');
    });

    test.each(THEMES)('can be read in the theme %s (contrast at least 4.5)', async (theme) => {
      await tab.setViewportSize({ width: 320, height: 780 });
      await tab.evaluate(
        (name) =>
          new Promise<void>((resolve) => {
            const link = document.querySelector('link[rel=stylesheet]') as HTMLLinkElement;
            link.onload = () => resolve();
            link.href = `${name}.css?again`;
          }),
        theme,
      );
      for (const name of ['Reasoning', 'Criteria', 'Settings']) {
        await tabs(name);
        expect(await tab.evaluate(faint)).toEqual([]);
      }
      await press(tab, 'Options');
      expect(await tab.evaluate(faint)).toEqual([]);
      await tab.evaluate(() => (window as unknown as ShellWindow).shell.command('self-test'));
      await tab.getByText('1 of 3 differ').waitFor();
      expect(await tab.evaluate(faint)).toEqual([]);
      await press(tab, 'Back');
    });
  });
});

/** Elements with words or pictures that reach out of the window sideways, and a window that scrolls sideways. */
function clipped(): string[] {
  const { innerWidth } = window;
  const shortened = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).textOverflow === 'ellipsis' || shortened(element.parentElement));
  const out = [...document.querySelectorAll('.panel *')].filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    return (
      width > 1 &&
      height > 1 &&
      (left < -0.5 || right > innerWidth + 0.5) &&
      !element.closest('.unseen') &&
      !shortened(element)
    );
  });
  const cut = [...document.querySelectorAll<HTMLElement>('.press, .number-field')].filter(
    (element) =>
      element.offsetParent !== null && element.scrollWidth > element.clientWidth + 1 && !shortened(element),
  );
  return [...out, ...cut].map((element) => `${element.className}: ${element.textContent?.slice(0, 40)}`);
}

function nameless(): string[] {
  return [...document.querySelectorAll('[role=button], [role=checkbox], [role=slider], input, textarea')]
    .filter((control) => !control.getAttribute('aria-label') && !control.textContent?.trim())
    .map((control) => control.outerHTML.slice(0, 100));
}

/** Texts whose contrast with what they stand on is below 4.5 (WCAG 2.2); what is switched off is exempt. */
function faint(): string[] {
  const numbers = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = numbers(color).map((level) => {
      const value = level / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element: Element | null): string => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((numbers(color)[3] ?? 1) > 0.7) return color;
    }
    return 'rgb(0, 0, 0)';
  };
  return [...document.querySelectorAll<HTMLElement>('.panel *')]
    .filter(
      (element) =>
        element.offsetParent !== null &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()) &&
        element.closest('.off, .amount-off, .unseen') === null,
    )
    .flatMap((element) => {
      const [light, dark] = [luminance(getComputedStyle(element).color), luminance(ground(element))].sort(
        (one, other) => other - one,
      ) as [number, number];
      const contrast = (light + 0.05) / (dark + 0.05);
      return contrast >= 4.5
        ? []
        : [`${element.className} ${contrast.toFixed(2)}: ${element.textContent?.slice(0, 30)}`];
    });
}

test('every theme sets every colour that the panel has', () => {
  const styles = join(import.meta.dirname, '../../plugin/panel/styles');
  const names = (css: string) => [...css.matchAll(/^\s*--([\w-]+):/gm)].map(([, name]) => name);
  const base = names(readFileSync(join(styles, 'base.css'), 'utf8')).filter(
    (name) => !name?.startsWith('surround'),
  );
  const themes = readFileSync(join(styles, 'themes.css'), 'utf8').split('.in-document {').slice(1);
  expect(themes).toHaveLength(THEMES.length);
  for (const theme of themes) expect(names(theme).sort()).toEqual([...base].sort());
});
