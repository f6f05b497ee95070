import { createModelsControl } from '#panel/effects/models-control.ts';
import { createStore } from '#panel/effects/store.ts';
import type { Host } from '#panel/host.ts';
import { sayChoice, sayNotes, sayUsage } from '#panel/state/model-words.ts';
import { choiceOf, chosenModels, needConsent } from '#panel/state/models.ts';
import { INITIAL_STATE, type State } from '#panel/state/state.ts';
import { RetouchError } from '#wire/error.ts';
import type { AgreementRequest, ModelEntry, ModelsReply } from '#wire/models.ts';
import { follow } from './support.ts';

function entry(name: string, change: Partial<ModelEntry> = {}): ModelEntry {
  return {
    name,
    model: `${name}-7b`,
    role: 'both',
    reach: 'here',
    host: '',
    agreed: true,
    sends: [],
    ...change,
  };
}

function away(host: string): Partial<ModelEntry> {
  return { reach: 'internet', host, agreed: false, sends: ['It is sent your photo.'] };
}

const KNOWN: ModelsReply = {
  models: [
    entry('embedded'),
    entry('qwen'),
    entry('gpt', away('api.example.com')),
    entry('judge', { ...away('judge.example.com'), role: 'reward' }),
  ],
  policy: ['embedded'],
  reward: 'embedded',
  localOnly: false,
};

function told(change: Partial<ModelsReply> = {}): State {
  return follow(INITIAL_STATE, { type: 'models-told', models: { ...KNOWN, ...change } });
}

const toggle = (name: string) => ({ type: 'models-policy-toggled', name }) as const;
const judge = (name: string) => ({ type: 'models-reward-chosen', name }) as const;

describe('choosing', () => {
  test('requests say nothing of who is asked while that is as the service was started', () => {
    expect(choiceOf(INITIAL_STATE.models)).toEqual({});
    expect(choiceOf(told().models)).toEqual({});
    expect(choiceOf(follow(told(), toggle('qwen'), toggle('qwen')).models)).toEqual({});
  });

  test('several may propose, one judges, and somebody always proposes', () => {
    const { models } = follow(told(), toggle('qwen'), judge('qwen'));
    expect(choiceOf(models)).toEqual({ policy: ['embedded', 'qwen'], reward: 'qwen' });
    const none = follow(told(), toggle('qwen'), toggle('embedded'), toggle('qwen'));
    expect(chosenModels(none.models).policy).toEqual(['embedded']);
  });

  test('the embedded ones can be asked where the service was started with others', () => {
    const state = follow(told({ policy: ['qwen'], reward: 'qwen' }), toggle('embedded'), toggle('qwen'));
    expect(choiceOf(follow(state, judge('embedded')).models)).toEqual({
      policy: ['embedded'],
      reward: 'embedded',
    });
  });

  test('what is forbidden to leave, or is not there any more, is not asked', () => {
    const chosen = follow(told(), toggle('gpt'), toggle('embedded'), judge('judge'));
    const barred = follow(chosen, { type: 'models-told', models: { ...KNOWN, localOnly: true } });
    expect(chosenModels(barred.models)).toEqual({ policy: ['embedded'], reward: 'embedded' });
    const gone = follow(chosen, { type: 'models-told', models: { ...KNOWN, models: [entry('embedded')] } });
    expect(chosenModels(gone.models)).toEqual({ policy: ['embedded'], reward: 'embedded' });
  });

  test('consent is needed once for each host off the machine', () => {
    const both = follow(told(), toggle('gpt'), judge('judge'));
    expect(needConsent(both.models).map(({ name }) => name)).toEqual(['gpt', 'judge']);
    const same = follow(told(), toggle('gpt'), judge('gpt'));
    expect(needConsent(same.models).map(({ name }) => name)).toEqual(['gpt']);
    expect(needConsent(follow(told(), toggle('qwen')).models)).toEqual([]);
  });
});

/** A host that keeps the person's word, and the control over it. */
function control({ fails = false } = {}) {
  const store = createStore(follow(told(), toggle('gpt'), toggle('embedded'), judge('judge')));
  const asked: AgreementRequest[] = [];
  const kept: unknown[] = [];
  const host = {
    models: {
      kept: () => null,
      keep: (choice: unknown) => void kept.push(choice),
      list: async () => KNOWN,
      async agree(request: AgreementRequest) {
        if (fails) throw new RetouchError('cannot-write', 'The folder cannot be written');
        asked.push(request);
        const models = store
          .getState()
          .models.known!.models.map((one) =>
            one.host === request.host ? { ...one, agreed: request.agreed } : one,
          );
        return { ...KNOWN, models };
      },
      setLocalOnly: async (localOnly: boolean) => ({ ...KNOWN, localOnly }),
    },
  } as unknown as Host;
  const runs: number[] = [];
  return { store, asked, runs, kept, models: createModelsControl(host, store), go: () => void runs.push(1) };
}

