import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

interface Icon {
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly scale: readonly number[];
}

/** Adobe's limit, bytes. */
const MOST_BYTES = 1024 * 1024;
const withIcons = z.object({ icons: z.array(z.custom<Icon>()).optional() });
const manifestIcons = withIcons.extend({ entrypoints: z.array(withIcons) });

/** Icons that are missing or have another size than the manifest says, in sentences. */
export function iconProblems(folder: string, manifest: unknown): readonly string[] {
  const { icons = [], entrypoints } = manifestIcons.parse(manifest);
  return [...icons, ...entrypoints.flatMap((entry) => entry.icons ?? [])].flatMap((icon) =>
    icon.scale.flatMap((scale) => problemsOf(folder, icon, scale)),
  );
}

function problemsOf(folder: string, { path, width, height }: Icon, scale: number): readonly string[] {
  const name = path.replace(/\.(\w+)$/, `@${scale}x.$1`);
  const file = join(folder, name);
  if (!existsSync(file)) return [`The icon ${name} is missing`];
  const bytes = readFileSync(file);
  if (bytes.length > MOST_BYTES) return [`The icon ${name} has more than 1 MB`];
  const size = pngSize(bytes);
  if (size === null) return [`The icon ${name} is no PNG`];
  const fits = size.width === width * scale && size.height === height * scale;
  return fits
    ? []
    : [
        `The icon ${name} has ${size.width} × ${size.height} px instead of ${width * scale} × ${height * scale}`,
      ];
}

/** Width and height of a PNG, from its first chunk (PNG specification, 11.2.2 IHDR). */
export function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  if (!isPng || bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
