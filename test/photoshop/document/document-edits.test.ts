import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/metrics.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { readPixels } from '../../../plugin/photoshop/document/read-pixels.ts';
import type { Rules } from '../../support/photoshop/rules.ts';
import { COOL, LAYERED, SIGNAL, stage, WARM } from './stage.ts';

type Stage = ReturnType<typeof stage>;

/** Settings of every Camera Raw filter in the document, by the temperature that each asks for. */
function temperatures({ control }: Stage) {
  return control.filters().map(({ filter }) => filter['$Temp']);
}

/** Everything that a person has in the document and that is not ours. */
function own({ control }: Stage) {
  return control.layers().filter(({ name }) => name !== 'RetouchIQ edit');
}

afterEach(() => {
  for (const left of started.splice(0)) expect(left.control.leftovers()).toEqual([]);
});
const started: Stage[] = [];
function begin(...given: Parameters<typeof stage>): Stage {
  const made = stage(...given);
  started.push(made);
  return made;
}

describe('tryOut()', () => {
  test('changes the picture by one filter on a new layer, in one history state', async () => {
    const it = begin();
    const before = it.control.picture();
    const states = it.control.history().length;
    const applied = await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    expect(it.control.picture().data).not.toEqual(before.data);
    expect(it.control.history().slice(states)).toEqual(['RetouchIQ: warmer']);
    expect(temperatures(it)).toEqual([20]);
    expect(applied.differences).toEqual([]);
    expect(applied.notes).toEqual([]);
  });

  test.each([true, false])(
    'stamps what is visible above all layers (into the empty layer: %s)',
    async (fills) => {
      const it = begin(LAYERED, { stampFillsEmptyLayer: fills });
      it.control.choose('Background');
      await it.edits.tryOut(it.editOf(WARM), SIGNAL);
      expect(it.control.layers().map(({ name }) => name)).toEqual(['RetouchIQ edit', 'Dodge', 'Background']);
      expect(it.control.layer('RetouchIQ edit').kind).toBe('smartObject');
    },
  );

  test('puts the next alternative in the place of the one before, never on top of it', async () => {
    const it = begin(LAYERED);
    const states = it.control.history().length;
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    await it.edits.tryOut(it.editOf(COOL), SIGNAL);
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    await it.edits.tryOut(it.editOf(COOL), SIGNAL);
    expect(temperatures(it)).toEqual([-25]);
    expect(it.control.history()).toHaveLength(states + 1);
    expect(own(it)).toHaveLength(2);
  });

  test('works on the layer that is active now, not on the one of the state that is gone back to', async () => {
    const it = begin(LAYERED);
    it.control.choose('Dodge');
    await it.edits.tryOut(it.editOf(WARM, { place: 'this-layer' }), SIGNAL);
    it.control.choose('Background');
    await it.edits.tryOut(it.editOf(COOL, { place: 'this-layer' }), SIGNAL);
    expect(it.control.layers().map(({ kind }) => kind)).toEqual(['pixel', 'smartObject']);
    expect(temperatures(it)).toEqual([-25]);
  });

  test('tries again on the same layer when that was the smart object made for the trial', async () => {
    const it = begin();
    await it.edits.tryOut(it.editOf(WARM, { place: 'this-layer' }), SIGNAL);
    await it.edits.tryOut(it.editOf(COOL, { place: 'this-layer' }), SIGNAL);
    expect(it.control.layers()).toHaveLength(1);
    expect(temperatures(it)).toEqual([-25]);
  });

  test.each<[string, Partial<Rules>]>([
    ['as expected', {}],
    ['and the host cannot change a filter', { filterFxCanBeSet: false }],
    ['and the host keeps keys that are not sent', { filterFxKeepsUnsentKeys: true }],
    ['and a changed filter has another id', { filterFxSetChangesId: true }],
  ])('keeps what the person painted meanwhile, and one filter, %s', async (_case, rules) => {
    const it = begin(LAYERED, rules);
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    it.control.paint('Dodge');
    const states = it.control.history();
    const applied = await it.edits.tryOut(it.editOf(COOL), SIGNAL);
    expect(it.control.history().slice(0, states.length)).toEqual(states);
    expect(temperatures(it)).toEqual([-25]);
    expect(applied.differences).toEqual([]);
    expect(applied.notes.join()).toContain('meanwhile');
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    expect(temperatures(it)).toEqual([20]);
  });

  test('leaves the filters of others alone, wherever they stand', async () => {
    for (const newestFilterFirst of [true, false]) {
      const it = begin({ layers: [{ name: 'Smart', smartObject: 'present' }] }, { newestFilterFirst });
      const foreign = it.control.addForeignFilter('Smart');
      await it.edits.tryOut(it.editOf(WARM, { place: 'this-layer' }), SIGNAL);
      const after = it.control.addForeignFilter('Smart');
      await it.edits.tryOut(it.editOf(COOL, { place: 'this-layer' }), SIGNAL);
      const filters = it.control.filters();
      expect(
        filters.filter(({ id }) => id === foreign || id === after).map(({ filter }) => filter['$Cl12']),
      ).toEqual([5, 5]);
      expect(filters.map(({ filter }) => filter['$Temp']).filter((value) => value !== undefined)).toEqual([
        -25,
      ]);
    }
  });

  test('makes the selection the mask of its own layer, and leaves no channel behind', async () => {
    const it = begin();
    it.control.select({ left: 0, top: 0, right: 0.5, bottom: 1 });
    const before = it.control.picture();
    await it.edits.tryOut(it.editOf(WARM, { here: true }), SIGNAL);
    const after = it.control.picture();
    const right = (raster: typeof after) => raster.data.slice(-3);
    expect(right(after)).toEqual(right(before));
    expect(after.data.slice(0, 3)).not.toEqual(before.data.slice(0, 3));
    expect(it.control.document().state.channels).toEqual({});
    expect(it.control.layer('RetouchIQ edit').mask).not.toBeNull();
  });

  test('does not let a forgotten selection mask the filter', async () => {
    const it = begin();
    it.control.select({ left: 0, top: 0, right: 0.5, bottom: 1 });
    const before = it.control.picture();
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    expect(it.control.picture().data.slice(-3)).not.toEqual(before.data.slice(-3));
    expect(it.control.document().state.selection).not.toBeNull();
    expect(it.control.document().state.channels).toEqual({});
  });

  test('finds its filter again when the history is too short for its state', async () => {
    const it = begin(LAYERED, { historyLimit: 3 });
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    for (let stroke = 0; stroke < 4; stroke++) it.control.paint('Dodge');
    await it.edits.tryOut(it.editOf(COOL), SIGNAL);
    expect(temperatures(it)).toEqual([-25]);
  });

  test('adds its filter anew when the person undid the trial and went on', async () => {
    const it = begin(LAYERED);
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    it.control.undo();
    it.control.paint('Dodge');
    const applied = await it.edits.tryOut(it.editOf(COOL), SIGNAL);
    expect(temperatures(it)).toEqual([-25]);
    expect(applied.notes).toEqual([]);
  });

  test('gives a part that Photoshop finds a layer and a mask of its own', async () => {
    const it = begin(LAYERED);
    const sky: typeof WARM = {
      ...WARM,
      MaskGroupBasedCorrections: [
        {
          name: 'sky',
          active: true,
          amount: 1,
          values: { LocalExposure2012: -0.25 },
          masks: [
            { kind: 'ai', target: 'sky', combine: 'add', inverted: false, referenceX: 0.5, referenceY: 0.2 },
          ],
        },
      ],
    };
    await it.edits.tryOut(it.editOf(sky), SIGNAL);
    const ours = it.control.layers().filter(({ name }) => name === 'RetouchIQ edit');
    expect(ours.map(({ mask }) => mask !== null)).toEqual([true, false]);
    expect(it.control.filters()).toHaveLength(2);
    await it.edits.tryOut(it.editOf(COOL), SIGNAL);
    expect(it.control.filters()).toHaveLength(1);
    expect(own(it)).toHaveLength(2);
  });

  test('leaves a part out that Photoshop does not find, and says so', async () => {
    const it = begin(LAYERED, { findsParts: false });
    const masks = [
      {
        kind: 'ai',
        target: 'subject',
        combine: 'add',
        inverted: false,
        referenceX: 0.5,
        referenceY: 0.5,
      } as const,
    ];
    const subject = {
      ...WARM,
      MaskGroupBasedCorrections: [
        { name: 'subject', active: true, amount: 1, values: { LocalExposure2012: 0.1 }, masks },
      ],
    };
    const applied = await it.edits.tryOut(it.editOf(subject), SIGNAL);
    expect(it.control.filters()).toHaveLength(1);
    expect(it.control.layers()).toHaveLength(3);
    expect(applied.notes.join()).toContain('found no subject');
  });
});

