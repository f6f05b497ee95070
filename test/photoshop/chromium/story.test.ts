import { describeWithProgram } from '../../support/programs.ts';
import { type Panel, type Plugin, startPlugin } from './harness.ts';
import { answered, button, documentNow, press, run, said, settled, titles } from './person.ts';

describeWithProgram('chromium', 'the plug-in in its panel', () => {
  let plugin: Plugin;
  beforeAll(async () => {
    plugin = await startPlugin();
  });
  afterAll(() => plugin?.close());

  function openPhoto(): Promise<Panel> {
    return plugin.open({
      before: (double) => void double.open({ width: 480, height: 320, title: 'hill.psd' }),
    });
  }

  const chosen = (panel: Panel) =>
    panel.host(
      () => document.querySelector('[role=option][aria-selected=true] img')?.getAttribute('src') ?? '',
    );

  test('goes from a sentence to a committed edit, back, and on another day', async () => {
    const panel = await openPhoto();
    const untouched = await documentNow(panel);
    await run(panel, 'warmer and moody');
    await press(panel, 'More');
    await panel.until(() => document.querySelectorAll('[role=option]').length >= 6);
    await answered(panel);

    // Cycles through all of them: each has a picture of its own, and nothing happens to the document.
    await panel.page.getByRole('option').first().click();
    const seen = new Set([await chosen(panel)]);
    for (let i = 1; i < 6; i++) {
      await panel.page.keyboard.press('ArrowDown');
      seen.add(await chosen(panel));
    }
    expect(seen.size).toBe(6);
    expect(await documentNow(panel)).toEqual(untouched);

    // Other weights rank again; tiles keep their places.
    const order = await titles(panel);
    await panel.page.getByRole('tab', { name: 'Criteria' }).click();
    await panel.page
      .getByRole('button', { name: /matters more$/ })
      .first()
      .click();
    await panel.page.getByRole('button', { name: 'Reset weights' }).waitFor();
    expect(await titles(panel)).toEqual(order);

    // One alternative after the other in the document: one state, one filter.
    await panel.page.getByRole('option').first().click();
    await press(panel, 'Try in document');
    await button(panel, 'Discard').waitFor();
    const first = await documentNow(panel);
    expect(first).toMatchObject({ history: ['Open', expect.any(String)], filters: 1 });
    await panel.page.getByRole('option').nth(1).click();
    await press(panel, 'Update');
    await button(panel, 'Update').waitFor({ state: 'detached' });
    const second = await documentNow(panel);
    expect(second).toMatchObject({ history: ['Open', expect.any(String)], filters: 1 });
    expect(second.sum).not.toBe(first.sum);

    // Before and after, in the document itself, without a state.
    await press(panel, 'Before / after');
    await panel.until((double) => double.filters().length === 0);
    expect((await documentNow(panel)).sum).toBe(untouched.sum);
    await press(panel, 'Before / after');
    await panel.until((double) => double.filters().length === 1);
    expect(await documentNow(panel)).toEqual(second);

    // Refines the choice; what is locked stays.
    await panel.page.getByRole('tab', { name: 'Settings' }).click();
    await panel.page
      .getByRole('button', { name: /^Lock / })
      .first()
      .click();
    await run(panel, 'more contrast');
    await panel.until((double) => double.filters().length <= 1);

    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    const committed = await documentNow(panel);
    expect(committed).toMatchObject({
      history: ['Open', 'more contrast'],
      layers: ['RetouchIQ edit', 'Background'],
      filters: 1,
    });
    expect(await said(panel)).toContain('Added one Camera Raw smart filter on a new layer');
    const metadata = await panel.host((double) => double.metadata());
    expect(metadata).toContain('&quot;instruction&quot;:null');

    await press(panel, 'Undo commit');
    await panel.until((double) => double.filters().length === 0);
    expect((await documentNow(panel)).sum).toBe(untouched.sum);
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    expect(await documentNow(panel)).toEqual(committed);

    // Saved, closed and opened again.
    await panel.host((double) => {
      const { metadata, state } = double.document();
      double.close(double.activeId!);
      double.open({ title: 'hill.psd', metadata, pixels: state.layers[1]!.pixels! });
    });
    await panel.page.getByText('This document holds an edit of').waitFor();
    await press(panel, 'Load its settings');
    await panel.page.getByRole('option').first().waitFor();
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });

  test('shows how faithful the preview was to what Camera Raw renders', async () => {
    const panel = await openPhoto();
    await run(panel, 'brighter, more contrast');
    const before = await documentNow(panel);
    await panel.page.getByRole('tab', { name: 'Criteria' }).click();
    await press(panel, 'Rank as Camera Raw renders');
    await panel.page.getByText(/How faithful the preview was/).waitFor();
    expect(await panel.host(() => document.querySelectorAll('.fidelity').length)).toBeGreaterThan(1);
    expect(await documentNow(panel)).toEqual(before);
    expect(await panel.host((double) => double.openIds.length)).toBe(1);
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });

  test('keeps a global edit as a Color Lookup layer', async () => {
    const panel = await openPhoto();
    const before = await documentNow(panel);
    await run(panel, 'warmer');
    await press(panel, 'Options');
    await panel.page.getByRole('radio', { name: /Color Lookup layer/ }).click();
    await press(panel, 'Back');
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    const after = await documentNow(panel);
    expect(after.history).toEqual(['Open', 'warmer']);
    expect(after.filters).toBe(0);
    expect(await panel.host((double) => double.layers()[0]?.kind)).toBe('colorLookup');
    expect(after.sum).not.toBe(before.sum);
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });

  test('keeps the work on two documents apart', async () => {
    const panel = await openPhoto();
    await run(panel, 'warmer');
    const first = await panel.host((double) => double.activeId!);
    const other = await panel.host((double) => double.open({ title: 'other.psd' }));
    await panel.page.getByText('other.psd').waitFor();
    expect(await titles(panel)).toEqual([]);
    await run(panel, 'black and white');
    await panel.host((double, id) => double.show(id), first);
    await panel.page.getByText('hill.psd').waitFor();
    await panel.page.getByText('“warmer”').first().waitFor();
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    expect(await panel.host((double, id) => double.history(id), other)).toEqual(['Open']);
    expect(await panel.host((double, id) => double.filters(id).length, first)).toBe(1);
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });

  test('answers to the commands of Photoshop’s menu', async () => {
    const panel = await openPhoto();
    await run(panel, 'warmer and moody');
    const command = (name: string) =>
      panel.host((double, given) => void double.uxp.entryPoints?.commands?.[given]?.(), name);
    const before = await chosen(panel);
    await command('next');
    await panel.until(
      () => document.querySelectorAll('[role=option]')[1]?.getAttribute('aria-selected') === 'true',
    );
    expect(await chosen(panel)).not.toBe(before);
    await command('try');
    await panel.until((double) => double.filters().length === 1);
    await settled(panel);
    await command('discard');
    await panel.until((double) => double.filters().length === 0);
    await settled(panel);
    await command('commit');
    await panel.until((double) => double.history().at(-1) === 'warmer and moody');
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });

  test('tests the host and tells what differs', async () => {
    const panel = await openPhoto();
    const before = await documentNow(panel);
    await press(panel, 'Options');
    await press(panel, 'Self-test');
    await button(panel, 'Copy report').waitFor();
    expect(await panel.host(() => document.querySelectorAll('.finding').length)).toBeGreaterThan(10);
    // The double's rules are what is expected of a host.
    expect(await panel.host(() => document.querySelectorAll('.finding-differs').length)).toBe(0);
    expect(await documentNow(panel)).toEqual(before);
    expect(await panel.host((double) => double.openIds.length)).toBe(1);
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });

  test.each(['darkest', 'lightest'] as const)('shows every word in the theme %s', async (theme) => {
    const panel = await plugin.open({
      theme,
      width: 320,
      before: (double) => void double.open({ width: 240, height: 160 }),
    });
    await run(panel, 'warmer');
    // Nothing is wider than the panel.
    expect(await panel.host(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await panel.problems()).toEqual([]);
    await panel.close();
  });
});
