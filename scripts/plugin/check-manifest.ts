import * as z from 'zod';
import { manifestSchema } from './manifest-schema.ts';

/** What is wrong with a manifest, in sentences. */
export function manifestProblems(manifest: unknown, version: string): readonly string[] {
  const read = manifestSchema.safeParse(manifest);
  if (!read.success)
    return read.error.issues.map(
      ({ path, message }) => `The manifest's ${z.core.toDotPath(path)}: ${message}`,
    );
  return read.data.version === version
    ? []
    : [`The manifest has version ${read.data.version}, the product ${version}`];
}
