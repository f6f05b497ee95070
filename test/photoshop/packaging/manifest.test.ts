import { readFileSync } from 'node:fs';
import { MENU_COMMANDS } from '../../../plugin/photoshop/menu.ts';
import { manifestProblems } from '../../../scripts/plugin/check-manifest.ts';

type Json = Record<string, unknown>;
const text = readFileSync('manifest.json', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const manifest = () => ({ ...(JSON.parse(text) as Json), version });
const within = (path: readonly (string | number)[], value: unknown): Json => {
  const copy = manifest() as Json;
  const last = path.at(-1)!;
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
};

describe('manifest.json', () => {
  it('keeps every documented rule', () => {
    expect(manifestProblems(manifest(), version)).toEqual([]);
  });

  it('has a command for each of the panel’s menu commands, under the same id', () => {
    const entries = manifest()['entrypoints' as never] as readonly { type: string; id: string }[];
    const commands = entries.filter(({ type }) => type === 'command').map(({ id }) => id);
    expect([...commands].sort()).toEqual([...MENU_COMMANDS].sort());
  });
});

describe('manifestProblems() finds', () => {
  const panel = ['entrypoints', 0] as const;
  it.each<[string, readonly (string | number)[], unknown, RegExp]>([
    ['another manifest version', ['manifestVersion'], 4, /manifestVersion/],
    ['a missing id', ['id'], undefined, /id/],
    ['an id with spaces', ['id'], 'my plugin', /id: must be letters/],
    ['a name of two letters', ['name'], 'RQ', /name/],
    ['a name of 46 letters', ['name'], 'n'.repeat(46), /name/],
    ['a version of two parts', ['version'], '1.0', /version: must be x\.y\.z/],
    ['a version part over 99', ['version'], '1.100.0', /version: must be x\.y\.z/],
    ['another version than the product', ['version'], '9.9.9', /has version 9\.9\.9/],
    ['a main file in a folder', ['main'], 'src/index.html', /main/],
    ['a list of hosts', ['host'], [{ app: 'PS', minVersion: '26.1.0', data: { apiVersion: 2 } }], /host/],
    ['another host', ['host', 'app'], 'XD', /host\.app/],
    ['a host before manifest version 5', ['host', 'minVersion'], '23.2.0', /23\.3 or newer/],
    ['a host version of one part', ['host', 'minVersion'], '26', /minVersion/],
    ['the old API', ['host', 'data', 'apiVersion'], 1, /apiVersion/],
    ['all in a list', ['requiredPermissions', 'network', 'domains'], ['all'], /domains/],
    ['a wildcard alone', ['requiredPermissions', 'network', 'domains'], ['*'], /domains/],
    [
      'a wildcard as top-level domain',
      ['requiredPermissions', 'network', 'domains'],
      ['https://example.*'],
      /domains/,
    ],
    ['a host without a scheme', ['requiredPermissions', 'network', 'domains'], ['localhost:4815'], /domains/],
    ['permissions of another name', ['permissions'], {}, /permissions/],
    ['full access to files', ['requiredPermissions', 'localFileSystem'], 'fullAccess', /localFileSystem/],
    ['clipboard as a switch', ['requiredPermissions', 'clipboard'], true, /clipboard/],
    [
      'a permission that is not used',
      ['requiredPermissions', 'launchProcess'],
      { schemes: ['https'] },
      /launchProcess/,
    ],
    ['code from strings', ['requiredPermissions', 'allowCodeGenerationFromStrings'], true, /allowCode/],
    ['a key of version 6', ['addon'], { name: 'x.uxpaddon' }, /addon/],
    ['an unknown feature flag', ['featureFlags'], { enableSWCSupport: true }, /featureFlags/],
    ['an icon path with @', [...panel, 'icons', 0, 'path'], 'icons/dark@1x.png', /without @1x/],
    ['an icon path from the root', [...panel, 'icons', 0, 'path'], 'C:/icons/dark.png', /path/],
    ['a panel icon of another size', [...panel, 'icons', 0, 'width'], 24, /width/],
    ['one scale only', [...panel, 'icons', 0, 'scale'], [1], /scale/],
    ['an unknown theme', [...panel, 'icons', 0, 'theme'], ['black'], /theme/],
    ['a theme without an icon', [...panel, 'icons', 1, 'theme'], ['light'], /cover each theme/],
    [
      'a theme with two icons',
      [...panel, 'icons', 1, 'theme'],
      ['lightest', 'light', 'dark'],
      /cover each theme/,
    ],
    ['no icons', ['icons'], undefined, /icons/],
    ['a panel wider than docks are', [...panel, 'minimumSize', 'width'], 300, /minimumSize/],
    [
      'a preferred size over the largest',
      [...panel, 'preferredFloatingSize', 'width'],
      3000,
      /sizes between/,
    ],
    ['a size in words', [...panel, 'minimumSize', 'height'], '300px', /height/],
    ['a label without a default', [...panel, 'label'], { de: 'RetouchIQ' }, /label/],
    ['a shortcut', ['entrypoints', 1, 'shortcut'], { mac: 'Cmd-K' }, /entrypoints\[1\]/],
    ['two entries of one id', ['entrypoints', 2, 'id'], 'next', /ids of their own/],
    ['an unknown kind of entry', ['entrypoints', 1, 'type'], 'dialog', /entrypoints\[1\]/],
  ])('%s', (_name, path, value, problem) => {
    expect(manifestProblems(within(path, value), version).join('\n')).toMatch(problem);
  });
});
