import { readFile } from 'node:fs/promises';
import { ROUTES } from '#service/routes/index.ts';
import { derivedDocs } from '../../scripts/docs.ts';

test.each([...derivedDocs().keys()])('docs/%s is current (npm run docs)', async (name) => {
  expect(await readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')).toBe(
    derivedDocs().get(name),
  );
});

const openapi = JSON.parse(derivedDocs().get('openapi.json')!);

test('openapi.json holds every route, and only health and pairing are open', () => {
  const listed = Object.entries<object>(openapi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(listed.sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  const open = Object.entries<Record<string, { security?: [] }>>(openapi.paths).filter(([, methods]) =>
    Object.values(methods).some(({ security }) => security?.length === 0),
  );
  expect(open.map(([path]) => path)).toEqual(['/v1/health', '/v1/pair']);
});

test('every reference in openapi.json leads somewhere', () => {
  const references = [...JSON.stringify(openapi).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  expect(references.length).toBeGreaterThan(20);
  for (const path of references) {
    const found = path.split('/').reduce((value, key) => value?.[key], openapi);
    expect([path, typeof found]).toEqual([path, 'object']);
  }
});
