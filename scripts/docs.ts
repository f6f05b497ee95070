/**
 * Writes what is derived from the schemas: `npm run docs`.
 *   docs/openapi.json         the HTTP API, from the service's routes
 *   docs/result.schema.json   JSON Schema of result.json, version 1
 * A test fails when they are not current.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { version } from '#node/version.ts';
import { describeApi } from '#service/openapi.ts';
import { ROUTES } from '#service/routes/index.ts';
import { resultSchema } from '#wire/result.ts';

/** File name in `docs` → its content. */
export function derivedDocs(): ReadonlyMap<string, string> {
  const resultSchemaDocument = {
    title: 'result.json of RetouchIQ, version 1',
    ...z.toJSONSchema(resultSchema, { io: 'output', target: 'draft-2020-12' }),
  };
  return new Map([
    ['openapi.json', text(describeApi(ROUTES, version))],
    ['result.schema.json', text(resultSchemaDocument)],
  ]);
}

function text(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const folder = new URL('../docs/', import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of derivedDocs()) await writeFile(new URL(name, folder), content);
}
