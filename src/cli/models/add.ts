import { openModels } from '#node/models/models.ts';
import { needsAgreement, whatGoesWhere } from '#openai/permission.ts';
import { PRESETS, presetAt, presetOf } from '#openai/presets.ts';
import { type Profile, profileNameSchema, profileSchema } from '#openai/profile.ts';
import { RetouchError } from '#wire/error.ts';
import { readSecret } from '../terminal.ts';

interface AddModelOptions {
  readonly baseUrl?: string;
  readonly model: string;
  readonly preset?: Profile['preset'];
  readonly keyEnv?: string;
  readonly keyStdin?: boolean;
  readonly keyIn?: 'keychain' | 'file';
  readonly role: Profile['role'];
  readonly dialect: Profile['dialect'];
  readonly mode: Profile['mode'];
  readonly replace?: boolean;
}

/** `retouchiq models add <name> …` */
export async function addModel(name: string, options: AddModelOptions): Promise<void> {
  const models = openModels();
  const profile = profileFrom(name, options);
  const key = options.keyStdin ? await readSecret(`Key for "${name}" (it is not shown): `) : undefined;
  const stored = await models.add(name, profile, {
    ...(options.replace ? { replace: true } : {}),
    ...(key === undefined ? {} : { key }),
    ...(options.keyIn ? { keyIn: options.keyIn } : {}),
  });
  const { sentences } = whatGoesWhere(name, profile);
  const agree = needsAgreement(profile, await models.permission())
    ? [`Before the first picture goes there, agree once: retouchiq models agree ${name}`]
    : [];
  const lines = [
    `Set up "${name}" (${profile.baseUrl}) in ${models.path}`,
    ...sentences,
    stored ? `Its key is in ${stored.title}.` : keySentence(profile),
    ...agree,
    presetOf(profile).paints
      ? `Use it: retouchiq edit <photo> "<instruction>" --out <dir> --policy ${name}`
      : `Try it: retouchiq models test ${name}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** @throws {RetouchError} `bad-request` */
function profileFrom(name: string, options: AddModelOptions): Profile {
  checked(profileNameSchema.safeParse(name), 'The name');
  if (options.keyEnv !== undefined && options.keyStdin)
    throw new RetouchError('bad-request', 'Give --key-env or --key-stdin, not both');
  const baseUrl = options.baseUrl ?? PRESETS.get(options.preset ?? '')?.baseUrl;
  if (baseUrl === undefined)
    throw new RetouchError(
      'bad-request',
      'Give the address of the server with --base-url, or a --preset that knows it',
    );
  if (!URL.canParse(baseUrl)) throw new RetouchError('bad-request', `--base-url is no address: "${baseUrl}"`);
  const { model, role, dialect, mode, keyEnv } = options;
  return checked(
    profileSchema.safeParse({
      preset: options.preset ?? presetAt(new URL(baseUrl)).name,
      baseUrl: fullBaseUrl(baseUrl),
      model,
      role,
      dialect,
      mode,
      ...(keyEnv === undefined ? {} : { key: { from: 'env', name: keyEnv } }),
    }),
    'The model',
  );
}

/** People give a bare host, or paste the whole address of an example. */
function fullBaseUrl(url: string): string {
  const trimmed = url.replace(/\/+$/, '').replace(/\/(?:chat\/completions|images\/edits)$/, '');
  return URL.canParse(trimmed) && new URL(trimmed).pathname === '/' ? `${trimmed}/v1` : trimmed;
}

interface Checked<T> {
  readonly success: boolean;
  readonly data?: T;
  readonly error?: {
    readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
  };
}

function checked<T>(result: Checked<T>, what: string): T {
  if (result.success) return result.data!;
  const { path, message } = result.error!.issues[0]!;
  const field = OPTION_OF[String(path[0])] ?? what;
  throw new RetouchError('bad-request', `${field} cannot be that: ${message}`);
}

const OPTION_OF: Readonly<Record<string, string>> = {
  baseUrl: '--base-url',
  model: '--model',
  key: '--key-env',
  role: '--role',
};

function keySentence({ key, ...profile }: Profile): string {
  if (key?.from === 'env')
    return `Its key is read from ${key.name}${process.env[key.name] ? '' : ', which is not set'}.`;
  const { keyEnv } = presetOf(profile);
  if (keyEnv === undefined) return 'It is asked without a key.';
  return `Its key is read from ${keyEnv}${process.env[keyEnv] ? '' : ', which is not set'}.`;
}