describe('commit()', () => {
  test('is one history state named after the instruction, from the state before any trial', async () => {
    const it = begin(LAYERED);
    const states = it.control.history();
    await it.edits.tryOut(it.editOf(COOL), SIGNAL);
    await it.edits.commit(it.commitOf(WARM), SIGNAL);
    expect(it.control.history()).toEqual([...states, 'make it warm']);
    expect(temperatures(it)).toEqual([20]);
  });

  test.each([true, false])(
    'keeps settings, not words, with the document (metadata in history: %s)',
    async (inHistory) => {
      const it = begin({}, { metadataInHistory: inHistory });
      await it.edits.commit(it.commitOf(WARM, { instruction: 'make her less red' }), SIGNAL);
      expect(it.control.metadata()).toContain('IncrementalTemperature');
      expect(it.control.metadata()).not.toContain('less red');
      await it.edits.commit(it.commitOf(COOL, { instruction: 'cool and crisp', keepWords: true }), SIGNAL);
      expect(it.control.metadata()).toContain('cool and crisp');
    },
  );

  test('goes through with damaged metadata, and says that the settings are not kept', async () => {
    const it = begin({ metadata: '<x:xmpmeta' });
    const applied = await it.edits.commit(it.commitOf(WARM), SIGNAL);
    expect(temperatures(it)).toEqual([20]);
    expect(applied.notes.join()).toContain('metadata');
    expect(it.control.metadata()).toBe('<x:xmpmeta');
  });

  test.each([true, false])(
    'leaves no record of an edit that was undone (metadata in history: %s)',
    async (inHistory) => {
      const it = begin(LAYERED, { metadataInHistory: inHistory });
      await it.edits.commit(it.commitOf(WARM), SIGNAL);
      await it.edits.undo(it.id);
      expect(it.control.metadata()).not.toContain('IncrementalTemperature');
    },
  );

  test('can be undone in one step, once and only while nothing was done after it', async () => {
    const it = begin(LAYERED);
    const before = it.control.picture();
    await it.edits.commit(it.commitOf(WARM), SIGNAL);
    await it.edits.undo(it.id);
    expect(it.control.picture().data).toEqual(before.data);
    await it.edits.commit(it.commitOf(WARM), SIGNAL);
    it.control.paint('Dodge');
    await expect(it.edits.undo(it.id)).rejects.toMatchObject({ code: 'bad-request' });
  });

  test('is a Color Lookup layer with much the same picture, when that is asked for', async () => {
    const it = begin(LAYERED);
    const { raster } = await it.run({ name: 'Read' }, () =>
      readPixels(it.photoshop, { document: it.photoshop.app.activeDocument!, edge: 1280 }),
    );
    const settings = { IncrementalTemperature: 20, Contrast2012: 20 };
    it.memory(it.id).looked = { area: { left: 0, top: 0, right: 240, bottom: 160 }, raster };
    await it.edits.commit(it.commitOf(settings, { form: 'color-lookup' }), SIGNAL);
    expect(it.control.layers().map(({ kind }) => kind)).toEqual(['colorLookup', 'pixel', 'pixel']);
    const expected = embeddedRenderer.render(embeddedRenderer.open(raster), settings);
    expect(meanDeltaE2000(toLab(it.control.picture()), toLab(expected))).toBeLessThan(0.7);
  });

  test('refuses a Color Lookup layer for what a table cannot hold, and names it', async () => {
    const it = begin(LAYERED);
    it.memory(it.id).looked = {
      area: { left: 0, top: 0, right: 240, bottom: 160 },
      raster: it.control.picture(),
    };
    const commit = it.edits.commit(it.commitOf({ Clarity2012: 20 }, { form: 'color-lookup' }), SIGNAL);
    await expect(commit).rejects.toMatchObject({ message: expect.stringContaining('Clarity') });
    expect(it.control.layers()).toHaveLength(2);
  });

  test('leaves nothing of a Color Lookup layer that the host refuses', async () => {
    const it = begin(LAYERED, { colorLookup: false });
    it.memory(it.id).looked = {
      area: { left: 0, top: 0, right: 240, bottom: 160 },
      raster: it.control.picture(),
    };
    await expect(
      it.edits.commit(it.commitOf({ Contrast2012: 20 }, { form: 'color-lookup' }), SIGNAL),
    ).rejects.toThrow('Color Lookup');
    expect(it.control.layers()).toHaveLength(2);
  });

  test('adds a second edit above a first that was committed', async () => {
    const it = begin(LAYERED);
    await it.edits.commit(it.commitOf(WARM), SIGNAL);
    await it.edits.commit(it.commitOf(COOL), SIGNAL);
    expect(it.control.layers().filter(({ name }) => name === 'RetouchIQ edit')).toHaveLength(2);
    expect(temperatures(it).sort()).toEqual([-25, 20]);
  });
});

