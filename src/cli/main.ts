import { Command, CommanderError } from 'commander';
import { version } from '#node/version.ts';
import { RetouchError } from '#wire/error.ts';
import { reportFailure } from './exit.ts';

/** Each command is loaded when it is called: most of the program is not needed for any one of them. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  edit: async () => (await import('./edit.ts')).addEdit,
  read: async () => (await import('./read.ts')).addRead,
  develop: async () => (await import('./develop.ts')).addDevelop,
  match: async () => (await import('./match.ts')).addMatch,
  serve: async () => (await import('./serve.ts')).addServe,
  models: async () => (await import('./models.ts')).addModels,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
};

const program = new Command('retouchiq')
  .description(
    'Retouch photographs by instruction: ranked, explained, editable develop settings. Works offline.',
  )
  .version(version)
  .exitOverride()
  // What was wrong is told below, once and in the form that was asked for.
  .configureOutput({ outputError: () => {} });

/** Wrong use ends with 2; help and version are answers, not errors. */
async function main(): Promise<void> {
  try {
    const called = COMMANDS[process.argv[2] ?? ''];
    for (const load of called ? [called] : Object.values(COMMANDS)) (await load())(program);
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError && SHOWN.has(error.code))
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = reportFailure(wrongUse(error), process.argv.includes('--json'));
  }
}

/** Commander's "errors" that have printed their answer. */
const SHOWN: ReadonlySet<string> = new Set([
  'commander.help',
  'commander.helpDisplayed',
  'commander.version',
]);

function wrongUse(error: unknown): unknown {
  if (!(error instanceof CommanderError)) return error;
  const what = error.message.replace(/^error: /, '').replace(/\.$/, '');
  const help =
    error.code === 'commander.unknownOption'
      ? 'an instruction that begins with - goes after --'
      : 'retouchiq <command> --help shows how';
  return new RetouchError('bad-request', `${what} (${help})`, { cause: error });
}

// Whoever read our output has enough (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await main();
