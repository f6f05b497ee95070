import { readFile } from 'node:fs/promises';
import { clampSettings } from '#settings/clamp.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { readXmp } from '#xmp/read.ts';
import { readJson, splitRank, startFrom } from './start-from.ts';

export interface SettingsFile {
  readonly settings: Settings;
  /** One sentence for everything that was not taken as it stood. */
  readonly report: readonly string[];
}

/**
 * Develop settings from an XMP file, a JSON object of `crs:` settings, or a candidate of a `result.json`.
 *
 * @throws {RetouchError} `bad-settings` or `not-found`
 */
export async function readSettingsFile(reference: string): Promise<SettingsFile> {
  const { path } = splitRank(reference);
  if (!/\.json$/i.test(path)) return readXmpFile(reference);
  const json = await readJson(path);
  if (isObject(json) && 'candidates' in json) return { settings: await startFrom(reference), report: [] };
  if (!isObject(json))
    throw new RetouchError(
      'bad-settings',
      `${path} holds no settings: it must be an object such as {"Exposure2012": 0.5}`,
    );
  const { settings, report } = clampSettings('settings' in json ? json['settings'] : json);
  return { settings, report: report.map(({ name, why }) => `${name}: ${why}`) };
}

async function readXmpFile(path: string): Promise<SettingsFile> {
  const text = await readFile(path).catch((cause) => {
    throw new RetouchError(
      'not-found',
      `Cannot read ${path}: ${cause.code === 'ENOENT' ? 'there is no such file' : cause.message}`,
      { cause },
    );
  });
  const { settings, unknown, foreign, warnings } = readXmp(text);
  const ignored = [
    ...unknown.map(({ key }) => `${key}: not a setting of Camera Raw, ignored`),
    ...foreign.map(({ key }) => `${key}: not rendered here`),
  ];
  return { settings, report: [...ignored, ...warnings] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