describe('discard()', () => {
  test('brings the document back as it was', async () => {
    const it = begin(LAYERED);
    const [before, states] = [it.control.picture(), it.control.history()];
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    await it.edits.discard(it.id);
    expect(it.control.picture().data).toEqual(before.data);
    expect(it.control.history()).toEqual(states);
    expect(it.memory(it.id).standing).toBeNull();
  });

  test('takes only ours out when the person went on working', async () => {
    const it = begin(LAYERED);
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    it.control.paint('Dodge');
    const stroke = it.control.layer('Dodge').pixels;
    await it.edits.discard(it.id);
    expect(it.control.layers().map(({ name }) => name)).toEqual(['Dodge', 'Background']);
    expect(it.control.layer('Dodge').pixels).toBe(stroke);
  });

  test('takes the filter out of a smart object of the person when they went on working', async () => {
    const it = begin({
      layers: [
        { name: 'Smart', smartObject: 'present' },
        { name: 'Background', background: true },
      ],
    });
    const foreign = it.control.addForeignFilter('Smart');
    await it.edits.tryOut(it.editOf(WARM, { place: 'this-layer' }), SIGNAL);
    it.control.paint('Background');
    await it.edits.discard(it.id);
    expect(it.control.filters().map(({ id }) => id)).toEqual([foreign]);
  });
});

