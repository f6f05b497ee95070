import type { GetPixelsOptions, PhotoshopImageData, PixelsReply } from '../../host/photoshop.ts';
import { inAnotherDocument } from '../other-document.ts';
import type { Probe } from '../probe.ts';
import { question } from '../question.ts';
import { type DocumentKind, selectLeftHalf, TEST_SIZE } from '../test-document.ts';

const SRGB = { colorSpace: 'RGB', colorProfile: 'sRGB IEC61966-2.1' } as const;

/** The host's memory is given back whatever happens. */
async function read<T>(
  probe: Probe,
  options: GetPixelsOptions,
  look: (image: PhotoshopImageData, reply: PixelsReply) => T | Promise<T>,
): Promise<T> {
  const reply = await probe.around.photoshop.imaging.getPixels({ ...SRGB, ...options });
  try {
    return await look(reply.imageData, reply);
  } finally {
    reply.imageData.dispose();
  }
}

function words(error: unknown): string {
  const { message, number, code } = (error ?? {}) as { message?: unknown; number?: unknown; code?: unknown };
  const figure = number ?? code;
  return `${String(message ?? error)}${figure === undefined ? '' : ` (${String(figure)})`}`;
}

const getPixelsOutsideModal = question({
  id: 'getPixelsOutsideModal',
  question: 'Can pixels be read outside of a modal scope?',
  expected: false,
  yes: 'they can',
  no: 'they cannot',
  settles: 'whether reading the picture has to hold Photoshop',
  async ask(probe) {
    try {
      return await read(probe, { documentID: probe.documentId }, ({ width }) => width > 0);
    } catch (error) {
      return { answer: false, seen: words(error) };
    }
  },
});

const encodesOutsideModal = question({
  id: 'encodesOutsideModal',
  question: 'Can pictures be encoded outside of a modal scope?',
  expected: false,
  yes: 'they can',
  no: 'they cannot',
  settles: 'how previews of alternatives are shown',
  async ask(probe) {
    const { imaging } = probe.around.photoshop;
    const size = { width: 8, height: 8, components: 3, chunky: true } as const;
    try {
      const image = await imaging.createImageDataFromBuffer(new Uint8Array(192), { ...size, ...SRGB });
      try {
        return String(await imaging.encodeImageData({ imageData: image, base64: true })).length > 0;
      } finally {
        image.dispose();
      }
    } catch (error) {
      return { answer: false, seen: words(error) };
    }
  },
});

const exactTargetSize = question({
  id: 'exactTargetSize',
  question: 'Do pixels come in exactly the size that is asked for?',
  expected: false,
  yes: 'exactly',
  no: 'in that of a reduced copy near it',
  settles: 'whether pictures are reduced again here',
  ask: (probe) =>
    probe.within(() => {
      const wanted = Math.round(TEST_SIZE.width * 0.7);
      const options = { documentID: probe.documentId, targetSize: { width: wanted } };
      return read(probe, options, ({ width, height }, { level }) => ({
        answer: width === wanted,
        seen: `asked for ${wanted} px, got ${width} × ${height}, level ${String(level)}`,
      }));
    }),
});

const compositeHasAlpha = question({
  id: 'compositeHasAlpha',
  question: 'Does the opaque picture come with an alpha channel?',
  expected: false,
  yes: 'it does',
  no: 'it does not',
  settles: 'how many components are read',
  ask: (probe) =>
    probe.within(() =>
      read(probe, { documentID: probe.documentId }, ({ hasAlpha, components, pixelFormat }) => ({
        answer: hasAlpha,
        seen: `${components} components, ${pixelFormat}`,
      })),
    ),
});

const SIXTEEN_BITS: DocumentKind = { mode: 'RGBColorMode', depth: 16 };

const componentSize8On16 = question({
  id: 'componentSize8On16',
  question: 'Can a 16-bit document be read in 8 bits?',
  expected: false,
  yes: 'it can',
  no: 'it cannot',
  settles: 'why depths are converted here',
  ask: (probe) =>
    inAnotherDocument(probe, SIXTEEN_BITS, async ({ id: documentID }) => {
      try {
        return await read(
          probe,
          { documentID, componentSize: 8 },
          ({ componentSize }) => componentSize === 8,
        );
      } catch (error) {
        return { answer: false, seen: words(error) };
      }
    }),
});

const whiteIs32768 = question({
  id: 'whiteIs32768',
  question: 'Is white 32768 in 16 bits?',
  expected: true,
  yes: 'it is',
  no: 'it is another number',
  settles: 'the scale of 16-bit pixels',
  ask: (probe) =>
    inAnotherDocument(probe, SIXTEEN_BITS, ({ id: documentID }) =>
      read(probe, { documentID }, async (image) => {
        const data = await image.getData({ chunky: true });
        return { answer: data[0] === 32768, seen: `${String(data[0])} in ${image.componentSize} bits` };
      }),
    ),
});

const selectionApi = question({
  id: 'selectionApi',
  question: 'Does the document tell what is selected?',
  expected: true,
  yes: 'it does, and the selection’s pixels can be read',
  no: 'it does not',
  settles: 'whether a selection can mean “here”',
  ask: (probe) =>
    probe.within(async (scope) => {
      await scope.play(selectLeftHalf(probe.documentId));
      const bounds = probe.document.selection?.bounds;
      if (bounds == null) return { answer: false, seen: 'no bounds' };
      const pixels = await probe.around.photoshop.imaging.getSelection?.({ documentID: probe.documentId });
      pixels?.imageData.dispose();
      return {
        answer: Math.round(bounds.right) === TEST_SIZE.width / 2,
        seen: `${bounds.left}, ${bounds.top}, ${bounds.right}, ${bounds.bottom}; pixels ${pixels === undefined ? 'not offered' : 'readable'}`,
      };
    }),
});

/** About reading pixels. */
export const PIXEL_QUESTIONS = [
  getPixelsOutsideModal,
  encodesOutsideModal,
  exactTargetSize,
  compositeHasAlpha,
  componentSize8On16,
  whiteIs32768,
  selectionApi,
] as const;
