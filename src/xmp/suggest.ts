import { LOCAL_PARAMETERS, PARAMETERS } from '#settings/parameters.ts';

/** Names that do not exist but are written by hand or by language models, with the one that was meant. */
const MEANT: Readonly<Record<string, string>> = {
  ColorGradeShadowHue: 'SplitToningShadowHue',
  ColorGradeShadowSat: 'SplitToningShadowSaturation',
  ColorGradeHighlightHue: 'SplitToningHighlightHue',
  ColorGradeHighlightSat: 'SplitToningHighlightSaturation',
  ColorGradeBalance: 'SplitToningBalance',
  GrainRoughness: 'GrainFrequency',
  SharpnessRadius: 'SharpenRadius',
  SharpnessDetail: 'SharpenDetail',
  SharpnessMasking: 'SharpenEdgeMasking',
  SharpnessEdgeMasking: 'SharpenEdgeMasking',
};

const known = [...PARAMETERS, ...LOCAL_PARAMETERS].map((parameter) => parameter.name);

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The real key that was probably meant; undefined when none is close, or several are. */
export function suggestKey(key: string): string | undefined {
  if (Object.hasOwn(MEANT, key)) return MEANT[key];
  if (key.length > 60) return undefined;
  // A hand's slip is about one letter in five; longer names cannot be meant.
  const most = Math.floor(key.length / 5);
  const near = known
    .filter((name) => most > 0 && Math.abs(name.length - key.length) <= most)
    .map((name) => ({ name, far: distance(key.toLowerCase(), name.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far);
  const [best, second] = near;
  return best !== undefined && second?.far === best.far ? undefined : best?.name;
}
