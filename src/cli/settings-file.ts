import { clampSettings } from '#settings/clamp.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import type { ReadXmp } from '#xmp/read.ts';
import { readJson, splitRank } from './result-reference.ts';
import { readSmallFile } from './small-file.ts';

export interface SettingsFile {
  readonly settings: Settings;
  /** Where its masks lie: on the picture as displayed (JSON), or in the frame before orientation (XMP). */
  readonly frame: 'displayed' | 'stored';
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
  if (isObject(json) && 'candidates' in json)
    return { settings: await settingsOfResult(reference), frame: 'displayed', report: [] };
  const plain = isObject(json) && 'settings' in json ? json['settings'] : json;
  if (!isObject(plain))
    throw new RetouchError(
      'bad-settings',
      `'${path}' holds no settings: it must be an object such as {"Exposure2012": 0.5}`,
    );
  const { settings, report } = clampSettings(withoutPrefix(plain));
  return { settings, frame: 'displayed', report: report.map(tell) };
}

/** Results and XMP are read with libraries that plain settings do not need. */
async function settingsOfResult(reference: string): Promise<Settings> {
  const { startFrom } = await import('./start-from.ts');
  return startFrom(reference);
}

function tell({ name, why, to }: ReturnType<typeof clampSettings>['report'][number]): string {
  return `${name}: ${why}, ${to === undefined ? 'left out' : `taken as ${JSON.stringify(to)}`}`;
}

/** Names may be written as they stand in XMP: `crs:Exposure2012`. */
function withoutPrefix(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name.replace(/^crs:/, ''), value]),
  );
}

async function readXmpFile(path: string): Promise<SettingsFile> {
  const { settings, unknown, foreign, warnings } = await parseXmp(path, await readSmallFile(path));
  const ignored = [
    ...unknown.map(({ key }) => `${key}: not a setting of Camera Raw, ignored`),
    ...foreign.map(({ key }) => `${key}: not rendered here`),
  ];
  return { settings, frame: 'stored', report: [...ignored, ...warnings] };
}

async function parseXmp(path: string, bytes: Uint8Array): Promise<ReadXmp> {
  const { readXmp } = await import('#xmp/read.ts');
  try {
    return readXmp(bytes);
  } catch (error) {
    const { code, message } = RetouchError.wrap(error);
    throw new RetouchError(code, `Cannot read settings from '${path}': ${message}`, { cause: error });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
