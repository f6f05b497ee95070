import type { Descriptor } from '../../../plugin/photoshop/host/photoshop.ts';
import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';
import { FILTER, inScope, mean, play } from './support.ts';

const MAKE_MASK: Descriptor = {
  _obj: 'make',
  new: { _class: 'channel' },
  at: { _ref: 'channel', _enum: 'channel', _value: 'mask' },
  using: { _enum: 'userMaskEnabled', _value: 'revealSelection' },
};
const STAMP = { _obj: 'mergeVisible', duplicate: true };

describe('layers of the double', () => {
  test('collections have length and indices but no iterator', () => {
    const { photoshop, control } = createPhotoshop();
    control.open({ layers: [{ name: 'top' }, { name: 'bottom', background: true }] });
    const { layers } = photoshop.app.activeDocument!;
    expect(() => [...(layers as unknown as Iterable<unknown>)]).toThrow(TypeError);
    expect(layers.length).toBe(2);
    expect(layers[1]?.isBackgroundLayer).toBe(true);
  });

  test('a smart object has another id, and its mask is gone into it', async () => {
    const double = createPhotoshop();
    double.control.open({
      width: 40,
      height: 20,
      layers: [{ name: 'cut out', masked: (x) => (x < 10 ? 255 : 0) }, { background: true }],
    });
    const { id } = double.control.layer('cut out');
    const layer = double.photoshop.app.activeDocument!.layers[0]!;
    await play(double, { _obj: 'newPlacedLayer' });
    expect(() => layer.name).toThrow('does not exist');
    const smart = double.photoshop.app.activeDocument!.layers[0]!;
    expect(smart.id).not.toBe(id);
    expect(smart).toMatchObject({
      kind: 'smartObject',
      name: 'cut out',
      bounds: { left: 0, top: 0, right: 10, bottom: 20 },
    });
    expect(double.control.layer('cut out').mask).toBeNull();
  });

  test.each([true, false])('a stamp shows what is visible; into the empty layer: %s', async (fills) => {
    const double = createPhotoshop({ rules: { stampFillsEmptyLayer: fills } });
    double.control.open({
      layers: [{ name: 'hidden', visible: false, paint: () => [255, 0, 0] }, { name: 'photo' }],
    });
    double.control.choose('photo');
    const before = double.control.picture().data;
    await play(
      double,
      { _obj: 'make', _target: [{ _ref: 'layer' }], using: { _obj: 'layer', name: 'edit' } },
      STAMP,
    );
    expect(double.control.layers()).toHaveLength(fills ? 3 : 4);
    expect(double.control.picture().data).toEqual(before);
    expect(double.photoshop.app.activeDocument!.activeLayers[0]!.name).toBe(fills ? 'edit' : 'Layer 1');
  });

  test('a stamp is not available from a hidden layer', async () => {
    const double = createPhotoshop();
    double.control.open({ layers: [{ name: 'hidden', visible: false }, { background: true }] });
    expect((await play(double, STAMP))[0]?.['_obj']).toBe('error');
  });

  test('a mask uses the selection up and is refused where there is one', async () => {
    const double = createPhotoshop();
    double.control.open({ layers: [{ name: 'edit' }, { background: true }] });
    double.control.select({ left: 0, top: 0, right: 0.5, bottom: 1 });
    const [made, again] = await play(double, MAKE_MASK, MAKE_MASK);
    expect(made?.['_obj']).not.toBe('error');
    expect(again?.['_obj']).toBe('error');
    expect(double.photoshop.app.activeDocument!.selection?.bounds).toBeNull();
    expect(double.control.layer('edit').mask?.[0]).toBe(255);
  });

  test('clipped, masked and half-transparent layers are drawn as such', () => {
    const double = createPhotoshop();
    double.control.open({
      width: 4,
      height: 1,
      layers: [
        { name: 'clipped', clipped: true, paint: () => [0, 0, 200] },
        { name: 'base', paint: (x) => (x < 2 ? [200, 0, 0] : undefined) },
        { name: 'half', opacity: 50, paint: () => [100, 100, 100], masked: (x) => (x === 3 ? 0 : 255) },
        { name: 'paper', background: true, paint: () => [200, 200, 200] },
      ],
    });
    expect([...double.control.picture().data]).toEqual([0, 0, 200, 0, 0, 200, 150, 150, 150, 200, 200, 200]);
  });

  test('a refusal ends the batch unless told otherwise', async () => {
    const double = createPhotoshop();
    double.control.open();
    const gone = { _obj: 'select', _target: [{ _ref: 'layer', _id: 9999 }] };
    const replies = await inScope(double, () =>
      double.photoshop.action.batchPlay([gone, { _obj: 'newPlacedLayer' }], {}),
    );
    expect(replies).toEqual([{ _obj: 'error', message: expect.stringContaining('layer'), result: -25922 }]);
    expect(double.control.history()).toEqual(['Open']);
  });

  test('a table of colours works as an adjustment layer where it can be made', async () => {
    const rules = { colorLookupFrom: 'text' } as const;
    const cube = [
      'LUT_3D_SIZE 2',
      ...[1, 0].flatMap((b) => [1, 0].flatMap((g) => [`1 ${g} ${b}`, `0 ${g} ${b}`])),
    ];
    const make = {
      _obj: 'make',
      _target: [{ _ref: 'adjustmentLayer' }],
      using: {
        _obj: 'adjustmentLayer',
        type: { _obj: 'colorLookup', LUT3DFileData: { _rawData: 'base64', _data: btoa(cube.join('\n')) } },
      },
    };
    const double = createPhotoshop({ rules });
    double.control.open();
    const before = mean(double);
    expect((await play(double, make))[0]?.['_obj']).not.toBe('error');
    expect(mean(double)).toBeCloseTo(255 - before, 0);
    const without = createPhotoshop({ rules: { colorLookup: false } });
    without.control.open();
    expect((await play(without, make))[0]?.['_obj']).toBe('error');
  });

  test('several properties are read at once', async () => {
    const { photoshop, control } = createPhotoshop();
    control.open({ layers: [{ name: 'edit', masked: () => 255 }] });
    const command = {
      _obj: 'multiGet',
      _target: [{ _ref: 'layer', _name: 'edit' }],
      extendedReference: [['name', 'hasUserMask', 'smartObject']],
      options: { failOnMissingProperty: false },
    };
    expect(await photoshop.action.batchPlay([command], {})).toEqual([{ name: 'edit', hasUserMask: true }]);
    expect(await photoshop.action.batchPlay([{ ...command, options: {} }], {})).toMatchObject([
      { _obj: 'error' },
    ]);
  });

  test.each([true, false])('a temporary document takes the filter: %s', async (works) => {
    const double = createPhotoshop({ rules: { temporaryDocumentFilters: works } });
    const documentID = double.control.open();
    const [reply] = await inScope(double, async () => {
      const copy = await double.photoshop.core.createTemporaryDocument!({ documentID });
      const filter = { _obj: FILTER, _target: [{ _ref: 'document', _id: copy.id }], $Ex12: 0.5 };
      const replies = await double.photoshop.action.batchPlay([filter], {});
      await double.photoshop.core.deleteTemporaryDocument!({ documentID: copy.id });
      return replies;
    });
    expect(reply?.['_obj'] === 'error').toBe(!works);
    expect(double.control.history(documentID)).toEqual(['Open']);
    expect(double.control.leftovers()).toEqual([]);
  });
});
