import { describeWithProgram } from '../support/programs.ts';
import { openSample, type Pages, run, startPages } from './page-support.ts';

describeWithProgram('chromium', 'the page at its edges', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await startPages();
  });
  afterAll(() => pages?.close());

  test('says what is wrong with a file that is no photo, and takes the next one', async () => {
    const { tab } = await pages.open();
    const choose = async (button: string, name: string, buffer: Buffer) => {
      const [chooser] = await Promise.all([
        tab.waitForEvent('filechooser'),
        tab.getByRole('button', { name: button }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: 'image/jpeg', buffer });
    };
    await choose('Choose a photo', 'notes.jpg', Buffer.from('not a picture at all'));
    await tab.locator('.failure').waitFor();
    await choose('Choose another photo', 'hill.jpg', pages.sample);
    await tab.getByLabel('What should change').waitFor();
    expect(await tab.locator('.failure').count()).toBe(0);
  });

  test('takes a photo that is dropped on it, also in place of an open one', async () => {
    const { tab, problems } = await pages.open();
    const drop = (name: string) =>
      tab.evaluate(
        ([file, content]) => {
          const bytes = Uint8Array.from(atob(content!), (letter) => letter.charCodeAt(0));
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([bytes], file!, { type: 'image/jpeg' }));
          document
            .querySelector('.panel')
            ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        },
        [name, pages.sample.toString('base64')],
      );
    await tab.getByText('Drop a photo here').waitFor();
    await drop('first.jpg');
    await tab.locator('.photo-name', { hasText: 'first.jpg' }).waitFor();
    await run(tab, 'brighter');
    await drop('second.jpg');
    await tab.locator('.photo-name', { hasText: 'second.jpg' }).waitFor();
    expect(await tab.getByRole('option').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('asks for the code when it has no token, and goes on with it', async () => {
    const context = await pages.browser.newContext();
    const tab = await context.newPage();
    await tab.goto(pages.service.url);
    await tab.getByLabel('Code').fill('000000');
    await tab.getByRole('button', { name: 'Pair' }).click();
    await tab.getByText(/not accepted/).waitFor();
    await tab.getByLabel('Code').fill(pages.service.newCode());
    await tab.getByRole('button', { name: 'Pair' }).click();
    await tab.getByRole('button', { name: 'Little hill' }).waitFor();
  });

  test.each([
    ['a phone', { width: 320, height: 640 }],
    ['a laptop at 200 %', { width: 720, height: 450 }],
    ['a large screen', { width: 1920, height: 1080 }],
  ])('never scrolls sideways and keeps its actions in view on %s', async (_, size) => {
    const { tab } = await pages.open(size);
    await openSample(tab);
    await run(tab, 'brighter');
    for (const name of ['Criteria', 'Settings', 'Reasoning']) {
      await tab.getByRole('tab', { name }).click();
      const overflow = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
    const box = await tab.getByRole('button', { name: 'Export' }).boundingBox();
    expect(box!.y + box!.height).toBeLessThanOrEqual(size.height);
    expect(box!.x + box!.width).toBeLessThanOrEqual(size.width);
  });

  test('gives every control a name', async () => {
    const { tab } = await pages.open();
    await openSample(tab);
    await run(tab, 'warmer');
    await tab.getByRole('tab', { name: 'Settings' }).click();
    await tab.getByRole('button', { name: 'Show all settings' }).click();
    const nameless = await tab.evaluate(() =>
      [...document.querySelectorAll('button, input, textarea, select, [role=slider]')]
        .filter(
          (control) =>
            !control.getAttribute('aria-label') &&
            !control.textContent?.trim() &&
            control.closest('label') === null,
        )
        .map((control) => control.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
  });
});
