import { answer, type Play, status } from '../support/model-server/plays.ts';
import { CLOUD, type OwnModels, ownModels, WARMER } from '../support/own-models.ts';
import { describeWithProgram } from '../support/programs.ts';
import { answered, openSample, type Pages, startPages } from './page-support.ts';

const thinking = { field: 'reasoning', text: 'The light is cool. Warm it, but hold the sky.' } as const;

describeWithProgram('chromium', 'the page with models', () => {
  let own: OwnModels;
  let pages: Pages;
  /** The model answers when the test says so. */
  let hold: Promise<void> = Promise.resolve();
  const wellThen: Play = answer(WARMER, { thinking, between: () => hold });

  beforeAll(async () => {
    own = await ownModels({ plays: [wellThen, status(401)] });
    await own.add('cloud', CLOUD);
    await own.add('local');
    pages = await startPages({ models: own.choice });
  });
  afterAll(async () => {
    await pages?.close();
    await own?.close();
  });

  test('asks before a picture leaves, shows the thinking, the alternatives, and who took over', async () => {
    const { tab, problems } = await pages.open();
    await openSample(tab);
    await tab.getByRole('button', { name: 'Models: embedded' }).click();
    await tab.getByRole('checkbox', { name: /^cloud/ }).click();
    await tab.getByRole('checkbox', { name: /^Embedded/ }).click();
    await tab.keyboard.press('Escape');
    await tab.getByRole('button', { name: 'Models: cloud' }).waitFor();

    await tab.locator('textarea').fill('warmer');
    await tab.keyboard.press('Enter');
    const consent = tab.getByRole('dialog', { name: 'Send this photo to ollama.com?' });
    expect(await consent.textContent()).toMatch(/JPEG of at most 1024 px without EXIF, GPS and file name/);
    expect(own.server.requests).toHaveLength(0);

    let goOn = () => {};
    hold = new Promise((resolve) => {
      goOn = resolve;
    });
    await consent.getByRole('button', { name: 'Agree' }).click();
    await tab.locator('.thinking', { hasText: 'Warm it, but hold the sky.' }).waitFor();
    await tab.getByText('The model is thinking').waitFor();
    goOn();
    await answered(tab, 'warmer');
    await tab.getByRole('option', { name: /Low sun/ }).waitFor();
    expect(await tab.locator('.answer-note').allTextContents()).toEqual([
      'Proposed by cloud:double:cloud. ',
      '1 answer, 11 tokens in, 22 out. ',
    ]);
    expect(await tab.locator('.thinking').count()).toBe(0);

    // A reload forgets neither the photo nor who is asked.
    await tab.reload();
    await tab.getByRole('button', { name: 'Models: cloud' }).waitFor();

    // The model has been agreed to, and fails now: the embedded policy answers, and the page says so.
    await tab.locator('textarea').fill('much darker');
    await tab.keyboard.press('Enter');
    await answered(tab, 'much darker');
    expect(await tab.getByRole('option').count()).toBeGreaterThan(0);
    expect(await tab.locator('.answer-notes').textContent()).toMatch(
      /^cloud:double:cloud could not be used, so embedded\/1 made the proposals: /i,
    );
    expect(problems).toEqual([]);
  });

  test('"use the embedded one" sends nothing, and the ban takes away what is elsewhere', async () => {
    const before = own.server.requests.length;
    await own.models.agree(await own.models.get('cloud'), false);
    const { tab, problems } = await pages.open({ width: 360, height: 760 });
    await openSample(tab);
    await tab.getByRole('button', { name: 'Models: embedded' }).click();
    await tab.getByRole('radio', { name: /^cloud/ }).click();
    await tab.keyboard.press('Escape');
    await tab.locator('textarea').fill('warmer');
    await tab.keyboard.press('Enter');
    await tab.getByRole('button', { name: 'Use the embedded one' }).click();
    await answered(tab, 'warmer');
    expect(own.server.requests).toHaveLength(before);
    expect(await tab.locator('.answer-notes').count()).toBe(0);

    await tab.getByRole('button', { name: 'Models: embedded' }).click();
    await tab.getByRole('checkbox', { name: 'Nothing may leave this machine' }).click();
    await tab.locator('[role=checkbox][aria-checked=true]', { hasText: 'Nothing may leave' }).waitFor();
    expect(await tab.getByRole('checkbox', { name: /^cloud/ }).isDisabled()).toBe(true);
    expect(await tab.getByRole('checkbox', { name: /^local/ }).isDisabled()).toBe(false);
    expect((await own.models.permission()).localOnly).toBe(true);
    expect(problems).toEqual([]);
  });
});
