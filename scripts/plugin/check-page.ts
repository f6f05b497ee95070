/** What the plug-in's page has that UXP does not take, in sentences. */
export function pageProblems(html: string, files: readonly string[]): readonly string[] {
  const problems = [
    ...(/type\s*=\s*["']?module/i.test(html) ? ['The page has a module script; UXP runs plain ones'] : []),
    ...(/<script(?![^>]*\bsrc=)/i.test(html) ? ['The page has a script inside'] : []),
    ...(/<(iframe|canvas|object|embed)\b/i.test(html)
      ? ['The page has an element that UXP does not have']
      : []),
    ...(/charset\s*=\s*["']?utf-8/i.test(html) ? [] : ['The page does not say that it is UTF-8']),
  ];
  const named = [...html.matchAll(/\b(?:src|href)\s*=\s*["']([^"']+)["']/g)].map(([, name = '']) => name);
  return [
    ...problems,
    ...named
      .filter((name) => !files.includes(name))
      .map((name) => `The page names ${name}, which is not in the folder`),
    ...['main.js', 'styles.css']
      .filter((name) => !named.includes(name))
      .map((name) => `The page does not load ${name}`),
  ];
}
