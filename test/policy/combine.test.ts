import { combinePolicies } from '#policy/combine.ts';
import type { PolicyModel } from '#policy/policy.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { landscape, observationOf } from './picture.ts';
import { readingOf, requestOf } from './request.ts';

const request = requestOf(observationOf(landscape()), readingOf({}));

function policyOf(id: string, ...edits: readonly Settings[]): PolicyModel {
  return {
    specVersion: 1,
    id,
    doPropose: async () => edits.map((settings, i) => ({ title: `${id}${i}`, settings, reasoning: [] })),
  };
}

function failing(id: string): PolicyModel {
  return {
    specVersion: 1,
    id,
    doPropose: () => Promise.reject(new RetouchError('timeout', 'It took too long')),
  };
}

function combine(...policies: readonly PolicyModel[]): PolicyModel {
  return combinePolicies(policies, { renderer: embeddedRenderer });
}

const [brighter, darker, warmer, cooler] = [
  { Exposure2012: 0.8 },
  { Exposure2012: -0.8 },
  { IncrementalTemperature: 40 },
  { IncrementalTemperature: -40 },
];

test('proposals of several policies come by turns, each telling who made it', async () => {
  const combined = combine(policyOf('a', brighter, darker), policyOf('b', warmer, cooler));
  const proposals = await combined.doPropose(request);
  expect(proposals.map(({ title }) => title)).toEqual(['a0', 'b0', 'a1', 'b1']);
  expect(proposals[1]!.reasoning[0]).toEqual({ step: 'seen', text: 'Proposed by b', evidence: 'b' });
  expect(combined.id).toBe('a + b');
});

test('what looks like an earlier proposal is left out, and no more come than were wanted', async () => {
  const combined = combine(
    policyOf('a', brighter, darker),
    policyOf('b', { Exposure2012: 0.82 }, warmer, cooler),
  );
  const proposals = await combined.doPropose({ ...request, candidates: 3 });
  expect(proposals.map(({ title }) => title)).toEqual(['a0', 'a1', 'b1']);
});

test('a policy that fails is left out, and the first proposal says so', async () => {
  const [first, second] = await combine(failing('a'), policyOf('b', warmer, cooler)).doPropose(request);
  expect(first!.reasoning.map(({ text }) => text)).toEqual([
    'a made no proposals: It took too long',
    'Proposed by b',
  ]);
  expect(second!.reasoning.map(({ text }) => text)).toEqual(['Proposed by b']);
});

test('when all fail, the first failure is told', async () => {
  await expect(combine(failing('a'), failing('b')).doPropose(request)).rejects.toMatchObject({
    code: 'timeout',
  });
});

test('when all fail and there is a fallback, it proposes, and the notes tell why', async () => {
  const notes: string[] = [];
  const combined = combinePolicies([failing('a'), failing('b')], {
    renderer: embeddedRenderer,
    fallback: policyOf('c', brighter),
  });
  const proposals = await combined.doPropose({ ...request, onNote: (note) => notes.push(note) });
  expect(proposals.map(({ title }) => title)).toEqual(['c0']);
  expect(proposals[0]!.reasoning.at(-1)!.text).toBe('Proposed by c');
  expect(notes).toEqual([
    'a made no proposals: It took too long',
    'b made no proposals: It took too long',
    'Proposed by c instead',
  ]);
});

test('of two that think aloud, the first to speak is heard to its end', async () => {
  const speaking = (id: string, ...pieces: readonly string[]): PolicyModel => ({
    ...policyOf(id, brighter),
    async doPropose({ onThinking }) {
      for (const piece of pieces) {
        await Promise.resolve();
        onThinking?.(piece);
      }
      return [];
    },
  });
  const heard: string[] = [];
  await combine(speaking('a', 'one ', 'two '), speaking('b', 'three ', 'four ')).doPropose({
    ...request,
    onThinking: (piece) => heard.push(piece),
  });
  expect(heard.join('')).toBe('one two ');
});

test('drafts of its policies are not told: which of them stay is not known yet', async () => {
  const drafts: string[] = [];
  const eager: PolicyModel = {
    ...policyOf('a', brighter),
    async doPropose({ onDraft }) {
      onDraft?.({ title: 'draft', settings: brighter });
      return [];
    },
  };
  await combine(eager, policyOf('b', warmer)).doPropose({
    ...request,
    onDraft: ({ title }) => drafts.push(title),
  });
  expect(drafts).toEqual([]);
});

test('titles become different where policies chose the same', async () => {
  const same = { ...policyOf('a', brighter), id: 'c' };
  const other: PolicyModel = {
    ...same,
    id: 'd',
    doPropose: async () => [{ title: 'a0', settings: darker!, reasoning: [] }],
  };
  const proposals = await combine(same, other).doPropose(request);
  expect(proposals.map(({ title }) => title)).toEqual(['a0', 'a0 · version 2']);
});
