import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Files of a folder by their path inside, in one order everywhere. */
export function filesIn(folder: string): Readonly<Record<string, Uint8Array>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  return Object.fromEntries(
    names.sort().map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  );
}

/** A `.ccx`: a ZIP of the plug-in's folder with the manifest at its root, unsigned. The same files give the same bytes. */
export function packPlugin(folder: string): Uint8Array {
  const files = filesIn(folder);
  // Local time, which is what ZIP keeps: the same in every time zone. 1980 is where its calendar begins.
  const mtime = new Date(1980, 0, 1);
  return zipSync(files as Zippable, { level: 9, mtime, os: 3, attrs: 0o644 << 16 });
}

/** How a package differs from the folder it was made of, in sentences. */
export function packageProblems(ccx: Uint8Array, folder: string): readonly string[] {
  let packed: Readonly<Record<string, Uint8Array>>;
  try {
    packed = unzipSync(ccx);
  } catch (error) {
    return [`The package is no ZIP: ${(error as Error).message}`];
  }
  const files = filesIn(folder);
  return [
    ...('manifest.json' in packed ? [] : ['The package has no manifest at its root']),
    ...Object.keys(packed)
      .filter((name) => !(name in files))
      .map((name) => `The package has ${name}, the folder has not`),
    ...Object.entries(files)
      .filter(([name, content]) => packed[name] === undefined || !Buffer.from(content).equals(packed[name]))
      .map(([name]) => `${name} is not in the package as it is in the folder`),
  ];
}