describe('showBefore()', () => {
  test('goes back and forth without a history state', async () => {
    const it = begin(LAYERED);
    const before = it.control.picture();
    await it.edits.tryOut(it.editOf(WARM), SIGNAL);
    const after = it.control.picture();
    const states = it.control.document().history.entries.length;
    await it.edits.showBefore(it.id, true);
    expect(it.control.picture().data).toEqual(before.data);
    await it.edits.showBefore(it.id, false);
    expect(it.control.picture().data).toEqual(after.data);
    expect(it.control.document().history.entries).toHaveLength(states);
  });
});

describe('what goes wrong half-way', () => {
  const steps = ['make', 'mergeVisible', 'newPlacedLayer', 'Adobe Camera Raw Filter', 'get'];

  test.each(steps)('leaves the document as it was when "%s" fails', async (step) => {
    const it = begin(LAYERED);
    const [before, states] = [it.control.picture(), it.control.history()];
    it.control.failOnce(step);
    await expect(it.edits.tryOut(it.editOf(WARM), SIGNAL)).rejects.toMatchObject({ code: 'internal' });
    expect(it.control.picture().data).toEqual(before.data);
    expect(it.control.history()).toEqual(states);
    expect(it.control.layers()).toHaveLength(2);
  });

  test.each(steps)('leaves the document as it was when Esc is pressed before "%s"', async (step) => {
    const it = begin(LAYERED);
    const before = it.control.picture();
    it.control.once(step, () => it.control.pressEscape());
    await expect(it.edits.commit(it.commitOf(WARM), SIGNAL)).rejects.toMatchObject({ code: 'cancelled' });
    expect(it.control.picture().data).toEqual(before.data);
    expect(it.control.layers()).toHaveLength(2);
    expect(it.memory(it.id).standing).toBeNull();
  });

  test.each(['fails', 'is cancelled by Esc'])(
    'shows the alternative again that stood there when the next one %s',
    async (how) => {
      const it = begin(LAYERED);
      await it.edits.tryOut(it.editOf(WARM), SIGNAL);
      const tried = it.control.picture();
      if (how === 'fails') it.control.failOnce('Adobe Camera Raw Filter');
      else it.control.once('Adobe Camera Raw Filter', () => it.control.pressEscape());
      await expect(it.edits.tryOut(it.editOf(COOL), SIGNAL)).rejects.toThrow();
      expect(it.control.picture().data).toEqual(tried.data);
      expect(temperatures(it)).toEqual([20]);
      expect(it.memory(it.id).standing?.editId).toBe(it.editOf(WARM).id);
    },
  );

  test.each([
    ['another blend mode', { blendMode: 'multiply' }],
    ['half its opacity', { opacity: 50 }],
  ])('does not blend a single layer with %s a second time', async (_case, change) => {
    const it = begin({ layers: [{ name: 'Only', ...change }] });
    const before = it.control.picture();
    await it.edits.tryOut(it.editOf({ Exposure2012: 0.5 }), SIGNAL);
    const mean = ({ data }: typeof before) => [...data].reduce((sum, value) => sum + value, 0) / data.length;
    expect(mean(it.control.picture())).toBeGreaterThan(mean(before));
  });

  test('says that the document was closed', async () => {
    const it = begin(LAYERED);
    it.control.close(it.id);
    await expect(it.edits.tryOut(it.editOf(WARM), SIGNAL)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('survives that its layer is deleted half-way', async () => {
    const it = begin(LAYERED);
    it.control.once('Adobe Camera Raw Filter', () => it.control.deleteLayer('RetouchIQ edit'));
    await expect(it.edits.tryOut(it.editOf(WARM), SIGNAL)).rejects.toThrow();
    expect(own(it)).toHaveLength(2);
    expect(it.control.filters()).toHaveLength(0);
  });

  test('does nothing when another document came to the front', async () => {
    const it = begin(LAYERED);
    const other = it.control.open({ title: 'other.psd' });
    await expect(it.edits.tryOut(it.editOf(WARM), SIGNAL)).rejects.toMatchObject({ code: 'cancelled' });
    expect(it.control.activeId).toBe(other);
    expect([...it.control.filters(it.id), ...it.control.filters(other)]).toEqual([]);
  });

  test('explains a mode without the filter and changes nothing', async () => {
    const it = begin({ mode: 'CMYK', depth: 16 });
    const before = it.control.layers();
    await expect(it.edits.tryOut(it.editOf(WARM), SIGNAL)).rejects.toMatchObject({
      message: expect.stringContaining('Camera Raw filter'),
    });
    expect(it.control.layers().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });
});
