import fc from 'fast-check';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import { compareApplied } from '../../../plugin/photoshop/camera-raw/compare-applied.ts';
import { cameraRawDescriptor } from '../../../plugin/photoshop/camera-raw/descriptor.ts';
import { addedFilter, readFilters } from '../../../plugin/photoshop/camera-raw/filters.ts';
import { readFilter } from '../../../plugin/photoshop/camera-raw/read-back.ts';
import { applyFilter, readSmartObject } from '../../../plugin/photoshop/commands/filters.ts';
import { toSmartObject } from '../../../plugin/photoshop/commands/layers.ts';
import { onlyActiveLayer } from '../../../plugin/photoshop/host/documents.ts';
import { createModalRunner } from '../../../plugin/photoshop/host/modal.ts';
import { settingsArbitrary } from '../../settings/arbitrary.ts';
import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';
import { rampRaster } from './pictures.ts';

/** Applies settings to a picture in the double, which has a table of keys of its own. */
async function applied(settings: Settings) {
  const { photoshop, control } = createPhotoshop();
  control.open({ pixels: rampRaster() });
  const { descriptor, sent } = cameraRawDescriptor(settings);
  const replies = await createModalRunner(photoshop)({ name: 'Test' }, async (scope) => {
    await scope.play(toSmartObject());
    const { id } = onlyActiveLayer(photoshop.app.activeDocument!);
    await scope.play(applyFilter(descriptor));
    return readFilters(await scope.play(readSmartObject(id)));
  });
  const filter = addedFilter([], replies);
  return { descriptor, sent, got: readFilter(filter?.filter ?? {}), picture: control.picture() };
}

describe('settings in a host that knows the keys from the evidence alone', () => {
  test('come back without a difference and look as our engine renders what was sent', async () => {
    await fc.assert(
      fc.asyncProperty(settingsArbitrary, async (given) => {
        // An automatic white is the host's to find.
        const { WhiteBalance: _, ...settings } = given;
        const { descriptor, sent, got, picture } = await applied(settings);
        expect(compareApplied(sent, got).differences).toEqual([]);
        // As it stands in the descriptor: a curve as steep as a wall enlarges what whole numbers are moved by.
        const exact = { ...sent, Exposure2012: descriptor['$Ex12'], SharpenRadius: descriptor['$ShpR'] };
        const rendered = embeddedRenderer.render(embeddedRenderer.open(rampRaster()), exact as Settings);
        let apart = 0;
        rendered.data.forEach((value, i) => {
          if (Math.abs(value - picture.data[i]!) > 1) apart += 1;
        });
        expect(apart).toBeLessThanOrEqual(rendered.data.length / 50);
      }),
      { numRuns: 12 },
    );
  });

  test('become black and white as our engine renders them', async () => {
    const settings = { ConvertToGrayscale: true, Contrast2012: 20 };
    const { picture } = await applied(settings);
    const expected = embeddedRenderer.render(embeddedRenderer.open(rampRaster()), settings).data;
    let furthest = 0;
    expected.forEach((value, i) => {
      furthest = Math.max(furthest, Math.abs(value - picture.data[i]!));
    });
    expect(furthest).toBeLessThanOrEqual(1);
  });
});
