import { type Command, Option } from 'commander';
import { DIALECTS, MODES, PRESET_NAMES, ROLES } from '#openai/profile.ts';
import { addModel } from './models/add.ts';
import { agreeToModel } from './models/agree.ts';
import { listModels } from './models/list.ts';
import { setLocalOnly } from './models/local-only.ts';
import { removeModel } from './models/remove.ts';
import { testModels } from './models/test.ts';

/** `retouchiq models …`: models as policy or judge, each under a name. */
export function addModels(program: Command): void {
  const models = program.command('models').description('set up models that propose or judge edits');
  models
    .command('add')
    .description('set up a model under a name')
    .argument('<name>', 'what you call it')
    .option('--base-url <url>', 'of its server, up to and with /v1; a preset knows its own')
    .requiredOption('--model <id>', 'what its server calls it')
    .addOption(
      new Option('--preset <kind>', 'of server; default: told from the address').choices(PRESET_NAMES),
    )
    .option('--key-env <VAR>', 'environment variable that holds the key')
    .option('--key-stdin', 'read the key from standard input, or ask for it')
    .addOption(new Option('--key-in <place>', 'where to keep that key').choices(['keychain', 'file']))
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).default('both'))
    .addOption(new Option('--dialect <dialect>', 'in which it answers').choices(DIALECTS).default('json'))
    .addOption(new Option('--mode <mode>', 'it names goals, or sliders').choices(MODES).default('hybrid'))
    .option('--replace', 'a model of that name')
    .action(addModel);
  models
    .command('list')
    .description('show what is set up')
    .option('--json', 'print it as JSON')
    .action(listModels);
  models
    .command('test')
    .description('ask models about a made picture, and show what they can do')
    .argument('[names...]', 'which; default: all')
    .option('--json', 'print it as JSON')
    .action(testModels);
  models
    .command('agree')
    .description('see what is sent where, and agree to it')
    .argument('<name>', 'of the model')
    .option('--withdraw', 'agree no longer')
    .action(agreeToModel);
  models
    .command('remove')
    .description('forget a model and its key')
    .argument('<name>', 'of the model')
    .action(removeModel);
  models
    .command('local-only')
    .description('whether everything must stay on this machine')
    .argument('[on|off]', 'default: show it')
    .action(setLocalOnly);
}
