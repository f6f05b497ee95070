import type { Findings } from './draft.ts';
import type { Item } from './match.ts';
import { type EditKind, effects } from './meaning.ts';

/** Why each kind of wish is out of reach, in words for the person who asked. */
export const REASONS: Readonly<Record<EditKind, string>> = {
  crop: 'Cropping is not part of this panel yet; crop in Lightroom or Photoshop, the edit stays valid.',
  rotate:
    'Rotating, straightening and lens geometry are not part of this panel yet; use the Crop or Geometry tools.',
  resize:
    'Develop sliders cannot add pixels or change the size; choose a size at export, or use Enhance for more resolution.',
  remove:
    'Develop sliders change tone and colour; they cannot remove things. Use the Remove tool or Generative Fill.',
  add: 'Develop sliders change tone and colour; they cannot add things to the picture.',
  replace:
    'Develop sliders cannot replace a part of the picture; the sky or background can be made darker, lighter, warmer or cooler.',
  clothes:
    'A single object cannot be given another colour with develop sliders; a whole colour family can be shifted.',
  blur: 'Blur by depth is not among the settings used here; use Lens Blur in Lightroom or Photoshop.',
  focus: 'Missed focus and motion blur cannot be undone; sharpening only makes existing edges stand out.',
  text: 'Text, marks and frames cannot be drawn or taken away with develop sliders.',
  face: 'Faces and bodies are not reshaped; only their light and colour can be changed.',
  parts:
    'Small parts such as eyes, teeth or blemishes need a brush or the Remove tool; only the whole face or skin can be adjusted here.',
  smooth:
    'Wrinkles cannot be removed with develop sliders; a lower texture on the skin softens them a little.',
  art: 'The picture stays a photograph: turning it into a drawing or painting is beyond develop sliders.',
  side: 'A half, side or corner of the frame cannot be pointed at by words yet; the wish is read without it. A linear gradient in Lightroom does that.',
  selective:
    'One object cannot be picked out by its colour alone: a whole colour family, or everything before the background, keeps its colour while the rest loses it.',
  generate:
    'Nothing is generated here: develop sliders only change tone and colour of what is in the picture.',
  file: 'That is a matter of exporting, not of developing.',
  none: 'That is not a wish about the photo.',
};

const SKIN_TEXTURE = effects('texture-')[0]!;
const MOVING: ReadonlySet<string> = new Set([
  'quality',
  'verb',
  'axis',
  'zone',
  'color',
  'style',
  'pop',
  'more',
  'cast',
  'edges',
]);

/**
 * Takes out what develop sliders cannot do. Returns true when the segment was about that and says nothing else.
 */
export function readUnsupported(items: readonly Item[], findings: Findings): boolean {
  const start = items[0]!.start;
  const end = items.at(-1)!.end;
  const kinds = new Set(items.map((item) => item.meaning.kind));
  const edits = items.flatMap(({ meaning }) => (meaning.kind === 'edit' ? [meaning.edit] : []));
  const guards = kinds.has('keep') || kinds.has('not');
  if (edits.length > 0) {
    if (guards && !edits.includes('none')) return false;
    const edit = edits[0]!;
    findings.edits.push({ edit, start, end });
    if (edit === 'smooth')
      findings.drafts.push({
        effect: SKIN_TEXTURE,
        sign: 1,
        amount: gentle(items),
        region: 'skin',
        start,
        end,
      });
    if (edit === 'focus')
      findings.drafts.push({
        effect: effects('sharpness+')[0]!,
        sign: 1,
        amount: 1,
        region: null,
        start,
        end,
      });
    return true;
  }
  if (guards) return false;
  if (kinds.has('blur') && !(kinds.has('fix') || kinds.has('remove') || kinds.has('more'))) {
    findings.edits.push({ edit: 'blur', start, end });
    return true;
  }
  if (kinds.has('blur')) {
    findings.edits.push({ edit: 'focus', start, end });
    findings.drafts.push({ effect: effects('sharpness+')[0]!, sign: 1, amount: 1, region: null, start, end });
    return true;
  }
  if (items.some(({ meaning }) => meaning.kind === 'region' && meaning.part)) {
    findings.edits.push({ edit: 'parts', start, end });
    return kinds.has('color') || kinds.has('recover');
  }
  const verb = (['remove', 'add', 'replace'] as const).find((kind) => kinds.has(kind));
  const thing = kinds.has('object');
  // "Add more people": more of a thing is no direction.
  const moving = items.some(
    ({ meaning }) => MOVING.has(meaning.kind) && !(kinds.has('add') && meaning.kind === 'more'),
  );
  const color = items.findIndex(({ meaning }) => meaning.kind === 'color');
  const object = items.findIndex(({ meaning }) => meaning.kind === 'object');
  // "The glare on his glasses" is about the glare.
  const quality = items.findIndex(({ meaning }) => meaning.kind === 'axis' || meaning.kind === 'zone');
  const about = thing && quality >= 0 && quality < object;
  if (verb && ((thing && !about) || (!moving && (kinds.has('unknown') || kinds.has('region'))))) {
    findings.edits.push({ edit: verb, start, end });
    return true;
  }
  const skin = items.some(({ meaning }) => meaning.kind === 'region' && meaning.region === 'skin');
  if (kinds.has('touch') && (thing || (kinds.has('region') && !skin))) {
    findings.edits.push({ edit: thing ? 'clothes' : 'replace', start, end });
    return true;
  }
  if (thing && kinds.has('make') && color > object && !kinds.has('more') && !kinds.has('quality')) {
    findings.edits.push({ edit: 'clothes', start, end });
    return true;
  }
  return false;
}

function gentle(items: readonly Item[]): number {
  const degree = items.find(({ meaning }) => meaning.kind === 'degree');
  return degree?.meaning.kind === 'degree' ? degree.meaning.amount : 1;
}
