import { InvalidArgumentError } from 'commander';
import { parameterByName } from '#settings/parameters.ts';
import { LIMITS } from '#wire/limits.ts';

/** Parsers of option values; each throws commander's error, which ends the program as wrong use (exit code 2). */

export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < minimum || value > maximum || text.trim() === '') {
      throw new InvalidArgumentError(`It must be a whole number from ${minimum} to ${maximum}.`);
    }
    return value;
  };
}

export const candidateCount = wholeNumber(1, LIMITS.candidates);
export const seedNumber = wholeNumber(0, 2 ** 31 - 1);

export function folderName(path: string): string {
  if (path.trim() === '') throw new InvalidArgumentError('It must be the name of a folder.');
  return path;
}

/** `full`, or a long edge in px. */
export function outputSize(text: string): 'full' | number {
  return text === 'full' ? 'full' : wholeNumber(16, 65535)(text);
}

/** `Exposure2012,Contrast2012`: names from the settings registry. */
export function parameterNames(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names) {
    if (!parameterByName(name))
      throw new InvalidArgumentError(
        `There is no setting "${name}"; names are those of Camera Raw, such as Exposure2012.`,
      );
  }
  return names;
}

/** `6500,+11`: Kelvin and tint. */
export function whitePoint(text: string): { kelvin: number; tint: number } {
  const [kelvin, tint, ...rest] = text.split(',').map(Number);
  const valid =
    rest.length === 0 &&
    kelvin !== undefined &&
    tint !== undefined &&
    kelvin >= 2000 &&
    kelvin <= 50000 &&
    Math.abs(tint) <= 150;
  if (!valid)
    throw new InvalidArgumentError(
      'It must be <kelvin>,<tint>, such as 6500,+11 (2000 to 50000 K, tint -150 to 150).',
    );
  return { kelvin, tint };
}
