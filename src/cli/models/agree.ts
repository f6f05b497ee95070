import { openModels } from '#node/models/models.ts';
import { whatGoesWhere } from '#openai/permission.ts';

/** `retouchiq models agree <name> [--withdraw]` */
export async function agreeToModel(
  name: string,
  { withdraw }: { readonly withdraw?: boolean },
): Promise<void> {
  const models = openModels();
  const profile = await models.get(name);
  const { sentences, host, reach } = whatGoesWhere(name, profile);
  const told = () => {
    if (reach === 'here') return [...sentences, 'There is nothing to agree to.'];
    if (withdraw) return [`No more pictures are sent to ${host}.`];
    return [...sentences, `You agreed. To take it back: retouchiq models agree ${name} --withdraw`];
  };
  if (reach !== 'here') await models.agree(profile, !withdraw);
  process.stdout.write(`${told().join('\n')}\n`);
}
