import { parameterByName } from '#settings/parameters.ts';

export function quote(words: string): string {
  return words === '' ? 'implied' : `“${words}”`;
}

/** One decimal, with a real minus sign. */
export function fixed(value: number): string {
  return value.toFixed(1).replace('-', '−');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Label as the host shows it, with the panel where several parameters share one. */
export function label(name: string): string {
  const parameter = parameterByName(name);
  if (!parameter) return name;
  return parameter.panel === 'Basic' || parameter.panel === 'Detail' || parameter.panel === 'Effects'
    ? parameter.label
    : `${parameter.label} (${parameter.panel})`;
}
