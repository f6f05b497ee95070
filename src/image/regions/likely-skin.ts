import { above, labelComponents } from '../components.ts';
import type { Region } from '../observation.ts';
import { ramp } from '../ramp.ts';
import type { LabImage } from '../raster.ts';
import type { Steps } from '../steps.ts';
import { findFace } from './face.ts';
import { areaOf, type Finding } from './finding.ts';
import { makeRegion } from './make-region.ts';
import { refineMask } from './refine.ts';
import { type Scene, viewScene } from './scene.ts';
import { believeFace, findSkin } from './skin.ts';
import { skinColor } from './skin-color.ts';

/** Confidence from which on a guess is worth measuring when somebody says that there is skin. */
const WORTH = 0.1;

/** Of what is only coloured like skin we are never surer than this. */
const MOST_BY_COLOR = 0.2;

/** Smaller pictures have no parts worth telling apart, px. */
const MIN_EDGE = 16;

/**
 * Where skin would be, if somebody says that there is some: what `findRegions` finds, the same below its confidence, or
 * calm patches of the colour of skin. Not for deciding whether there are people: wood and rock are taken for skin, too.
 * Null when nothing has the colour. In pieces.
 */
export function* likelySkin(lab: LabImage): Steps<Region | null> {
  if (Math.min(lab.width, lab.height) < MIN_EDGE) return null;
  const scene = yield* viewScene(lab);
  yield;
  const color = skinColor(scene);
  const likely = yield* findFace(scene, color);
  const face = likely && (yield* believeFace(scene, color, likely));
  yield;
  const found = yield* findSkin(scene, color, face);
  yield;
  const finding = found !== null && found.confidence >= WORTH ? found : byColor(scene, color);
  return finding && makeRegion('skin', yield* refineMask(scene, finding.mask), finding.confidence, 0);
}

/** Connected cells of the colour, each as likely as it is calm; specks of a cell or two are left out. */
function byColor(scene: Scene, color: Float32Array): Finding | null {
  const { width, height, roughness } = scene;
  // Faces of a few cells are all edges: roughness counts against them, but not out.
  const calm = color.map((value, i) => value * (0.45 + 0.55 * ramp(roughness[i]!, 18, 8)));
  const { labels, components } = labelComponents(above(calm, 0.28), width, height);
  const kept = new Set(components.filter(({ count }) => count >= 3).map(({ label }) => label));
  const mask = calm.map((value, i) => (kept.has(labels[i]!) ? ramp(value, 0.15, 0.4) : 0));
  const area = areaOf(mask);
  return area === 0 ? null : { mask, confidence: MOST_BY_COLOR * ramp(area, 0.5, 0.1) };
}
