import { PictureBook } from '#panel/effects/picture-book.ts';
import type { Host } from '#panel/host.ts';
import type { Settings } from '#settings/settings.ts';

/** A host that renders when it is told to, and remembers what it was asked for. */
function slowHost() {
  const asked: { readonly exposure: unknown; readonly edge: number; finish(): Promise<void> }[] = [];
  const released: string[] = [];
  const host = {
    render: (_photo: string, settings: Settings, edge: number) =>
      new Promise<string>((resolve) => {
        const exposure = settings['Exposure2012'];
        asked.push({
          exposure,
          edge,
          async finish() {
            resolve(`${exposure}@${edge}`);
            await new Promise((done) => setTimeout(done));
          },
        });
      }),
    warmPicture: async () => undefined,
    releasePicture: (address: string) => released.push(address),
  } as Partial<Host> as Host;
  return { host, asked, released };
}

const wish = (exposure: number, draft?: number) => ({
  photo: 'p',
  settings: { Exposure2012: exposure },
  edge: 1280,
  ...(draft === undefined ? {} : { draft }),
});

describe('PictureBook', () => {
  test('skips the wishes in between and always brings the last one', async () => {
    const { host, asked } = slowHost();
    const book = new PictureBook(host);
    for (const exposure of [1, 2, 3, 4]) book.want('a', wish(exposure));
    await asked[0]?.finish();
    await asked[1]?.finish();
    expect(asked.map(({ exposure }) => exposure)).toEqual([1, 4]);
    expect(book.picture('a')).toEqual({ address: '4@1280', pending: false, failed: false });
  });

  test('shows a quick picture first, for every slot before any full one', async () => {
    const { host, asked } = slowHost();
    const book = new PictureBook(host);
    for (const [slot, exposure] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const)
      book.want(slot, wish(exposure, 400));
    for (let index = 0; index < 6; index += 1) await asked[index]?.finish();
    expect(asked.map(({ exposure, edge }) => `${exposure}@${edge}`)).toEqual([
      '1@400',
      '2@400',
      '3@400',
      '1@1280',
      '2@1280',
      '3@1280',
    ]);
    expect(book.picture('c').pending).toBe(false);
  });

  test('renders the same settings once for two slots', async () => {
    const { host, asked } = slowHost();
    const book = new PictureBook(host);
    book.want('early', wish(1));
    book.want('final', wish(1));
    await asked[0]?.finish();
    expect(asked).toHaveLength(1);
    expect(book.picture('final').address).toBe('1@1280');
  });

  test('goes back to a picture it has kept without rendering', async () => {
    const { host, asked } = slowHost();
    const book = new PictureBook(host);
    book.want('a', wish(1));
    await asked[0]?.finish();
    book.want('a', wish(2));
    await asked[1]?.finish();
    book.want('a', wish(1));
    expect(book.picture('a')).toEqual({ address: '1@1280', pending: false, failed: false });
    expect(asked).toHaveLength(2);
  });

  test('gives every picture back when it is cleared, the late ones too', async () => {
    const { host, asked, released } = slowHost();
    const book = new PictureBook(host);
    book.want('a', wish(1));
    await asked[0]?.finish();
    book.want('a', wish(2));
    book.clear();
    await asked[1]?.finish();
    expect(released.sort()).toEqual(['1@1280', '2@1280']);
    expect(book.picture('a').address).toBeNull();
  });
});
