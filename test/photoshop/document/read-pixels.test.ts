import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/metrics.ts';
import type { Raster } from '#image/raster.ts';
import { resize } from '#image/resample.ts';
import { readPixels } from '../../../plugin/photoshop/document/read-pixels.ts';
import { activeDocument } from '../../../plugin/photoshop/host/documents.ts';
import { createModalRunner } from '../../../plugin/photoshop/host/modal.ts';
import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';
import type { DocumentRecipe } from '../../support/photoshop/make-document.ts';
import type { Rules } from '../../support/photoshop/rules.ts';

const SIZE = { width: 120, height: 80 };

async function read(recipe: DocumentRecipe, rules: Partial<Rules> = {}, edge = 60, layerAlone = false) {
  const { photoshop, control } = createPhotoshop({ rules });
  control.open({ ...SIZE, ...recipe });
  const document = activeDocument(photoshop)!;
  const result = await createModalRunner(photoshop)({ name: 'Read' }, () =>
    readPixels(photoshop, { document, edge, ...(layerAlone ? { layerId: document.layers[0]!.id } : {}) }),
  );
  expect(control.leftovers()).toEqual([]);
  return result;
}

function distance(a: Raster, b: Raster): number {
  return meanDeltaE2000(toLab(a), toLab(resize(b, a.width, a.height)));
}

describe('readPixels()', () => {
  const plain = read({});

  test.each<[string, DocumentRecipe, Partial<Rules>, number]>([
    ['16 bits', { depth: 16 }, {}, 0.6],
    ['32 bits', { depth: 32 }, { floatPixelsLinear: true }, 0.6],
    ['32 bits, encoded by the host', { depth: 32 }, { floatPixelsLinear: false }, 0.6],
    ['CMYK', { mode: 'CMYK' }, {}, 4],
    ['Lab', { mode: 'Lab' }, {}, 1],
    ['Indexed Color', { mode: 'Indexed' }, {}, 4],
    ['16-bit CMYK', { mode: 'CMYK', depth: 16 }, {}, 4],
    ['an exact size of the host', {}, { targetSize: 'exact' }, 0.6],
    ['an alpha component that is opaque', {}, { compositeHasAlpha: true }, 0.6],
  ])('shows the same picture from %s', async (_case, recipe, rules, tolerance) => {
    const { raster } = await read(recipe, rules);
    expect(raster.data).toBeInstanceOf(Uint8Array);
    expect(Math.max(raster.width, raster.height)).toBe(60);
    expect(distance(raster, (await plain).raster)).toBeLessThan(tolerance);
  });

  test('shows a grey document in grey', async () => {
    const { raster } = await read({ mode: 'Grayscale' });
    for (let at = 0; at < raster.data.length; at += 3)
      expect([raster.data[at + 1], raster.data[at + 2]]).toEqual([raster.data[at], raster.data[at]]);
  });

  test('puts what is transparent on white', async () => {
    const { raster } = await read({
      layers: [{ name: 'half', paint: (x) => (x < 60 ? [10, 20, 30] : undefined) }],
    });
    expect([...raster.data.slice(0, 3)]).toEqual([10, 20, 30]);
    expect([...raster.data.slice(-3)]).toEqual([255, 255, 255]);
  });

  test('tells which part of the canvas it shows when the host leaves out what is empty', async () => {
    const { raster, area } = await read(
      { layers: [{ name: 'half', paint: (x) => (x < 60 ? [10, 20, 30] : undefined) }] },
      { compositeTrimmed: true },
    );
    expect(area).toEqual({ left: 0, top: 0, right: 60, bottom: 80 });
    expect(raster.width / raster.height).toBeCloseTo(60 / 80, 1);
  });

  test('does not enlarge a small document', async () => {
    const { raster } = await read({}, {}, 1280);
    expect([raster.width, raster.height]).toEqual([120, 80]);
  });

  test('says what to do when the linked file of a smart object is missing', async () => {
    await expect(
      read({ layers: [{ name: 'linked', smartObject: 'missing' }] }, {}, 60, true),
    ).rejects.toMatchObject({
      code: 'bad-photo',
      message: expect.stringContaining('relink'),
    });
  });
});
