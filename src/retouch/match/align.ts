import { toLab } from '#image/lab.ts';
import { lightnessPlane } from '#image/lightness.ts';
import type { LabImage, Plane, Raster } from '#image/raster.ts';
import { cutOut, insideOf, type Rect } from './frame-rect.ts';
import { drawingOf, isEmpty, likeness } from './likeness.ts';

/** The wanted picture, brought onto the frame of the other one. */
export interface Aligned {
  /** Where the frame lies in it, in its px. */
  readonly rect: Rect;
  readonly after: LabImage;
  /** 1 where the wanted picture covers the frame, 0 elsewhere; per pixel of `after`. */
  readonly inside: Float32Array;
  /** Whether it had to be moved, cropped or scaled, beyond plain resizing. */
  readonly moved: boolean;
  /** Correlation of what is drawn, −1…1. */
  readonly likeness: number;
}

/** Aspect ratios that differ by less than this part are the same one, rounded to whole pixels. */
const SAME_SHAPE = 0.015;
/** How far the picture may be displaced, px of the small frame. */
const REACH = 4;
/** Likeness of pictures that lie on each other and show the same: nothing else has to be tried. */
const SURELY = 0.95;
const ZOOMS = [1, 0.97, 1.03, 0.94, 1.06];
/** Gain in likeness below which the plain place is kept: the search would follow noise. */
const CLEARLY = 0.004;

/**
 * Brings `after` onto the frame of `before` (both reduced; `after` a few times larger, so that moves by its pixels are
 * fine enough). Pictures of the same shape mostly lie on each other; others may have been cropped, bordered or stretched,
 * as picture generators do, which have a few sizes only.
 *
 * @param turn called every few milliseconds, to let others work and to stop
 */
export async function align(before: Raster, after: Raster, turn: () => Promise<void>): Promise<Aligned> {
  const { width, height } = before;
  const drawing = drawingOf(lightnessPlane(toLab(before)));
  const at = (rect: Rect): Aligned => {
    const lab = toLab(cutOut(after, rect, width, height));
    const inside = insideOf(after, rect, width, height);
    return {
      rect,
      after: lab,
      inside,
      moved: false,
      likeness: likeness(drawing, drawingOf(lightnessPlane(lab)), inside),
    };
  };
  const whole: Rect = { left: 0, top: 0, width: after.width, height: after.height };
  const plain = at(whole);
  const shape = after.width / after.height / (width / height);
  const sameShape = Math.abs(Math.log(shape)) < SAME_SHAPE;
  // Nothing to go by, or nothing to better.
  if (isEmpty(drawing)) return { ...plain, likeness: 1 };
  if (sameShape && plain.likeness > SURELY && isBestPlace(drawing, plain)) return plain;

  let best = plain;
  for (const guess of guesses(after, width / height, sameShape)) {
    await turn();
    const found = at(settled(guess, drawing, at(guess), after));
    if (found.likeness > best.likeness) best = found;
  }
  best = await climb(best, at, turn);
  return best.likeness > plain.likeness + CLEARLY ? { ...best, moved: true } : plain;
}

function isBestPlace(drawing: Plane, { after, inside, likeness: here }: Aligned): boolean {
  const other = drawingOf(lightnessPlane(after));
  const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
  return around.every(([dx, dy]) => likeness(drawing, other, inside, dx, dy) <= here + 1e-6);
}

/** Where the frame of the other picture may lie: stretched, cropped to the shape, or with borders; each at some zooms. */
function guesses({ width, height }: Raster, aspect: number, sameShape: boolean): Rect[] {
  const whole = { left: 0, top: 0, width, height };
  const byWidth = width / aspect;
  const byHeight = height * aspect;
  const places = sameShape
    ? [whole]
    : [
        whole,
        { left: 0, top: (height - byWidth) / 2, width, height: byWidth },
        { left: (width - byHeight) / 2, top: 0, width: byHeight, height },
      ];
  return places.flatMap((place) =>
    ZOOMS.map((zoom) => ({
      left: place.left + ((1 - zoom) * place.width) / 2,
      top: place.top + ((1 - zoom) * place.height) / 2,
      width: place.width * zoom,
      height: place.height * zoom,
    })),
  );
}

/** The guess moved to where whole pixels of the small frame fit best. */
function settled(rect: Rect, drawing: Plane, found: Aligned, after: Raster): Rect {
  const other = drawingOf(lightnessPlane(found.after));
  let best = found.likeness;
  let move = [0, 0];
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      const here = likeness(drawing, other, found.inside, dx, dy);
      if (here > best) [best, move] = [here, [dx, dy]];
    }
  }
  const [dx, dy] = move as [number, number];
  const stay = { x: rect.width / drawing.width, y: rect.height / drawing.height };
  return clampRect({ ...rect, left: rect.left + dx * stay.x, top: rect.top + dy * stay.y }, after);
}

/** At least half of the frame has to lie on the picture. */
function clampRect(rect: Rect, { width, height }: Raster): Rect {
  return {
    ...rect,
    left: Math.min(width - rect.width / 2, Math.max(-rect.width / 2, rect.left)),
    top: Math.min(height - rect.height / 2, Math.max(-rect.height / 2, rect.top)),
  };
}

/** Moves and scales by single px of the wanted picture while that helps. */
async function climb(
  start: Aligned,
  at: (rect: Rect) => Aligned,
  turn: () => Promise<void>,
): Promise<Aligned> {
  let best = start;
  for (let round = 0; round < 12; round++) {
    const { rect } = best;
    const ways: Rect[] = [
      { ...rect, left: rect.left + 1 },
      { ...rect, left: rect.left - 1 },
      { ...rect, top: rect.top + 1 },
      { ...rect, top: rect.top - 1 },
      { ...rect, left: rect.left - 1, width: rect.width + 2 },
      { ...rect, left: rect.left + 1, width: rect.width - 2 },
      { ...rect, top: rect.top - 1, height: rect.height + 2 },
      { ...rect, top: rect.top + 1, height: rect.height - 2 },
    ];
    let next = best;
    for (const way of ways) {
      await turn();
      const found = at(way);
      if (found.likeness > next.likeness) next = found;
    }
    if (next === best) break;
    best = next;
  }
  return best;
}
