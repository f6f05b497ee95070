import { createAnswersStore } from '../../../plugin/photoshop/self-test/answers-store.ts';
import { EXPECTED_ANSWERS } from '../../../plugin/photoshop/self-test/questions.ts';
import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';

const OTHER = { ...EXPECTED_ANSWERS, encodesOutsideModal: !EXPECTED_ANSWERS.encodesOutsideModal };

describe('createAnswersStore()', () => {
  test('gives what is expected until the host was asked', async () => {
    const store = createAnswersStore(createPhotoshop().uxp);
    await store.load();
    expect(store.current()).toEqual(EXPECTED_ANSWERS);
  });

  test('remembers what the host answered', async () => {
    const { uxp } = createPhotoshop();
    await createAnswersStore(uxp).save(OTHER);
    const later = createAnswersStore(uxp);
    await later.load();
    expect(later.current()).toEqual(OTHER);
  });

  test('forgets the answers of another version of the host', async () => {
    const { uxp } = createPhotoshop();
    await createAnswersStore(uxp).save(OTHER);
    const later = createAnswersStore({ storage: uxp.storage, host: { ...uxp.host, version: '99.0.0' } });
    await later.load();
    expect(later.current()).toEqual(EXPECTED_ANSWERS);
  });

  test('survives a damaged file', async () => {
    const { uxp } = createPhotoshop();
    const folder = await uxp.storage.localFileSystem.getDataFolder();
    const file = await folder.createFile('host-answers.json', { overwrite: true });
    await file.write('{"host":');
    const store = createAnswersStore(uxp);
    await store.load();
    expect(store.current()).toEqual(EXPECTED_ANSWERS);
  });
});
