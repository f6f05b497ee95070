/** esbuild's account of a bundle, as far as it is read. */
export interface Meta {
  readonly inputs: Readonly<
    Record<string, { readonly imports: readonly { path: string; external?: boolean }[] }>
  >;
  readonly outputs: Readonly<
    Record<
      string,
      { readonly bytes: number; readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }
    >
  >;
}

const SCRIPT = 'dist/plugin/main.js';
/** Bytes of the whole script. */
const WHOLE = 800_000;
/** Bytes of each part of it; a part that is not named is a stranger. */
const PARTS: Readonly<Record<string, number>> = {
  '@noble/hashes': 7_000,
  preact: 20_000,
  zod: 90_000,
  plugin: 230_000,
  src: 465_000,
};
const HOST_MODULES = new Set(['photoshop', 'uxp']);

/** What is too large in the plug-in's script, or should not be in it, in sentences. */
export function sizeProblems({ inputs, outputs }: Meta): readonly string[] {
  const script = outputs[SCRIPT];
  if (script === undefined) return [`The account of the bundle does not tell of ${SCRIPT}`];
  const problems = script.bytes > WHOLE ? [`${SCRIPT} has ${script.bytes} bytes, more than ${WHOLE}`] : [];
  for (const [part, bytes] of sizesOf(script.inputs)) {
    const budget = PARTS[part];
    if (budget === undefined) problems.push(`${part} is in the plug-in and has no budget`);
    else if (bytes > budget)
      problems.push(`${part} takes ${bytes} bytes of the plug-in, more than ${budget}`);
  }
  const outside = Object.values(inputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  for (const path of new Set(outside.map((one) => one.path).filter((path) => !HOST_MODULES.has(path))))
    problems.push(`The plug-in imports ${path}, which the host does not give`);
  for (const path of Object.keys(inputs))
    if (/^src\/(node|service|cli|openai)\/|\/openai\//.test(path))
      problems.push(`The plug-in contains ${path}`);
  return problems;
}

/** Bytes of each package and of each of our own top folders. */
export function sizesOf(
  inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>,
): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    if (bytesInOutput === 0) continue;
    const part = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/')[0]!;
    sizes.set(part, (sizes.get(part) ?? 0) + bytesInOutput);
  }
  return sizes;
}
