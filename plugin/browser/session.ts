import * as z from 'zod';
import type { ModelChoice } from '#panel/host.ts';

const TOKEN = 'retouchiq.token';
const PHOTO = 'retouchiq.photo';
const MODELS = 'retouchiq.models';

/** What the page remembers until its tab is closed: token, photo and who is asked, so that a reload loses none. */
export interface Session {
  token(): string | null;
  keepToken(token: string): void;
  photo(): string | null;
  keepPhoto(id: string): void;
  models(): ModelChoice | null;
  keepModels(choice: ModelChoice): void;
}

/**
 * Takes `#token=…&photo=…` from the address that the service printed, and clears it from the address bar, so that
 * the token does not end up in the history or in a screenshot.
 */
export function startSession(): Session {
  const given = new URLSearchParams(location.hash.replace(/^#/, ''));
  for (const [field, key] of [
    ['token', TOKEN],
    ['photo', PHOTO],
  ] as const) {
    const value = given.get(field);
    if (value !== null && value !== '') sessionStorage.setItem(key, value);
  }
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  return {
    token: () => sessionStorage.getItem(TOKEN),
    keepToken: (token) => sessionStorage.setItem(TOKEN, token),
    photo: () => sessionStorage.getItem(PHOTO),
    keepPhoto: (id) => sessionStorage.setItem(PHOTO, id),
    models: () => readChoice(sessionStorage.getItem(MODELS)),
    keepModels: (choice) => sessionStorage.setItem(MODELS, JSON.stringify(choice)),
  };
}

const choiceSchema = z.object({ policy: z.array(z.string()).nullable(), reward: z.string().nullable() });

/** Another version of the page may have written it. */
function readChoice(text: string | null): ModelChoice | null {
  if (text === null) return null;
  try {
    return choiceSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