describe('before a picture leaves', () => {
  test('the person is asked host by host, and it goes on when they agreed to all', async () => {
    const { store, models, asked, runs, go } = control();
    models.whenAllowed(go);
    expect(store.getState().models.consent).toBe('gpt');
    await models.agree();
    expect(store.getState().models.consent).toBe('judge');
    expect(runs).toHaveLength(0);
    await models.agree();
    expect(runs).toHaveLength(1);
    expect(store.getState().models.consent).toBeNull();
    expect(asked.map(({ host, agreed }) => [host, agreed])).toEqual([
      ['api.example.com', true],
      ['judge.example.com', true],
    ]);
  });

  test('"use the embedded one" asks nobody there and goes on', async () => {
    const { store, models, asked, runs, go } = control();
    models.whenAllowed(go);
    models.takeEmbedded();
    models.takeEmbedded();
    expect(runs).toHaveLength(1);
    expect(asked).toEqual([]);
    expect(choiceOf(store.getState().models)).toEqual({});
  });

  test('closing the sheet sends nothing and changes nothing', () => {
    const { store, models, asked, runs, go } = control();
    models.whenAllowed(go);
    models.leave();
    expect({ runs, asked }).toEqual({ runs: [], asked: [] });
    expect(choiceOf(store.getState().models)).toEqual({ policy: ['gpt'], reward: 'judge' });
  });

  test('a word that cannot be kept is told of, and nothing is sent', async () => {
    const { store, models, runs, go } = control({ fails: true });
    models.whenAllowed(go);
    await models.agree();
    expect(store.getState().models).toMatchObject({
      consent: 'gpt',
      problem: 'The folder cannot be written.',
    });
    expect(runs).toHaveLength(0);
  });

  test('it goes at once where nothing leaves, and where the host offers no choice', () => {
    const { models, runs, go, store } = control();
    store.dispatch({ type: 'models-replaced', policy: ['qwen'], reward: 'embedded' });
    models.whenAllowed(go);
    createModelsControl({} as Host, createStore(told())).whenAllowed(go);
    expect(runs).toHaveLength(2);
  });
});

test('the choice is kept as it changes, and taken up again', () => {
  const { store, kept } = control();
  store.dispatch(toggle('qwen'));
  store.dispatch({ type: 'models-sheet-toggled', open: true });
  expect(kept).toEqual([{ policy: ['gpt', 'qwen'], reward: 'judge' }]);
  const again = createStore(told());
  createModelsControl({ models: { kept: () => kept[0], keep() {} } } as unknown as Host, again);
  expect(chosenModels(again.getState().models)).toEqual({ policy: ['gpt', 'qwen'], reward: 'judge' });
});

test('a reason that is the same for policy and judge is given once', () => {
  expect(
    sayNotes([
      'a:b could not be used, so c made the proposals: no key',
      'a:b could not judge, so d did: no key',
      'Judged by e',
    ]),
  ).toEqual([
    'a:b could not be used, so c made the proposals: no key.',
    'a:b could not judge, so d did, for the same reason.',
    'Judged by e.',
  ]);
});

test('words stay short', () => {
  expect(sayChoice({ policy: ['embedded'], reward: 'embedded' })).toBe('embedded');
  expect(sayChoice({ policy: ['embedded', 'qwen'], reward: 'gpt' })).toBe('embedded + qwen, judged by gpt');
  expect(sayUsage({ answers: 1, inputTokens: 1234567, outputTokens: 12, cost: null })).toBe(
    '1 answer, 1,234,567 tokens in, 12 out',
  );
  expect(sayUsage({ answers: 3, inputTokens: 999, outputTokens: 1000, cost: 0.01234 })).toBe(
    '3 answers, 999 tokens in, 1,000 out, $0.0123',
  );
  expect(sayUsage({ answers: 3, inputTokens: 1, outputTokens: 1, cost: 0 })).toMatch(/free$/);
});
