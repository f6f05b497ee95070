import { writeFile } from 'node:fs/promises';
import { runChild } from '../child.ts';
import { findProgram } from '../find-program.ts';
import { versionIn } from '../version-in.ts';
import { type BenchFiles, type Contender, type Missing, TIMEOUT_MS } from './contender.ts';

/** A module as a sidecar stores it: its parameters are the bytes of a C structure. */
interface Module {
  readonly operation: string;
  readonly version: number;
  readonly fields: readonly (readonly ['integer' | 'float', number])[];
}

/** Fields as the modules' versions in darktable 4.2 declare them. */
const MODULES: readonly Module[] = [
  {
    operation: 'exposure',
    version: 6,
    // mode manual, black, EV, percentile and level of deflickering, compensation off
    fields: [
      ['integer', 0],
      ['float', 0],
      ['float', 0.35],
      ['float', 50],
      ['float', -4],
      ['integer', 0],
    ],
  },
  {
    operation: 'bilat',
    version: 3,
    // "local contrast": mode local Laplacian, highlights, shadows, detail, range of midtones
    fields: [
      ['integer', 1],
      ['float', 0.4],
      ['float', 1.6],
      ['float', 0.4],
      ['float', 0.5],
    ],
  },
  {
    operation: 'velvia',
    version: 2,
    fields: [
      ['float', 20],
      ['float', 1],
    ],
  },
];

export async function darktable({ jpeg, at }: BenchFiles): Promise<readonly Contender[] | Missing> {
  const program = findProgram(['darktable-cli']);
  if (program === undefined) return { name: 'darktable-cli', remedy: 'apt-get install darktable' };
  const options = { timeoutMs: TIMEOUT_MS };
  const version = versionIn((await runChild(program, ['--version'], options)).stdout);
  const [sidecar, out, folder] = [at('darktable.xmp'), at('darktable.jpg'), at('darktable')];
  await writeFile(sidecar, sidecarOf(MODULES));
  const core = [
    ...['--core', '--disable-opencl', '--configdir', folder, '--cachedir', `${folder}/cache`],
    ...['--conf', 'plugins/imageio/format/jpeg/quality=90'],
  ];
  return [
    {
      id: 'darktable',
      name: `darktable-cli ${version}`,
      role: 'peer',
      start: 'cold',
      edit: 'exposure, local Laplacian (highlights, shadows, detail), velvia',
      async run() {
        // The options of the core come last.
        await runChild(program, [jpeg, sidecar, out, '--apply-custom-presets', 'false', ...core], options);
        return out;
      },
    },
  ];
}

/** An XMP sidecar with a history of these modules. */
function sidecarOf(modules: readonly Module[]): string {
  const steps = modules.map(
    ({ operation, version, fields }, index) =>
      `<rdf:li darktable:num="${index}" darktable:operation="${operation}" darktable:enabled="1" ` +
      `darktable:modversion="${version}" darktable:params="${hexOf(fields)}" darktable:multi_name="" darktable:multi_priority="0"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:darktable="http://darktable.sf.net/" darktable:xmp_version="5"
 darktable:raw_params="0" darktable:auto_presets_applied="1" darktable:history_end="${modules.length}">
<darktable:history><rdf:Seq>
${steps.join('\n')}
</rdf:Seq></darktable:history></rdf:Description></rdf:RDF></x:xmpmeta>
`;
}

function hexOf(fields: Module['fields']): string {
  const bytes = Buffer.alloc(fields.length * 4);
  fields.forEach(([kind, value], index) => {
    if (kind === 'integer') bytes.writeInt32LE(value, index * 4);
    else bytes.writeFloatLE(value, index * 4);
  });
  return bytes.toString('hex');
}
