import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Renderer } from '#render/renderer.ts';
import type * as parts from '../../src/cli/parts.ts';

/**
 * The engine as the command line of a checkout puts it together, with everything that makes it fast here. Imported when
 * it is asked for: its kernels must have been built by then.
 *
 * @param root folder of the checkout
 */
export async function productRenderer(root: string): Promise<Renderer> {
  const found = await import(pathToFileURL(join(root, 'src/cli/parts.ts')).href);
  const { retouchParts, choosePolicy, chooseReward } = found as typeof parts;
  return retouchParts({ policy: choosePolicy('embedded'), reward: chooseReward('embedded') }).renderer;
}
