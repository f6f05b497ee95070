import { readFileSync, statSync } from 'node:fs';

interface Meta {
  readonly inputs: Record<
    string,
    { readonly bytes: number; readonly imports: readonly { path: string; external?: boolean }[] }
  >;
}

/** Largest size of each shipped bundle, bytes. */
const BUDGETS: Readonly<Record<string, number>> = {
  'dist/page/main.js': 700_000,
  'dist/page/styles.css': 60_000,
};

/** What must never reach the page: Node's side of the house, and model clients with their keys. */
const FORBIDDEN_IN_PAGE = [
  /^src\/(node|service|cli)\//,
  /node_modules\/(openai|sharp|hono|pino)\//,
  /\/openai\//,
];

/** Reads esbuild's own account of each bundle and checks what went in and how large it came out. */
export function checkBundles(): boolean {
  const page = JSON.parse(readFileSync('dist/meta/page.json', 'utf8')) as Meta;
  const strays = Object.keys(page.inputs).filter((path) => FORBIDDEN_IN_PAGE.some((rule) => rule.test(path)));
  for (const path of strays) console.error(`The page contains ${path}`);

  const nodeModules = Object.values(page.inputs).flatMap(({ imports }) =>
    imports.filter(({ path }) => path.startsWith('node:')),
  );
  for (const { path } of nodeModules) console.error(`The page imports ${path}`);

  const heavy = Object.entries(BUDGETS).filter(([path, budget]) => statSync(path).size > budget);
  for (const [path, budget] of heavy)
    console.error(`${path} has ${statSync(path).size} bytes, more than ${budget}`);

  return strays.length + nodeModules.length + heavy.length === 0;
}
