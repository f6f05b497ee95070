import type { Settings } from '#settings/settings.ts';

interface Origin {
  readonly observation: { readonly photo: { readonly sha256: string } };
  readonly instruction: string;
  readonly base: Settings;
  readonly seed: number;
}

/**
 * Ids of a job's candidates, `<photo>-<request>-<n>`: the same photo, request and seed give the same ids, and two
 * requests on one photo do not share any.
 */
export function candidateIds(origin: Origin, count: number): string[] {
  const photo = origin.observation.photo.sha256.slice(0, 8);
  const request = fnv1a(JSON.stringify([origin.seed, origin.instruction, origin.base]));
  return Array.from({ length: count }, (_, n) => `${photo}-${request}-${n + 1}`);
}

/** FNV-1a, 32 bits, over UTF-16 code units, as eight hex digits (a name, not a safeguard). */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
