import type { Control } from '../../support/photoshop/control.ts';
import type { Rules } from '../../support/photoshop/rules.ts';
import { describeWithProgram } from '../../support/programs.ts';
import { type Panel, type Plugin, startPlugin } from './harness.ts';
import { button, documentNow, press, reads, run } from './person.ts';
import { type Spoiling, type SpoiltService, startSpoiltService } from './spoilt-service.ts';

/** A document, and the service that was used last time. */
function remembering(double: Control, stored: string): void {
  double.open({ width: 96, height: 64, title: 'hill.psd' });
  double.uxp.secrets.set(
    'retouchiq.service',
    Uint8Array.from(stored, (character) => character.charCodeAt(0)),
  );
  // Ten times faster than life, so that nobody waits for time limits.
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = ((work: () => void, milliseconds = 0) =>
    wait(work, milliseconds > 1000 ? milliseconds / 10 : milliseconds)) as typeof setTimeout;
}

interface ServiceFault {
  readonly how: Spoiling;
  /** What of it goes wrong; everything when absent. */
  readonly where?: RegExp;
  readonly token?: string;
  readonly rules?: Partial<Rules>;
  /** What the sheet of the connection says. */
  readonly says: RegExp;
}

const FAULTS: Readonly<Record<string, ServiceFault>> = {
  'does not know the token': {
    how: 'none',
    token: 'another',
    says: /does not know this token .* pair again/,
  },
  'answers everything with an error': { how: 'error', says: /Another program|answers with an error|error/ },
  'answers nothing at all': { how: 'stall', says: /does not answer in time/ },
  'is a web page': { how: 'page', says: /A web page answers at/ },
  'speaks a newer version': { how: 'too-new', says: /version 9\.0\.0\) is newer than this plug-in/ },
  'has too much to do': { how: 'busy', says: /too much to do/ },
  'hangs up': { how: 'cut-off', says: /Nobody answers at .*retouchiq serve/ },
  'is not permitted by the manifest': {
    how: 'none',
    rules: { domainsAllWorks: false },
    says: /Photoshop does not let the plug-in reach/,
  },
};

describeWithProgram('chromium', 'the plug-in with a service', () => {
  let plugin: Plugin;
  let service: SpoiltService;
  let panel: Panel;
  beforeAll(async () => {
    plugin = await startPlugin();
  });
  afterAll(() => plugin?.close());
  beforeEach(async () => {
    service = await startSpoiltService();
  });
  afterEach(async () => {
    await panel?.close();
    await service.close();
  });

  async function open(rules: Partial<Rules> = {}, token = service.token): Promise<void> {
    const stored = JSON.stringify({ address: `http://localhost:${service.port}`, token });
    panel = await plugin.open({ before: remembering, given: stored, rules });
  }

  const connected = () =>
    reads(panel, new RegExp(`localhost:${service.port}|127\\.0\\.0\\.1:${service.port}`));

  test.each([true, false])('is served by it; replies come in parts: %s', async (streamingFetch) => {
    await open({ streamingFetch });
    await connected();
    await run(panel, 'warmer and brighter');
    expect(service.asked.some((path) => path.startsWith('/v1/retouches'))).toBe(true);
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    expect(await documentNow(panel)).toMatchObject({ history: ['Open', 'warmer and brighter'], filters: 1 });
    expect(await panel.problems()).toEqual([]);
  });

  test.each(Object.entries(FAULTS))('works alone when it %s, and says so', async (_, fault) => {
    service.spoil(fault.how, fault.where);
    await open(fault.rules, fault.token);
    // The panel does not wait for it.
    await run(panel, 'brighter');
    await reads(panel, /works alone, service away/);
    await press(panel, /works alone/);
    await reads(panel, fault.says);
    expect(await panel.problems()).toEqual([]);
  });

  test.each<[Spoiling, RegExp | undefined]>([
    ['error', /retouches/],
    ['garbage', /retouches/],
    ['stall', /retouches/],
    ['cut-off', undefined],
    ['busy', /photos|retouches/],
  ])('goes on alone when it fails in the middle of a session: %s', async (how, where) => {
    await open();
    await connected();
    await run(panel, 'warmer');
    service.spoil(how, where);
    await run(panel, 'more contrast');
    await reads(panel, /more contrast/);
    await press(panel, 'Commit');
    await button(panel, 'Undo commit').waitFor();
    expect(await documentNow(panel)).toMatchObject({ history: ['Open', 'more contrast'], filters: 1 });
    expect(await panel.problems()).toEqual([]);
  });

  test('works alone while nobody answers, and with it once it is there', async () => {
    service.spoil('cut-off');
    await open();
    await reads(panel, /works alone, service away/);
    service.spoil('none');
    await panel.until(() => !document.body.textContent?.includes('service away'));
    await run(panel, 'warmer');
    await connected();
    expect(service.asked.some((path) => path.startsWith('/v1/retouches'))).toBe(true);
    expect(await panel.problems()).toEqual([]);
  });

  test.each<[string, (double: Control) => void]>([
    ['is full', (double) => void (double.uxp.secretQuota = 4)],
    ['fails', (double) => void (double.uxp.secretsFail = true)],
  ])('connects by a token also when secure storage %s', async (_, spoil) => {
    panel = await plugin.open({
      before: (double) => void double.open({ width: 96, height: 64 }),
    });
    await panel.host(spoil);
    await press(panel, 'works alone');
    await panel.page.getByLabel('Address of the service').fill(`localhost:${service.port}/`);
    await panel.page.getByLabel('Code or token').fill(service.token);
    await press(panel, 'Connect');
    await reads(panel, /Connected, but .*secure storage/);
    expect(await panel.problems()).toEqual([]);
  });
});
