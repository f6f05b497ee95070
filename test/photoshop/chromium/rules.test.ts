import type { DocumentRecipe } from '../../support/photoshop/make-document.ts';
import { RULES, type Rules } from '../../support/photoshop/rules.ts';
import { describeWithProgram } from '../../support/programs.ts';
import { type Panel, type Plugin, startPlugin } from './harness.ts';
import { button, chooseOther, documentNow, press, reads, run } from './person.ts';

interface Variant {
  readonly rules: Partial<Rules>;
  readonly document?: Pick<DocumentRecipe, 'depth' | 'mode'>;
}

/** What nobody knows of the host, the other way round than the double's default. */
const VARIANTS: Readonly<Record<string, Variant>> = {
  'keys that are not sent stay': { rules: { filterFxKeepsUnsentKeys: true } },
  'filters cannot be changed in place': { rules: { filterFxCanBeSet: false } },
  'a changed filter has another id': { rules: { filterFxSetChangesId: true } },
  'the newest filter is the first': { rules: { newestFilterFirst: true } },
  'pixels are read anywhere': { rules: { getPixelsOutsideModal: true } },
  'pictures are encoded anywhere': { rules: { encodesOutsideModal: true } },
  'sizes are exact': { rules: { targetSize: 'exact' } },
  'the composite has alpha': { rules: { compositeHasAlpha: true } },
  'the composite is trimmed': { rules: { compositeTrimmed: true } },
  'stamps go into a layer of their own': { rules: { stampFillsEmptyLayer: false } },
  'metadata is a part of the history': { rules: { metadataInHistory: true } },
  'the host does not wait for others': { rules: { timeOut: false } },
  'no document throws': { rules: { noDocumentThrows: true } },
  'documents do not tell their selection': { rules: { selectionClass: false } },
};

describeWithProgram('chromium', 'what nobody knows of the host', () => {
  let plugin: Plugin;
  let panel: Panel;
  beforeAll(async () => {
    plugin = await startPlugin();
    panel = await plugin.open();
  });
  afterAll(() => plugin?.close());

  /** Tries one, works on, tries another in its place, commits; where each step leaves the document. */
  let opened = 0;
  async function story({ rules, document = {} }: Variant): Promise<readonly unknown[]> {
    opened++;
    const title = `photo ${opened}.psd`;
    await panel.host(
      (double, [change, given, title]) => {
        double.rules(change);
        for (const id of double.openIds) double.close(id);
        double.open({
          ...given,
          title,
          width: 80,
          height: 56,
          layers: [
            { name: 'veil', opacity: 40, paint: () => [90, 90, 90] },
            { name: 'photo', background: true },
          ],
        });
      },
      [{ ...RULES, ...rules }, document, title] as const,
    );
    await reads(panel, new RegExp(title));
    await run(panel, 'warmer');
    const steps = [];
    await press(panel, 'Try in document');
    await button(panel, 'Discard').waitFor();
    steps.push(await documentNow(panel));
    await panel.host((double) => double.paint('veil'));
    await chooseOther(panel);
    await press(panel, 'Update');
    await button(panel, 'Update').waitFor({ state: 'detached' });
    steps.push(await documentNow(panel));
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    steps.push(await documentNow(panel));
    await press(panel, 'Undo commit');
    await button(panel, 'Try in document').waitFor();
    steps.push(await documentNow(panel));
    expect(await panel.problems()).toEqual([]);
    return steps;
  }

  let usual: readonly unknown[];
  test('one filter stands in the document, whatever is done', async () => {
    usual = await story({ rules: {} });
    expect(usual).toMatchObject([{ filters: 1 }, { filters: 1 }, { filters: 1 }, { filters: 1 }]);
    expect(usual.at(-2)).toMatchObject({
      history: ['Open', expect.stringContaining('RetouchIQ'), 'Brush Tool', expect.any(String), 'warmer'],
    });
  });

  test.each(Object.entries(VARIANTS))('%s: every step ends the same', async (_, variant) => {
    expect(await story(variant)).toEqual(usual);
  });

  test.each<[string, Variant]>([
    ['16 bits, which may be read as 8', { rules: { componentSize8On16: true }, document: { depth: 16 } }],
    ['32 bits that come encoded', { rules: { floatPixelsLinear: false }, document: { depth: 32 } }],
    ['CMYK with the filter', { rules: { filterModes: ['RGB', 'CMYK'] }, document: { mode: 'CMYK' } }],
  ])('%s: one filter stands in the document', async (_, variant) => {
    expect(await story(variant)).toMatchObject([
      { filters: 1 },
      { filters: 1 },
      { filters: 1 },
      { filters: 1 },
    ]);
  });
});
