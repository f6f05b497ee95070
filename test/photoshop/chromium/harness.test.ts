import { describeWithProgram } from '../../support/programs.ts';
import { type Plugin, startPlugin } from './harness.ts';
import { asUxpSeesIt } from './uxp-css.ts';

describeWithProgram('chromium', 'the page that stands for UXP', () => {
  let plugin: Plugin;
  beforeAll(async () => {
    plugin = await startPlugin();
  });
  afterAll(() => plugin?.close());

  test('has none of what UXP lacks', async () => {
    const panel = await plugin.open();
    const there = await panel.host(() => {
      const scope = globalThis as unknown as Record<string, unknown>;
      const names = [
        ...['TextDecoder', 'EventSource', 'Worker', 'SharedArrayBuffer', 'WebAssembly', 'URLSearchParams'],
        ...[
          'MutationObserver',
          'indexedDB',
          'OffscreenCanvas',
          'createImageBitmap',
          'DOMParser',
          'MessageChannel',
        ],
      ];
      const canvas = document.createElement('canvas').getContext('2d') as unknown as Record<string, unknown>;
      return [
        ...names.filter((name) => scope[name] !== undefined),
        ...['drawImage', 'getImageData', 'fillText', 'save'].filter((name) => canvas[name] !== undefined),
        ...(document.createElement('canvas').getContext('webgl') ? ['webgl'] : []),
      ];
    });
    expect(there).toEqual([]);
    await panel.close();
  });

  test('notices what a host would not forgive', async () => {
    const panel = await plugin.open({ before: (double) => void double.open({ width: 8, height: 8 }) });
    await panel.host(async () => {
      const { photoshop } = {
        photoshop: (globalThis as unknown as { require: (name: string) => never }).require('photoshop'),
      };
      const { core, imaging } = photoshop as import('../../../plugin/photoshop/host/photoshop.ts').Photoshop;
      await core.executeAsModal(async () => void (await imaging.getPixels({})), { commandName: 'leaks' });
      void Promise.reject(new Error('nobody looks'));
      new Image().src = 'blob:picture';
    });
    await panel.until(() => true);
    expect(await panel.problems()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('nobody looks'),
        '1 image data not disposed of',
        'picture from blob:picture',
      ]),
    );
    await panel.close();
  });

  test('leaves out of style sheets what UXP leaves out', () => {
    const css = `:root{--a:1px}.a{display:grid;gap:4px;color:red}.b:is(.c){color:red}@supports (x:y){.d{color:red}}
      @media (prefers-color-scheme:dark){.e{color:red}}@media (prefers-color-scheme:darkest){.f{width:clamp(1px,2px,3px);height:1px}}`;
    expect(asUxpSeesIt(css, 'darkest')).toBe(':root{--a:1px}.a{color:red}.f{height:1px}');
  });
});
