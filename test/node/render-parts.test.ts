import sharp from 'sharp';
import { decodePhoto } from '#node/decode.ts';
import type { OutputFormat } from '#node/encode.ts';
import { nodeRenderer } from '#node/engine.ts';
import { createRenderPool, type RenderPool, type SingleJob } from '#node/worker-pool.ts';
import type { Mask, Settings } from '#settings/settings.ts';
import { WORKER_FILE } from './worker-file.ts';

/** Large enough to be divided, odd in both directions. */
const [WIDTH, HEIGHT] = [1237, 1301];

const add = { combine: 'add', inverted: false } as const;
const SETTINGS: Record<string, Settings> = {
  nothing: {},
  'a table': { Exposure2012: 0.4, Saturation: 20 },
  'local tone': { Highlights2012: -60, Shadows2012: 60, Clarity2012: 30, Dehaze: 20 },
  detail: { Sharpness: 60, SharpenRadius: 1.5, LuminanceSmoothing: 30, ColorNoiseReduction: 40 },
  'vignette and grain': { PostCropVignetteAmount: -40, GrainAmount: 30 },
  masks: masked([
    { ...add, kind: 'linear', zeroX: 0.2, zeroY: 0.9, fullX: 0.4, fullY: 0.1 },
    {
      ...add,
      combine: 'intersect',
      kind: 'luminance',
      lowNone: 0.1,
      lowFull: 0.3,
      highFull: 0.8,
      highNone: 0.9,
    },
  ]),
  'a mask that looks at all pixels': masked([
    { ...add, kind: 'ai', target: 'sky', referenceX: 0.5, referenceY: 0.2 },
  ]),
};

function masked(masks: readonly Mask[]): Settings {
  const values = { LocalExposure2012: 0.2, LocalClarity2012: 0.3 };
  return { MaskGroupBasedCorrections: [{ name: 'part', active: true, amount: 1, values, masks }] };
}

const pools: RenderPool[] = [];
let files: Record<string, Uint8Array>;
beforeAll(async () => {
  for (const workers of [1, 2, 3]) pools.push(createRenderPool({ workers, workerFile: WORKER_FILE }));
  const image = () => sharp(scene(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  files = {
    'a JPEG': await image().jpeg({ quality: 95 }).toBuffer(),
    'a JPEG turned by a quarter': await image().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    'a progressive JPEG': await image().jpeg({ progressive: true }).toBuffer(),
    'a transparent PNG': await image().ensureAlpha(0.5).png({ compressionLevel: 1 }).toBuffer(),
    'a TIFF of 16 bits': await image().toColourspace('rgb16').tiff({ compression: 'none' }).toBuffer(),
  };
}, 60_000);
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

describe('1, 2 and 3 workers write the same bytes', () => {
  test.each(Object.keys(SETTINGS))('with %s', async (name) => {
    await expectSame({ photo: fileOf('a JPEG'), settings: SETTINGS[name]!, output: { format: 'jpeg' } });
  });

  test.each(['png', 'tiff'] as OutputFormat[])('as %s', async (format) => {
    const settings = { ...SETTINGS['local tone'], ...SETTINGS['detail'] } as Settings;
    await expectSame({ photo: fileOf('a JPEG'), settings, output: { format } });
  });

  test.each([
    ['a JPEG turned by a quarter', 'jpeg'],
    ['a progressive JPEG', 'jpeg'],
    ['a transparent PNG', 'png'],
    ['a transparent PNG', 'jpeg'],
    ['a TIFF of 16 bits', 'tiff'],
    ['a TIFF of 16 bits', 'jpeg'],
  ] as [string, OutputFormat][])('of %s as %s', async (photo, format) => {
    await expectSame({ photo: fileOf(photo), settings: SETTINGS['local tone']!, output: { format } });
  });

  test('of a photo that is decoded already', async () => {
    const { raster } = await decodePhoto(files['a JPEG']!, 'a.jpg');
    await expectSame({ photo: { raster }, settings: SETTINGS['local tone']!, output: { format: 'jpeg' } });
  });
});

test('what workers write is what the engine renders', async () => {
  const settings = SETTINGS['local tone']!;
  const { raster } = await decodePhoto(files['a transparent PNG']!, 'a.png');
  const job: SingleJob = { photo: fileOf('a transparent PNG'), settings, output: { format: 'png' } };
  const written = await decodePhoto(await pools[2]!.render(job), 'b.png');
  const rendered = nodeRenderer.render(nodeRenderer.open(raster), settings);
  expect(Buffer.from(written.raster.data).equals(Buffer.from(rendered.data))).toBe(true);
  expect(written.raster.alpha).toEqual(raster.alpha);
});

test('versions of one photo come in order, each as if it were alone', async () => {
  const versions = ['a table', 'detail', 'local tone'].map((name) => ({
    settings: SETTINGS[name]!,
    output: { format: 'jpeg' as const },
  }));
  const photo = fileOf('a JPEG');
  const written: [number, Buffer][] = [];
  await pools[1]!.renderVersions({ photo, versions }, (version, pieces) => {
    written.push([version, Buffer.concat(pieces)]);
  });
  expect(written.map(([version]) => version)).toEqual([0, 1, 2]);
  for (const [version, file] of written) {
    const alone = await pools[0]!.render({ photo, ...versions[version]! });
    expect(file.equals(Buffer.from(alone))).toBe(true);
  }
});

test('the EXIF data of the file is kept when that is asked for', async () => {
  const bytes = await sharp(files['a JPEG']!)
    .withExif({ IFD0: { Artist: 'Ada' } })
    .toBuffer();
  const job: SingleJob = { photo: { bytes, name: 'a.jpg' }, settings: {}, output: { format: 'jpeg' } };
  const exifOf = async (keepExif: boolean) => {
    const { exif } = await sharp(await pools[1]!.render({ ...job, keepExif })).metadata();
    return exif?.includes('Ada') ?? false;
  };
  expect([await exifOf(true), await exifOf(false)]).toEqual([true, false]);
});

function fileOf(name: string): SingleJob['photo'] {
  return { bytes: new Uint8Array(files[name]!), name };
}

async function expectSame(job: SingleJob): Promise<void> {
  const [one, ...others] = await Promise.all(pools.map(async (pool) => Buffer.from(await pool.render(job))));
  for (const other of others) expect(other.equals(one!)).toBe(true);
}

/** A bright sky over a dark, rough ground. */
function scene(): Uint8Array {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  let state = 1;
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const noise = (state >>> 27) - 16;
      const sky = y < HEIGHT * 0.4 + 40 * Math.sin(x / 90);
      const [r, g, b] = sky ? [150, 190, 240] : [70 + (x >> 5), 90, 40];
      data[at++] = r! + noise;
      data[at++] = g! + noise / 2;
      data[at++] = b! - noise / 2;
    }
  }
  return data;
}
