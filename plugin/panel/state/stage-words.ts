import type { Stage } from './state.ts';

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  observe: 'Looking at the photo',
  read: 'Reading the instruction',
  propose: 'Finding settings',
  render: 'Developing the alternatives',
  score: 'Judging them',
  rank: 'Putting them in order',
};

/** The stage of a run in words. */
export function sayStage(stage: Stage | null): string {
  return stage === null ? 'Starting' : STAGE_WORDS[stage];
}
