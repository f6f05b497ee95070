import sharp from 'sharp';
import { readPixels } from '#client/pixels.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import { decodePhoto } from '#node/decode.ts';
import type { Settings } from '#settings/settings.ts';
import type { RetouchEvent } from '#wire/api.ts';
import {
  aboutSchema,
  healthSchema,
  photoReplySchema,
  proposeReplySchema,
  rankReplySchema,
  retouchEventSchema,
  retouchStatusSchema,
} from '#wire/api.ts';
import { readingSchema } from '#wire/goal.ts';
import { resultSchema } from '#wire/result.ts';
import { photoFile } from '../support/photo-files.ts';
import { serviceInProcess, serviceOverHttp, type TestService } from '../support/services.ts';

/** One suite for every instance that speaks version 1 of the API. */
describe.each([
  ['in process', serviceInProcess],
  ['over http', serviceOverHttp],
])('the API %s', (_, start) => {
  let service: TestService;
  let photo: string;
  beforeAll(async () => {
    service = await start();
    photo = (await service.client.openPhoto(await photoFile({ width: 120, height: 80 }), 'garden.jpg')).id;
  });
  afterAll(() => service.close());

  test('health says what it is', async () => {
    expect(healthSchema.parse(await service.client.health())).toMatchObject({ name: 'retouchiq', api: 1 });
  });

  test('about names versions, limits and samples', async () => {
    const about = aboutSchema.parse(await service.client.about());
    expect(about.samples).toEqual([{ name: 'evening-street', title: 'Evening street' }]);
    expect(about.versions.engine).not.toBe('');
  });

  test('pairing trades the code for the token', async () => {
    const code = service.app.pairing.issue();
    await expect(service.client.pair(code)).resolves.toBe('a-token-for-tests');
    await expect(service.client.pair(code)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  test('an opened photo is described, and found again by its id', async () => {
    const reply = photoReplySchema.parse(
      await service.client.openPhoto(await photoFile({ width: 120, height: 80 }), 'dir/garden ö.jpg'),
    );
    expect(reply).toMatchObject({
      id: photo,
      photo: { name: 'garden ö.jpg', width: 120, height: 80 },
      colorSpace: 'sRGB',
      bitDepth: 8,
      canEmbed: true,
    });
    expect(reply.examples).toHaveLength(3);
    expect(await service.client.photo(photo)).toEqual(reply);
  });

  test('a sample opens like a photo', async () => {
    const reply = photoReplySchema.parse(await service.client.openSample('evening-street'));
    expect(reply.photo).toMatchObject({ name: 'evening-street.jpg', width: 48, height: 32 });
  });

  test.each([[64], [100], [1280], [2000]])(
    'render at %i px is a JPEG of that long edge, never enlarged',
    async (edge) => {
      const { format, width, height } = await sharp(
        await service.client.render(photo, { settings: {}, edge }),
      ).metadata();
      expect({ format, width, height }).toEqual({
        format: 'jpeg',
        width: Math.min(120, edge),
        height: Math.round(Math.min(120, edge) / 1.5),
      });
    },
  );

  test('render as rgb is the same picture in pixels', async () => {
    const settings = { Exposure2012: 0.5 };
    const pixels = readPixels(await service.client.render(photo, { settings, edge: 60, format: 'rgb' }));
    expect([pixels.width, pixels.height]).toEqual([60, 40]);
    const jpeg = await decodePhoto(await service.client.render(photo, { settings, edge: 60 }), 'a.jpg');
    expect(meanDeltaE2000(toLab(pixels), toLab(jpeg.raster))).toBeLessThan(1.5);
    const largest = await service.client.render(photo, { settings, edge: 4096, format: 'rgb' });
    expect(readPixels(largest).width).toBe(120);
  });

  test('a reduced copy is told by the size of its picture', async () => {
    const file = await photoFile({ width: 120, height: 80 });
    const of = { width: 6000, height: 4000 };
    const reply = await service.client.openPhoto(file, 'a.jpg', undefined, of);
    expect(reply.photo).toMatchObject(of);
    expect(reply.id).not.toBe(photo);
  });

  test('render shows the settings', async () => {
    const lightness = async (settings: Settings) =>
      (await sharp(await service.client.render(photo, { settings, edge: 60 })).stats()).channels[1]!.mean;
    expect(await lightness({ Exposure2012: 1 })).toBeGreaterThan((await lightness({})) + 20);
  });

  test.each([
    ['jpeg', 'garden ö-retouched.jpg', 'image/jpeg'],
    ['png', 'garden ö-retouched.png', 'image/png'],
    ['tiff', 'garden ö-retouched.tif', 'image/tiff'],
  ] as const)('export as %s is the whole picture with a name', async (format, name, contentType) => {
    const file = await service.client.exportFile(photo, {
      settings: { Contrast2012: 20 },
      kind: 'image',
      format,
    });
    expect(file).toMatchObject({ name, contentType });
    expect(await sharp(file.content).metadata()).toMatchObject({ format, width: 120, height: 80 });
  });

  test('export in a smaller size', async () => {
    const { content } = await service.client.exportFile(photo, { settings: {}, kind: 'image', size: 90 });
    expect(await sharp(content).metadata()).toMatchObject({ width: 90, height: 60 });
  });

  test('export of settings alone and of the original with them inside', async () => {
    const xmp = await service.client.exportFile(photo, {
      settings: { Contrast2012: 20 },
      kind: 'xmp',
      title: 'Mine',
    });
    expect(xmp.name).toBe('garden ö-retouched.xmp');
    expect(new TextDecoder().decode(xmp.content)).toContain('Contrast2012');
    expect((await service.client.exportFile(photo, { settings: {}, kind: 'embedded' })).name).toBe(
      'garden ö-retouched.jpg',
    );
    const { id } = await service.client.openPhoto(
      await photoFile({ width: 30, height: 20, format: 'tiff' }),
      'a.tif',
    );
    await expect(service.client.exportFile(id, { settings: {}, kind: 'embedded' })).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  test('read, propose and rank answer as their schemas say', async () => {
    const instruction = 'a bit warmer';
    const reading = readingSchema.parse(await service.client.read(instruction));
    const { proposals } = proposeReplySchema.parse(
      await service.client.propose({ photo, instruction, reading, candidates: 3 }),
    );
    expect(proposals.length).toBeGreaterThan(0);
    const candidates = proposals.map(({ settings }, index) => ({ id: `mine-${index}`, settings }));
    const ranked = rankReplySchema.parse(await service.client.rank({ photo, instruction, candidates }));
    expect(ranked.candidates.map(({ id }) => id)).toEqual(candidates.map(({ id }) => id));
    expect(ranked.candidates.map(({ rank }) => rank).sort()).toEqual(candidates.map((_, index) => index + 1));
  });

  test('a retouch tells the same events by stream and by polling, numbered from 1, and ends in a result', async () => {
    const id = await service.client.startRetouch({ photo, instruction: 'warmer', candidates: 2 });
    const streamed: RetouchEvent[] = [];
    await service.client.watchRetouch(id, { onEvent: (event) => streamed.push(event), transport: 'stream' });
    const polled: RetouchEvent[] = [];
    await service.client.watchRetouch(id, { onEvent: (event) => polled.push(event), transport: 'poll' });
    expect(streamed).toEqual(polled);
    expect(streamed.map(({ sequence }) => sequence)).toEqual(streamed.map((_, index) => index + 1));
    for (const event of streamed) retouchEventSchema.parse(event);
    const last = streamed.at(-1)!;
    expect(last.type).toBe('result-ready');
    if (last.type === 'result-ready') expect(resultSchema.parse(last.result).instruction).toBe('warmer');
    const rest = retouchStatusSchema.parse(await service.client.retouchStatus(id, streamed.length - 1));
    expect(rest).toEqual({ id, status: 'done', events: [last] });
  });

  test('the same retouch twice gives the same result, timings apart', async () => {
    const run = async () => ({
      ...(await service.client.retouch({ photo, instruction: 'more contrast', seed: 7 })),
      timings: null,
    });
    expect(await run()).toEqual(await run());
  });

  test('a cancelled retouch says so, and cancelling again harms nothing', async () => {
    const id = await service.client.startRetouch({ photo, instruction: 'moody' });
    await service.client.cancelRetouch(id);
    const { status, events } = await service.client.retouchStatus(id, 0);
    expect(status).toBe('cancelled');
    expect(events.at(-1)).toMatchObject({ type: 'job-failed', code: 'cancelled' });
    await service.client.cancelRetouch(id);
  });

  test.each<[string, (client: TestService['client']) => Promise<unknown>]>([
    ['photo', (client) => client.photo('ffffffffffffffff')],
    ['sample', (client) => client.openSample('../package')],
    ['retouch', (client) => client.retouchStatus('nothing', 0)],
    ['photo to render', (client) => client.render('../..', { settings: {} })],
  ])('an unknown %s is not found', async (_name, ask) => {
    await expect(ask(service.client)).rejects.toMatchObject({ code: 'not-found' });
  });
});
