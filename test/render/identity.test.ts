import { ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB } from '#color/spaces.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { PARAMETERS } from '#settings/parameters.ts';
import type { Settings, SettingValue } from '#settings/settings.ts';
import { testPicture } from './pictures.ts';

const neutral: Settings = Object.fromEntries(
  PARAMETERS.map((parameter) => [parameter.name, parameter.neutral as SettingValue]),
);

describe('render() with neutral settings returns the same samples', () => {
  test.each(
    [SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO].flatMap((space) => [
      [space.name, space, 8] as const,
      [space.name, space, 16] as const,
    ]),
  )('%s, %#', (_, space, depth) => {
    const raster = testPicture(40, 30, depth, space);
    for (const source of ['rendered', 'raw-preview'] as const)
      for (const settings of [{}, neutral]) {
        const rendered = embeddedRenderer.render(embeddedRenderer.open(raster, { source }), settings);
        expect(Buffer.compare(Buffer.from(rendered.data.buffer), Buffer.from(raster.data.buffer))).toBe(0);
        expect(rendered.space).toBe(space);
      }
  });

  test('corrections that do nothing leave it alone', () => {
    const raster = testPicture(20, 20);
    const mask = {
      kind: 'linear',
      combine: 'add',
      inverted: false,
      zeroX: 0,
      zeroY: 0,
      fullX: 1,
      fullY: 1,
    } as const;
    const values = { LocalExposure2012: 1 };
    const corrections = [
      { name: 'off', active: false, amount: 1, values, masks: [mask] },
      { name: 'no amount', active: true, amount: 0, values, masks: [mask] },
      { name: 'no mask', active: true, amount: 1, values, masks: [] },
      { name: 'no values', active: true, amount: 1, values: {}, masks: [mask] },
    ];
    const rendered = embeddedRenderer.render(embeddedRenderer.open(raster), {
      MaskGroupBasedCorrections: corrections,
    });
    expect(rendered.data).toEqual(raster.data);
  });

  test('the alpha plane is carried through', () => {
    const raster = { ...testPicture(8, 8), alpha: new Uint8Array(64).fill(77) };
    const rendered = embeddedRenderer.render(embeddedRenderer.open(raster), { Exposure2012: 1 });
    expect(rendered.alpha).toBe(raster.alpha);
  });
});
