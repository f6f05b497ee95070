import sharp from 'sharp';
import { openModels } from '#node/models/models.ts';
import { type Capabilities, type Capability, type Probe, testCapabilities } from '#openai/capabilities.ts';
import { createChatModel } from '#openai/chat-model.ts';
import { whatGoesWhere } from '#openai/permission.ts';
import { presetOf } from '#openai/presets.ts';
import { RetouchError } from '#wire/error.ts';
import { interruptSignal } from '../interrupt.ts';
import { progressLine } from '../line.ts';

/** `retouchiq models test [names...]`: a made picture and a question about it; none of the person's photos. */
export async function testModels(
  names: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<void> {
  const signal = interruptSignal();
  const line = progressLine(json === true);
  const models = openModels();
  const { localOnly } = await models.permission();
  const chosen = names.length === 0 ? (await models.list()).map(([name]) => name) : names;
  if (chosen.length === 0)
    throw new RetouchError('not-found', 'No model is set up: "retouchiq models add --help" shows how');
  const probe = await twoHalves();
  const results: Record<string, Capabilities> = {};
  for (const name of chosen) {
    const profile = await models.get(name);
    const { host } = whatGoesWhere(name, profile);
    if (!presetOf(profile).paints) line.show(`Asking ${profile.model} at ${host} about a made picture …`);
    const capabilities = await testOne(name);
    results[name] = capabilities;
    line.clear();
    if (!json) process.stdout.write(`${name}: ${profile.model} at ${host}\n${table(capabilities)}`);
  }
  if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (Object.values(results).some(({ reachable }) => reachable.works === false)) process.exitCode = 4;

  async function testOne(name: string): Promise<Capabilities> {
    const profile = await models.get(name);
    try {
      const key = await models.keyOf(name, profile);
      const { paints, keyEnv } = presetOf(profile);
      if (paints) return untold(null, notTried(key === undefined ? keyEnv : undefined));
      const model = createChatModel(profile, {
        name,
        ...(key === undefined ? {} : { key }),
        permission: { localOnly, agreed: () => true },
      });
      return await testCapabilities(model, probe, signal);
    } catch (error) {
      const { code, message } = RetouchError.wrap(error);
      if (code === 'cancelled') throw error;
      return untold(false, message);
    }
  }
}

/** Nothing is known but why. */
function untold(works: false | null, found: string): Capabilities {
  const unknown = { works: null, found: '' };
  return { reachable: { works, found }, vision: unknown, schema: unknown, streaming: unknown, latency: null };
}

function notTried(missingKey: string | undefined): string {
  const key = missingKey === undefined ? '' : `; ${missingKey} is not set, and it has no other key`;
  return `not tried, as a picture editor may charge for each picture${key}`;
}

const COLORS = {
  red: '#d02020',
  green: '#20a030',
  blue: '#2040d0',
  yellow: '#f0d020',
  black: '#101010',
  white: '#f4f4f4',
};

/** Two colors by chance, so that a model that sees nothing is right once in thirty times. */
async function twoHalves(): Promise<Probe> {
  const colors = Object.keys(COLORS) as (keyof typeof COLORS)[];
  const left = colors[Math.floor(Math.random() * colors.length)]!;
  const others = colors.filter((color) => color !== left);
  const right = others[Math.floor(Math.random() * others.length)]!;
  const half = (color: keyof typeof COLORS) => ({
    width: 128,
    height: 192,
    channels: 3 as const,
    background: COLORS[color],
  });
  const jpeg = await sharp({ create: { ...half(left), width: 256 } })
    .composite([{ input: { create: half(right) }, left: 128, top: 0 }])
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { jpeg, left, right, colors };
}

function table({ latency, ...capabilities }: Capabilities): string {
  const rows = Object.entries(capabilities).map(([name, found]) => row(name, found));
  const time =
    latency === null ? '' : `first piece ${latency.firstPieceMs} ms, whole answer ${latency.totalMs} ms`;
  return [...rows, row('latency', { works: latency === null ? null : true, found: time })].join('');
}

function row(name: string, { works, found }: Capability): string {
  if (works === null && found === '') return '';
  const mark = works === null ? '?' : works ? 'yes' : 'no';
  return `  ${name.padEnd(10)} ${mark.padEnd(4)} ${found}`.trimEnd().concat('\n');
}
