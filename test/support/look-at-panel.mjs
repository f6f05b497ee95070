/**
 * Screenshots of the panel beside a document, for looking: `npx tsx test/support/look-at-panel.mjs <photo.jpg> <folder>
 * [width,width] [theme,theme]`. Each state is reached by pressing what a person would press.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startShell } from './panel-shell/open-shell.ts';

const [
  photo = 'dist/samples/lake-in-summer.jpg',
  folder = '.cache/panel',
  widths = '230,320,600',
  themes = 'darkest,lightest',
] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const shell = await startShell(readFileSync(photo));
const say = (script) => (tab) => tab.evaluate(script);
const opened = say("shell.document.tell(shell.factsOf(1, 'Portrait at the lake, final 3.psd'))");
const ask = async (tab, words) => {
  await tab.locator('textarea').fill(words);
  await tab.keyboard.press('Enter');
};
const answered = async (tab) => {
  await tab.locator('.tile:not(.tile-skeleton)').first().waitFor();
  await tab.waitForFunction(() => document.querySelector('.tile-skeleton, .tile-blank') === null);
};
const button = (tab, name) => tab.getByRole('button', { name, exact: true }).click();

/** In this order on one page: each state follows from the one before. */
const STATES = [
  ['empty', async () => undefined],
  [
    'unread',
    async (tab) => {
      await tab.evaluate(
        "shell.document.tell(shell.factsOf(1, 'Portrait at the lake, final 3.psd', { committed: [{ id: 'a', at: '2026-11-03T10:00:00Z', settings: { Exposure2012: 0.4 }, versions: { engine: '1.4', policy: 'embedded 1.2', reward: 'embedded 1.1' }, criteria: [{ name: 'autumn: golden light', weight: 0.62, score: 8.4 }, { name: 'detail kept in lights and darks', weight: 0.38, score: 9.6 }], instruction: null }] }))",
      );
      await tab.getByText('Suggest something').waitFor();
    },
  ],
  [
    'thinking',
    async (tab) => {
      await tab.evaluate('shell.document.delay = 1500');
      await ask(tab, 'make it feel like fall, darken the sky, brighter foreground');
      await tab.waitForTimeout(700);
    },
  ],
  [
    'ranked',
    async (tab) => {
      await answered(tab);
      await tab.evaluate('shell.document.delay = 0');
      await tab.waitForTimeout(600);
    },
  ],
  [
    'criteria',
    async (tab) => {
      await tab.getByRole('tab', { name: 'Criteria' }).click();
      await tab.getByRole('button', { name: 'Rank as Camera Raw renders' }).click();
      await tab.locator('.fidelity').first().waitFor();
      await tab.locator('.host-ranking').scrollIntoViewIfNeeded();
    },
  ],
  [
    'settings',
    async (tab) => {
      await tab.getByRole('tab', { name: 'Settings' }).click();
      await tab.locator('.setting').first().scrollIntoViewIfNeeded();
    },
  ],
  [
    'tried',
    async (tab) => {
      await button(tab, 'Try in document');
      await button(tab, 'Discard').catch(() => undefined);
      await button(tab, 'Try in document');
      await tab.getByRole('button', { name: 'Discard' }).waitFor();
    },
  ],
  [
    'refining',
    async (tab) => {
      await tab.getByRole('tab', { name: 'Reasoning' }).click();
      await tab
        .locator('.bench-scroll, .bench-main')
        .first()
        .evaluate((element) => element.scrollTo(0, 0));
      await tab.locator('textarea').fill('a little warmer, but keep the sky');
    },
  ],
  [
    'committed',
    async (tab) => {
      await tab.locator('textarea').fill('');
      await button(tab, 'Commit');
      await tab.getByRole('button', { name: 'Undo commit' }).waitFor();
    },
  ],
  [
    'failure',
    async (tab) => {
      await button(tab, 'Undo commit');
      await tab.evaluate(
        "shell.fail('tryOut', 'The layer “Skin, soft” was deleted while it was worked on. Choose another place and try again.')",
      );
      await button(tab, 'Try in document');
      await tab.locator('.failure').waitFor();
    },
  ],
  [
    'options',
    async (tab) => {
      await tab.getByRole('button', { name: 'Dismiss' }).click();
      await button(tab, 'Options');
    },
  ],
  [
    'connection',
    async (tab) => {
      await button(tab, 'Back');
      await tab.getByTitle('Who answers').click();
      await button(tab, 'Connect');
      await tab.locator('.standing-failed').waitFor();
    },
  ],
  [
    'self-test',
    async (tab) => {
      await tab.evaluate("shell.command('self-test')");
      await tab.locator('.finding').first().waitFor();
    },
  ],
];

for (const theme of themes.split(',')) {
  for (const width of widths.split(',').map(Number)) {
    const { tab, problems } = await shell.open({ width, height: width < 860 ? 780 : 720, theme });
    for (const [name, reach] of STATES) {
      await reach(tab);
      await tab.mouse.move(1, 1);
      await tab.screenshot({ path: join(folder, `${theme}-${width}-${name}.png`) });
      if (name === 'empty') await opened(tab);
    }
    for (const problem of problems) console.error(`${theme} ${width}: ${problem}`);
    await tab.context().close();
  }
}
await shell.close();
