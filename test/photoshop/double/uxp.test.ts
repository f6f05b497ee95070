import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';

describe('storage of the double', () => {
  test('secrets come back as bytes', async () => {
    const { secureStorage } = createPhotoshop().uxp.storage;
    await secureStorage.setItem('token', 'grün');
    expect(await secureStorage.getItem('token')).toEqual(Uint8Array.of(0x67, 0x72, 0xc3, 0xbc, 0x6e));
    await secureStorage.removeItem('token');
    expect(await secureStorage.getItem('token')).toBeNull();
  });

  test('an empty secret is refused, and one that is too long for the quota', async () => {
    const { uxp, control } = createPhotoshop();
    await expect(uxp.storage.secureStorage.setItem('token', '')).rejects.toThrow('empty');
    control.uxp.secretQuota = 4;
    await expect(uxp.storage.secureStorage.setItem('token', 'longer')).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
  });

  test('files are written, read, found and renamed', async () => {
    const { uxp } = createPhotoshop();
    const folder = await uxp.storage.localFileSystem.getDataFolder();
    const file = await folder.createFile('one.json');
    await file.write('{"größe":1}', { format: uxp.storage.formats.utf8 });
    await expect(folder.createFile('one.json')).rejects.toThrow('exists');
    await folder.renameEntry?.(file, 'two.json');
    await expect(folder.getEntry('one.json')).rejects.toThrow('Could not find');
    expect(await (await folder.getEntry('two.json')).read()).toBe('{"größe":1}');
    expect((await folder.getEntries()).map(({ name }) => name)).toEqual(['two.json']);
  });

  test('entry points are set up once', () => {
    const { uxp } = createPhotoshop();
    uxp.entrypoints.setup({});
    expect(() => uxp.entrypoints.setup({})).toThrow('twice');
  });
});

describe('the network of the double', () => {
  const real = async () => new Response('{}');

  test('reaches only what the manifest lists', async () => {
    const { control } = createPhotoshop();
    const fetch = control.fetch(['http://localhost:7860'], real);
    expect(await (await fetch('http://localhost:7860/v1/health')).text()).toBe('{}');
    await expect(fetch('http://127.0.0.1:7860/')).rejects.toThrow(
      'Permission denied to the url http://127.0.0.1:7860/. Manifest entry not found.',
    );
  });

  test('notes what is asked in a modal scope', async () => {
    const { control, photoshop } = createPhotoshop();
    const fetch = control.fetch('all', real);
    await photoshop.core.executeAsModal(async () => void (await fetch('http://localhost/x')), {
      commandName: 'x',
    });
    expect(control.leftovers()).toEqual(['/x was fetched in a modal scope']);
  });
});
