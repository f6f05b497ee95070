import type { Descriptor, Photoshop } from '../../../plugin/photoshop/host/photoshop.ts';
import { createPhotoshop, type PhotoshopDouble } from '../../support/photoshop/create-photoshop.ts';
import type { Mode } from '../../support/photoshop/model/state.ts';
import type { Rules } from '../../support/photoshop/rules.ts';

const MODES: Readonly<Record<string, Mode>> = {
  RGBColorMode: 'RGB',
  CMYKColorMode: 'CMYK',
  labColorMode: 'Lab',
  grayscaleMode: 'Grayscale',
};

/** The double with `make document`, white as the test asks for it. */
export function hostWithDocuments(
  rules: Partial<Rules> = {},
): PhotoshopDouble & { readonly photoshop: Photoshop } {
  const double = createPhotoshop({ rules });
  const { action, app, core, imaging, constants } = double.photoshop;
  const batchPlay = async (commands: readonly Descriptor[], options: Descriptor) => {
    const [first] = commands;
    const made = first?.['new'] as Descriptor | undefined;
    if (first?.['_obj'] === 'fill') {
      // The double does not know it, but lets fate have its say.
      await action.batchPlay(commands, options);
      const pixels = double.control.layer('Background').pixels;
      if (!pixels) throw new Error('There is nothing to fill');
      double.control.change('Background', { pixels: { ...pixels, data: pixels.data.map(() => 128) } });
      return [{}];
    }
    if (first?.['_obj'] !== 'make' || made?.['_obj'] !== 'document')
      return action.batchPlay(commands, options);
    const size = (side: string) => (made[side] as { _value: number })._value;
    const documentID = double.control.open({
      title: String(made['name']),
      width: size('width'),
      height: size('height'),
      depth: made['depth'] as 8 | 16 | 32,
      mode: MODES[String((made['mode'] as Descriptor)['_class'])] ?? 'RGB',
      layers: [{ name: 'Background', background: true, paint: () => [255, 255, 255] }],
    });
    return [{ documentID }];
  };
  const photoshop: Photoshop = {
    core,
    imaging,
    constants,
    get app() {
      return app;
    },
    action: { ...action, batchPlay },
  };
  return { ...double, photoshop };
}
