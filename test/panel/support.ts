import type { Action } from '#panel/state/action.ts';
import { reduce } from '#panel/state/reducer.ts';
import { INITIAL_STATE, type Run, type State } from '#panel/state/state.ts';
import type { Settings } from '#settings/settings.ts';
import type { PhotoReply } from '#wire/api.ts';
import type { Reading } from '#wire/goal.ts';
import type { RetouchResult } from '#wire/result.ts';

export const READING: Reading = {
  language: 'en',
  goals: [
    { axis: 'warmth', direction: 1, amount: 0.5, region: null, words: 'a bit warmer' },
    { axis: 'brightness', direction: -1, amount: 1, region: 'sky', words: 'darker sky' },
    { axis: 'saturation', direction: -1, amount: 1, region: 'green', words: '' },
  ],
  styles: [{ name: 'autumn', weight: 1, words: 'fall' }],
  locks: [{ what: 'skin', kind: 'region', mode: 'natural', words: 'keep the skin natural' }],
  unsupported: [{ words: 'remove the car', why: 'develop settings cannot take things away' }],
  confidence: 0.9,
};

export const PHOTO: PhotoReply = {
  id: 'photo',
  photo: { name: 'lake.view.jpg', width: 1500, height: 1000, source: 'rendered', sha256: '0'.repeat(64) },
  colorSpace: 'sRGB',
  bitDepth: 8,
  canEmbed: true,
  examples: ['autumn colours'],
  regions: [],
  notes: [],
};

/** A result with one candidate per settings, best first. */
export function resultOf(
  instruction: string,
  all: readonly Settings[],
  change: Partial<RetouchResult> = {},
): RetouchResult {
  return {
    version: 1,
    instruction,
    photo: PHOTO.photo,
    reading: READING,
    candidates: all.map((settings, index) => ({
      rank: index + 1,
      id: `${instruction}-${index + 1}`,
      title: `Alternative ${index + 1}`,
      settings,
      reasoning: [],
      reward: {
        score: 9 - index,
        metrics: [
          { name: 'warmth', why: 'asked', weight: 0.75, score: 9 - index, evidence: '' },
          { name: 'restraint', why: 'always', weight: 0.25, score: 5 + index, evidence: '' },
        ],
        guards: [],
      },
      files: { image: null, xmp: null },
    })),
    verdict: 'clear',
    timings: { decodeMs: 0, proposeMs: 0, renderMs: 0, scoreMs: 0, totalMs: 0 },
    versions: { engine: '1', policy: '1', reward: '1' },
    seed: 1,
    ...change,
  };
}

export function runOf(key: number, instruction: string, change: Partial<Run> = {}): Run {
  return {
    key,
    instruction,
    stage: null,
    startedAt: 0,
    reading: null,
    thinking: '',
    arrived: [],
    shownEarly: false,
    peek: null,
    base: null,
    adds: false,
    ...change,
  };
}

export function follow(state: State, ...actions: readonly Action[]): State {
  return actions.reduce(reduce, state);
}

export const OPENED = follow(INITIAL_STATE, { type: 'photo-opened', photo: PHOTO });

export const THREE: readonly Settings[] = [
  { Exposure2012: 0.5 },
  { Exposure2012: 1 },
  { Exposure2012: -0.5 },
];

/** A photo with three ranked alternatives for "warmer". */
export const RANKED = follow(
  OPENED,
  { type: 'run-started', run: runOf(1, 'warmer') },
  {
    type: 'run-progressed',
    key: 1,
    event: { type: 'result-ready', sequence: 9, result: resultOf('warmer', THREE) },
  },
);

export function titles(state: State): readonly string[] {
  return (state.work.present.round?.alternatives ?? []).map((alternative) => alternative.title);
}
