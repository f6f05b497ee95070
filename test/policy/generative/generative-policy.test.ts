import sharp from 'sharp';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import { resize } from '#image/resample.ts';
import { readInstruction } from '#instruction/read.ts';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto } from '#node/encode.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import { createFlux } from '#policy/generative/flux.ts';
import { createGenerativePolicy, type GenerativePolicyParts } from '#policy/generative/generative-policy.ts';
import { webNet } from '#policy/generative/web-net.ts';
import type { ProposeRequest } from '#policy/policy.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { matchEdit } from '#retouch/match.ts';
import { observe } from '#retouch/observe.ts';
import { settingsSchema } from '#settings/schema.ts';
import type { Settings } from '#settings/settings.ts';
import { reasoningStepSchema } from '#wire/result.ts';
import { landscape, SKIES } from '../../image/scenes.ts';
import {
  type ImageEditorServerOptions,
  sendJson,
  startImageEditorServer,
} from '../../support/image-editor-server/start.ts';

const photo = resize(landscape(SKIES[0]!.sky), 96, 64);
const observation = observe(photo, {
  name: 'garden.png',
  width: photo.width,
  height: photo.height,
  source: 'rendered',
  sha256: '0'.repeat(64),
});

function request(more: Partial<ProposeRequest> = {}): ProposeRequest {
  const instruction = 'warm and bright';
  const reading = readInstruction(instruction);
  return { observation, instruction, reading, candidates: 3, seed: 1, locks: [], base: {}, ...more };
}

async function proposeWith(
  options: ImageEditorServerOptions,
  asked: ProposeRequest = request(),
  more: Partial<GenerativePolicyParts> = {},
) {
  const server = await startImageEditorServer(options);
  const editor = createFlux({
    baseUrl: server.origin,
    model: 'flux-kontext-pro',
    key: 'k',
    net: { ...webNet(), wait: async () => {} },
    permit: () => {},
  });
  try {
    const proposals = await createGenerativePolicy({
      editor,
      renderer: embeddedRenderer,
      encode: (raster) => encodePhoto(raster, { format: 'png' }),
      decode: async (file) => (await decodePhoto(file, 'reply')).raster,
      match: (pair) => matchEdit(pair, embeddedRenderer),
      ...more,
    }).doPropose(asked);
    return { proposals, seen: server.seen };
  } finally {
    await server.close();
  }
}

const painted = (bytes: Uint8Array) => sharp(bytes).linear([1.15, 1.08, 0.95], [4, 4, 0]).png().toBuffer();

describe('createGenerativePolicy()', () => {
  test('turns the painted picture into settings that come near it, and says how near', async () => {
    const { proposals, seen } = await proposeWith({});
    expect(seen[0]!.fields['prompt']).toContain('warm and bright');
    const [{ settings, reasoning }] = proposals as [(typeof proposals)[number]];
    expect(settingsSchema.parse(settings)).toEqual(settings);
    const wanted = (await decodePhoto(await painted(await encodePhoto(photo, { format: 'png' })), 'x'))
      .raster;
    const reached = embeddedRenderer.render(embeddedRenderer.open(photo), settings);
    const before = meanDeltaE2000(toLab(photo), toLab(wanted));
    expect(meanDeltaE2000(toLab(reached), toLab(wanted))).toBeLessThan(before / 4);
    for (const step of reasoning) expect(reasoningStepSchema.parse(step)).toEqual(step);
    expect(reasoning.at(-1)).toMatchObject({ step: 'left', evidence: expect.stringMatching(/ΔE00 \d/) });
    const named = reasoning.flatMap(({ parameters = [] }) => parameters);
    expect(named).toEqual(expect.arrayContaining(Object.keys(settings)));
  });

  test('asks for one picture unless more may be paid for, and keeps one of equal ones', async () => {
    expect((await proposeWith({})).seen.filter(({ path }) => path.startsWith('/v1/flux'))).toHaveLength(1);
    const { proposals, seen } = await proposeWith({}, request(), { most: 2 });
    expect(seen.filter(({ path }) => path.startsWith('/v1/flux'))).toHaveLength(2);
    expect(proposals).toHaveLength(1);
  });

  test('goes on from the base, shows the generator what the person sees, and keeps locks', async () => {
    const base: Settings = { Exposure2012: -0.5, Contrast2012: 20 };
    const shown: Uint8Array[] = [];
    const encode: GenerativePolicyParts['encode'] = async (raster) => {
      const file = await encodePhoto(raster, { format: 'png' });
      shown.push(file);
      return file;
    };
    const { proposals } = await proposeWith({}, request({ base, locks: ['Contrast2012'] }), { encode });
    const seen = (await decodePhoto(shown[0]!, 'x')).raster;
    expect(seen.data).toEqual(embeddedRenderer.render(embeddedRenderer.open(photo), base).data);
    expect(proposals[0]!.settings['Contrast2012']).toBe(20);
    expect(proposals[0]!.settings['Exposure2012']).not.toBe(-0.5);
  });

  test('an unchanged picture is no proposal', async () => {
    const asked = proposeWith({ paint: (picture) => picture });
    await expect(asked).rejects.toMatchObject({ code: 'model-failed' });
  });

  test.each<[string, ImageEditorServerOptions, RegExp]>([
    ['a server out of order', { troubles: [({ response }) => sendJson(response, 500, {})] }, /out of order/],
    ['another scene', { paint: (picture) => picture.flip().negate() }, /another scene/],
  ])('the fallback takes over at %s, and a step says why', async (_, options, why) => {
    const fallback = createEmbeddedPolicy({ renderer: embeddedRenderer });
    const { proposals } = await proposeWith(options, request(), { fallback });
    expect(proposals.length).toBeGreaterThan(0);
    for (const { reasoning } of proposals)
      expect(reasoning[0]).toMatchObject({ text: expect.stringMatching(why) });
  });

  test('"even stronger" is worked out by the fallback, and refused where there is none', async () => {
    const notes: string[] = [];
    const words = 'even stronger';
    const stronger = request({
      instruction: words,
      reading: readInstruction(words),
      base: { Exposure2012: 0.5 },
      onNote: (note) => notes.push(note),
    });
    const fallback = createEmbeddedPolicy({ renderer: embeddedRenderer });
    expect((await proposeWith({}, stronger, { fallback })).seen).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/edit before; flux:\S+ was not asked/)]);
    await expect(proposeWith({}, stronger)).rejects.toMatchObject({
      code: 'model-failed',
      message: expect.stringContaining('does not know the edit before'),
    });
  });

  test('says that something came which is no picture', async () => {
    const decode = async () => Promise.reject(new Error('bad'));
    await expect(proposeWith({}, request(), { decode })).rejects.toMatchObject({
      message: expect.stringContaining('no picture'),
    });
  });

  test('being cancelled is no reason to fall back', async () => {
    const fallback = createEmbeddedPolicy({ renderer: embeddedRenderer });
    const signal = AbortSignal.abort();
    await expect(proposeWith({}, request({ signal }), { fallback })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
