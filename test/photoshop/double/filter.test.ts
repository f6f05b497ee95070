import type { Descriptor } from '../../../plugin/photoshop/host/photoshop.ts';
import { createPhotoshop, type PhotoshopDouble } from '../../support/photoshop/create-photoshop.ts';
import type { LayerRecipe } from '../../support/photoshop/make-document.ts';
import { FILTER, mean, openSmart, play } from './support.ts';

const SET = (index: number, filter: Descriptor): Descriptor => ({
  _obj: 'set',
  _target: [
    { _ref: 'filterFX', _index: index },
    { _ref: 'layer', _enum: 'ordinal', _value: 'targetEnum' },
  ],
  filterFX: { _obj: 'filterFX', filter: { _obj: FILTER, ...filter } },
});

async function readBack(double: PhotoshopDouble): Promise<readonly Descriptor[]> {
  const [reply] = await double.photoshop.action.batchPlay(
    [{ _obj: 'get', _target: [{ _property: 'smartObject' }, { _ref: 'layer', _name: 'photo' }] }],
    {},
  );
  const smart = reply?.['smartObject'] as Descriptor | undefined;
  return (smart?.['filterFX'] ?? []) as readonly Descriptor[];
}

describe('the Camera Raw filter of the double', () => {
  test('changes the picture and can be read back anywhere', async () => {
    const double = createPhotoshop();
    openSmart(double);
    const before = mean(double);
    await play(double, { _obj: FILTER, $Ex12: 1.0001 });
    expect(mean(double)).toBeGreaterThan(before + 30);
    expect(await readBack(double)).toEqual([
      expect.objectContaining({
        filterID: expect.any(Number),
        filter: expect.objectContaining({ _obj: FILTER, $Ex12: 1, $CrVe: '18.6' }),
      }),
    ]);
    expect(double.control.leftovers()).toEqual([]);
  });

  test.each<[string, Descriptor]>([
    ['an integer exposure', { $Ex12: 2 }],
    ['a key with a needless dollar sign', { $saturation: 50, $Strt: 50 }],
    ['parametric sliders without their splits', { $PC_H: 80, $PC_S: -80 }],
    ['no keys at all', {}],
    [
      'a curve that is not flat',
      {
        curve: [
          [0, 0],
          [128, 200],
          [255, 255],
        ],
      },
    ],
    ['corrections that are no XML', { $LCs: 'none' }],
  ])('does nothing and says nothing for %s', async (_, keys) => {
    const double = createPhotoshop();
    openSmart(double);
    const before = double.control.picture().data;
    const [reply] = await play(double, { _obj: FILTER, ...keys });
    expect(reply?.['_obj']).not.toBe('error');
    expect(double.control.picture().data).toEqual(before);
  });

  test('stacks when it is run again', async () => {
    const double = createPhotoshop();
    openSmart(double);
    await play(double, { _obj: FILTER, $Ex12: 0.5 });
    const once = mean(double);
    await play(double, { _obj: FILTER, $Ex12: 0.5 });
    expect(double.control.filters()).toHaveLength(2);
    expect(mean(double)).toBeGreaterThan(once + 10);
  });

  test.each([true, false])('changes in place; unsent keys stay: %s', async (keeps) => {
    const double = createPhotoshop({ rules: { filterFxKeepsUnsentKeys: keeps } });
    openSmart(double);
    await play(double, { _obj: FILTER, $Ex12: 0.5, $Cr12: 30 }, SET(1, { $Ex12: 1.5 }));
    const [first] = await readBack(double);
    expect(first?.['filter']).toMatchObject({ $Ex12: 1.5, ...(keeps ? { $Cr12: 30 } : {}) });
    expect(Object.keys(Object(first?.['filter'])).includes('$Cr12')).toBe(keeps);
    expect(double.control.filters()).toHaveLength(1);
  });

  test.each([
    [true, 0.25],
    [false, 0.75],
  ])('counts filters from the newest: %s', async (newestFilterFirst, left) => {
    const double = createPhotoshop({ rules: { newestFilterFirst } });
    openSmart(double);
    await play(double, { _obj: FILTER, $Ex12: 0.25 }, { _obj: FILTER, $Ex12: 0.75 });
    await play(double, { ...SET(1, {}), _obj: 'delete' });
    expect(double.control.filters().map(({ filter }) => filter['$Ex12'])).toEqual([left]);
  });

  test.each<[string, LayerRecipe]>([
    ['hidden', { visible: false }],
    ['a group', { children: [{}] }],
    ['an adjustment layer', { kind: 'curves' }],
    ['locked', { allLocked: true }],
    ['a smart object without its file', { smartObject: 'missing' }],
  ])('is refused on a layer that is %s', async (_, layer) => {
    const double = createPhotoshop();
    double.control.open({ layers: [layer, { background: true }] });
    const states = double.control.history();
    const [reply] = await play(double, { _obj: FILTER, $Ex12: 0.5 });
    expect(reply?.['_obj']).toBe('error');
    expect(double.control.history()).toEqual(states);
  });

  test('turns the mixer off on an empty layer', async () => {
    const double = createPhotoshop();
    double.control.open({ layers: [{ name: 'photo', smartObject: 'present', empty: true }] });
    await play(double, { _obj: FILTER, $HA_R: 20, $Cr12: 5 });
    const [kept] = double.control.filters();
    expect(kept?.filter).toMatchObject({ $Cr12: 5 });
    expect(kept?.filter).not.toHaveProperty('$HA_R');
  });

  test('takes an active selection as the mask of the whole stack', async () => {
    const double = createPhotoshop();
    openSmart(double);
    const before = double.control.picture().data.slice();
    double.control.select({ left: 0, top: 0, right: 0.5, bottom: 1 });
    await play(double, { _obj: FILTER, $Ex12: 1.5 });
    const after = double.control.picture().data;
    expect(after[47 * 3]).toBe(before[47 * 3]);
    expect(after[0]).toBeGreaterThan(before[0]!);
  });
});
