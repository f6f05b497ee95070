import { openModels } from '#node/models/models.ts';

/** `retouchiq models remove <name>` */
export async function removeModel(name: string): Promise<void> {
  await openModels().remove(name);
  process.stdout.write(`Removed "${name}".\n`);
}
