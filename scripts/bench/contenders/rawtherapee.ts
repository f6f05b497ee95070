import { writeFile } from 'node:fs/promises';
import { runChild } from '../child.ts';
import { findProgram } from '../find-program.ts';
import { versionIn } from '../version-in.ts';
import { type BenchFiles, type Contender, type Missing, TIMEOUT_MS } from './contender.ts';

/** Six colours, a height each (0.5 changes nothing); 0.35 is how far each bends to its neighbours. */
const equalizer = (heights: readonly number[]) =>
  `1;${heights.map((height, index) => `${(index / heights.length).toFixed(3)};${height};0.35;0.35;`).join('')}`;

const PROFILE = `[Version]
AppVersion=5.9
Version=349

[Exposure]
Auto=false
Compensation=0.35
Contrast=10
CurveMode=Standard
Curve=1;0;0;0.25;0.22;0.75;0.79;1;1;

[Shadows & Highlights]
Enabled=true
Highlights=40
HighlightTonalWidth=70
Shadows=40
ShadowTonalWidth=30
Radius=40

[Local Contrast]
Enabled=true
Radius=80
Amount=0.2
Darkness=1
Lightness=1

[Vibrance]
Enabled=true
Pastels=20
Saturated=10

[HSV Equalizer]
Enabled=true
HCurve=${equalizer([0.51, 0.51, 0.5, 0.49, 0.49, 0.5])}
SCurve=${equalizer([0.5, 0.52, 0.48, 0.5, 0.54, 0.5])}
VCurve=${equalizer([0.5, 0.5, 0.49, 0.5, 0.48, 0.5])}
`;

export async function rawTherapee({ jpeg, at }: BenchFiles): Promise<readonly Contender[] | Missing> {
  const program = findProgram(['rawtherapee-cli']);
  if (program === undefined) return { name: 'rawtherapee-cli', remedy: 'apt-get install rawtherapee' };
  const [profile, out] = [at('rawtherapee.pp3'), at('rawtherapee.jpg')];
  await writeFile(profile, PROFILE);
  // A person's own settings stay out of it, and what it keeps stays out of a person's folders.
  const env = { RT_SETTINGS: at('rawtherapee'), RT_CACHE: at('rawtherapee-cache') };
  const options = { timeoutMs: TIMEOUT_MS, env };
  const version = versionIn((await runChild(program, ['-v'], { ...options, mayFail: true })).stdout);
  return [
    {
      id: 'rawtherapee',
      name: `rawtherapee-cli ${version}`,
      role: 'peer',
      start: 'cold',
      edit: 'exposure, curve, shadows/highlights, local contrast, vibrance, HSV equaliser',
      async run() {
        // -js1: chroma at half size; -Y: overwrite; -c comes last.
        await runChild(program, ['-o', out, '-j90', '-js1', '-Y', '-p', profile, '-c', jpeg], options);
        return out;
      },
    },
  ];
}
