import type { Uxp } from '../host/uxp.ts';
import { EXPECTED_ANSWERS, type HostAnswers, readAnswers } from './questions.ts';

const NAME = 'host-answers.json';

export interface AnswersStore {
  /** What the host is known to do; what is expected until the self-test has asked it. */
  current(): HostAnswers;
  /** Never throws: without stored answers the expected ones hold. */
  load(): Promise<void>;
  save(answers: HostAnswers): Promise<void>;
}

/** What the self-test found, kept in the plug-in's data folder for this version of the host. */
export function createAnswersStore({ storage, host }: Pick<Uxp, 'storage' | 'host'>): AnswersStore {
  const { localFileSystem, formats } = storage;
  let answers = EXPECTED_ANSWERS;
  return {
    current: () => answers,
    async load() {
      try {
        const folder = await localFileSystem.getDataFolder();
        const file = await folder.getEntry(NAME);
        const stored = JSON.parse(String(await file.read({ format: formats.utf8 }))) as {
          host?: unknown;
          answers?: unknown;
        };
        // Another version may answer otherwise.
        if (stored.host === host.version) answers = readAnswers(stored.answers);
      } catch {
        // Not asked yet, or the file is damaged.
      }
    },
    async save(found) {
      answers = found;
      const folder = await localFileSystem.getDataFolder();
      const file = await folder.createFile(NAME, { overwrite: true });
      await file.write(JSON.stringify({ host: host.version, answers: found }), { format: formats.utf8 });
    },
  };
}
