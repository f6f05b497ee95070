import { describeWithProgram } from '../../support/programs.ts';
import { type Panel, type Plugin, startPlugin } from './harness.ts';
import { button, chooseOther, documentNow, press, reads, run, settled } from './person.ts';

/** What people do besides what was meant. */
describeWithProgram('chromium', 'the plug-in beside a person at work', () => {
  let plugin: Plugin;
  let panel: Panel;
  beforeAll(async () => {
    plugin = await startPlugin();
  });
  afterAll(() => plugin?.close());
  beforeEach(async () => {
    panel = await plugin.open({
      before: (double) =>
        void double.open({
          title: 'hill.psd',
          width: 96,
          height: 64,
          layers: [
            { name: 'veil', opacity: 40, paint: () => [90, 90, 90] },
            { name: 'photo', background: true },
          ],
        }),
    });
  });
  afterEach(async () => {
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });

  async function tryOut(): Promise<void> {
    await run(panel, 'warmer and moody');
    await press(panel, 'Try in document');
    await button(panel, 'Discard').waitFor();
  }

  test('a document that is opened later is seen', async () => {
    await panel.host((double) => double.close(double.activeId!));
    await reads(panel, /No document is open/);
    await panel.host((double) => void double.open({ title: 'later.psd', width: 96, height: 64 }));
    await reads(panel, /later\.psd/);
    await run(panel, 'brighter');
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    expect(await documentNow(panel)).toMatchObject({ history: ['Open', 'brighter'], filters: 1 });
  });

  test('an edit of a single layer that multiplies does not multiply again', async () => {
    await panel.host((double) => {
      double.close(double.activeId!);
      double.open({ title: 'multiplied.psd', width: 96, height: 64, layers: [{ blendMode: 'multiply' }] });
    });
    await reads(panel, /multiplied\.psd/);
    const level = () => panel.host((double) => double.picture().data[3000]!);
    const before = await level();
    await run(panel, 'brighter');
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    expect(await level()).toBeGreaterThan(before);
  });

  test('cycling quickly with “show as I choose” ends with one filter and one state', async () => {
    await run(panel, 'warmer and moody');
    await panel.page.getByRole('checkbox', { name: 'Show as I choose' }).click();
    await panel.page.getByRole('option').first().click();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowUp', '1'])
      await panel.page.keyboard.press(key);
    await panel.until((double) => double.filters().length === 1 && !double.inModal);
    await settled(panel);
    expect(await documentNow(panel)).toMatchObject({
      history: ['Open', expect.stringContaining('RetouchIQ')],
      filters: 1,
    });
  });

  test('undoing in Photoshop takes the trial away; a commit is made from there', async () => {
    const before = await documentNow(panel);
    await tryOut();
    await panel.host((double) => double.undo());
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    expect(await documentNow(panel)).toMatchObject({ history: ['Open', 'warmer and moody'], filters: 1 });
    await panel.host((double) => double.undo());
    expect((await documentNow(panel)).sum).toBe(before.sum);
  });

  test('ranking by Camera Raw leaves a trial as it stands', async () => {
    await tryOut();
    const tried = await documentNow(panel);
    await panel.page.getByRole('tab', { name: 'Criteria' }).click();
    await press(panel, 'Rank as Camera Raw renders');
    await reads(panel, /How faithful the preview was/);
    expect(await documentNow(panel)).toEqual(tried);
  });

  test('a selection stays what it was, unless it says where', async () => {
    await panel.host((double) => double.select({ left: 0, top: 0, right: 0.5, bottom: 1 }));
    await tryOut();
    const inside = await panel.host((double) => double.document().state.selection?.[0] ?? null);
    expect(inside).toBe(255);
  });

  test('a selection that says where becomes the mask', async () => {
    await panel.host((double) => double.select({ left: 0, top: 0, right: 0.5, bottom: 1 }));
    const before = await panel.host((double) => [...double.picture().data.slice(0, 96 * 3)]);
    await run(panel, 'brighter');
    await press(panel, 'Options');
    await panel.page.getByRole('checkbox', { name: /Only here/ }).click();
    await press(panel, 'Back');
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    const after = await panel.host((double) => [...double.picture().data.slice(0, 96 * 3)]);
    expect(after[0]).toBeGreaterThan(before[0]!);
    expect(after.at(-1)).toBe(before.at(-1));
  });

  test('an edit into the layer itself is taken out without a trace', async () => {
    await panel.host((double) => double.choose('photo'));
    const before = await documentNow(panel);
    await run(panel, 'warmer');
    await press(panel, 'Options');
    await panel.page.getByRole('radio', { name: /^This layer/ }).click();
    await press(panel, 'Back');
    await press(panel, 'Try in document');
    await button(panel, 'Discard').waitFor();
    expect(await panel.host((double) => double.layers().map(({ kind }) => kind))).toEqual([
      'pixel',
      'smartObject',
    ]);
    await chooseOther(panel);
    await press(panel, 'Update');
    await button(panel, 'Update').waitFor({ state: 'detached' });
    expect((await documentNow(panel)).filters).toBe(1);
    await press(panel, 'Discard');
    await button(panel, 'Discard').waitFor({ state: 'detached' });
    expect(await documentNow(panel)).toEqual(before);
  });

  test('words do not reach the file unless the person wants it, and can be stripped', async () => {
    await run(panel, 'warmer, as Anna likes it');
    await press(panel, 'Options');
    await panel.page.getByRole('checkbox', { name: /Keep the instruction/ }).click();
    await press(panel, 'Back');
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    expect(await panel.host((double) => double.metadata())).toContain('warmer, as Anna likes it');
    await press(panel, 'Options');
    await press(panel, 'Strip words');
    await press(panel, 'Remove');
    await reads(panel, /Removed instructions and traces|the settings stay/);
    const left = await panel.host((double) => double.metadata());
    expect(left).toContain('settings');
    expect(left).not.toContain('Anna');
  });

  test('keys of the panel work while it has the focus, and only then', async () => {
    await run(panel, 'warmer and moody');
    await panel.page.getByRole('option').first().click();
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Control+Enter');
    await button(panel, 'Undo commit').waitFor();
    expect((await documentNow(panel)).history.at(-1)).toBe('warmer and moody');
  });
});
