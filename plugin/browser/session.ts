const TOKEN = 'retouchiq.token';
const PHOTO = 'retouchiq.photo';

/** What the page remembers until its tab is closed: the token, and the photo, so that a reload loses neither. */
export interface Session {
  token(): string | null;
  keepToken(token: string): void;
  photo(): string | null;
  keepPhoto(id: string): void;
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
  };
}
