import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { runInTurns, type Steps } from '#image/steps.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import { describePhoto } from '#retouch/describe-photo.ts';
import { observeSteps, previewScale } from '#retouch/observe.ts';
import { KEPT_SIZES, keepSizes } from '#retouch/open-sizes.ts';
import type { PhotoReply } from '#wire/api.ts';
import type { OpenedPixels } from '../backend.ts';
import { KEPT_RENDERINGS } from './kept-renderings.ts';

/** A document's picture as the panel keeps it while it works alone. */
export interface AlonePhoto {
  readonly id: string;
  readonly observation: Observation;
  /** The observation's preview, opened for rendering. */
  readonly preview: RenderSource;
  /** Opened for rendering at a long edge up to that of the pixels that were given. */
  readonly displayAt: (edge: number) => Steps<RenderSource>;
  /** Long edge of these, px. */
  readonly edge: number;
  readonly bytes: number;
  readonly reply: PhotoReply;
}

/** Looks at a picture once and keeps what is needed of it. The id comes from the document's own hash. */
export async function openPhoto(
  { raster, facts, notes, bitDepth }: OpenedPixels,
  renderer: Renderer,
  breathe: () => Promise<void>,
): Promise<AlonePhoto> {
  const observation = await runInTurns(observeSteps(raster, facts), breathe);
  const open = { source: facts.source };
  const id = `alone-${facts.sha256.slice(0, 16)}`;
  const { name: colorSpace } = raster.space;
  return {
    id,
    observation,
    preview: renderer.open(observation.preview, { ...open, scale: previewScale(observation) }),
    displayAt: keepSizes(raster, renderer, open, facts.width),
    edge: Math.max(raster.width, raster.height),
    bytes: bytesOf(observation, raster),
    reply: describePhoto({ id, observation, colorSpace, bitDepth, canEmbed: false, notes }),
  };
}

/** Planes of the size of the preview that the engine and the reward keep of it, about. */
const KEPT_PLANES = 16;

function bytesOf({ preview, lab, regions }: Observation, raster: Raster): number {
  const masks = regions.reduce((sum, { mask }) => sum + mask.data.byteLength, 0);
  const renderings = KEPT_RENDERINGS * preview.data.byteLength + KEPT_SIZES * raster.data.byteLength;
  const planes = (KEPT_PLANES / 3) * lab.data.byteLength;
  return raster.data.byteLength + lab.data.byteLength + masks + renderings + planes;
}
