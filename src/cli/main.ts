import { Command, CommanderError } from 'commander';
import { version } from '#node/version.ts';
import { addDevelop } from './develop.ts';
import { addDoctor } from './doctor.ts';
import { addEdit } from './edit.ts';
import { reportFailure } from './exit.ts';
import { addRead } from './read.ts';
import { addServe } from './serve.ts';

const program = new Command('retouchiq')
  .description(
    'Retouch photographs by instruction: ranked, explained, editable develop settings. Works offline.',
  )
  .version(version)
  .exitOverride()
  .showHelpAfterError('(retouchiq <command> --help shows how)');

for (const add of [addEdit, addRead, addDevelop, addServe, addDoctor]) add(program);

/** Wrong use ends with 2; help and version are answers, not errors. */
async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = reportFailure(error, process.argv.includes('--json'));
  }
}

await main();
