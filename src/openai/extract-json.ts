/** Places where an object may begin that are tried; prose with more braces than these is no answer. */
const TRIES = 16;
/** A brace with a key behind it. */
const LIKE_AN_OBJECT = /^\{\s*"[^"]*"\s*:/;
/** Characters that are looked at for that. */
const LOOK = 80;

/**
 * The JSON object in a reply that may have words or a code fence around it. Without a whole one: what begins like one (the
 * caller repairs or refuses it), or the text as it is.
 */
export function extractJson(text: string): string {
  const unfenced = text.trim();
  if (isObject(unfenced)) return unfenced;
  let start = unfenced.indexOf('{');
  let from = start;
  for (let tries = 0; start !== -1 && tries < TRIES; tries++) {
    const end = endOfObject(unfenced, start);
    const found = end === -1 ? '' : unfenced.slice(start, end);
    if (isObject(found)) return found;
    // Damaged, and not prose: an object inside of it would be a part of the answer for the whole.
    if (LIKE_AN_OBJECT.test(unfenced.slice(start, start + LOOK))) {
      from = start;
      break;
    }
    start = unfenced.indexOf('{', start + 1);
  }
  if (from === -1) return unfenced;
  const end = endOfObject(unfenced, from);
  return unfenced.slice(from, end === -1 ? undefined : end);
}

/** Only whether it is one: what it holds is read by the caller. */
function isObject(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One past the bracket that closes the one at `start`, or -1. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let inText = false;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (inText) {
      if (c === '\\') i++;
      else if (c === '"') inText = false;
    } else if (c === '"') inText = true;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return -1;
}
