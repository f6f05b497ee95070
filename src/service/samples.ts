import { RetouchError } from '#wire/error.ts';

/** Scenes to try the product on without a photo of one's own. */
export interface SampleScenes {
  list(): Promise<readonly { readonly name: string; readonly title: string }[]>;
  /** @throws RetouchError `not-found` */
  open(name: string): Promise<Uint8Array>;
}

/** Scenes from a folder of JPEG files; the folder is read each time, a missing one has no scenes. */
export function samplesOf(files: {
  list(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array>;
}): SampleScenes {
  const names = async () => (await files.list()).filter((name) => /^[a-z0-9-]+\.jpg$/.test(name)).sort();
  return {
    list: async () => (await names()).map((name) => ({ name: name.slice(0, -4), title: titleOf(name) })),
    async open(name) {
      // Only listed names are opened, so a name cannot lead out of the folder.
      if (!(await names()).includes(`${name}.jpg`))
        throw new RetouchError('not-found', `There is no sample scene '${name}'`);
      return files.read(`${name}.jpg`);
    },
  };
}

function titleOf(name: string): string {
  const words = name.slice(0, -4).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
