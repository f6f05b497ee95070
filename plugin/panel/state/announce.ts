import { DOING_WORDS } from './doing-words.ts';
import { REMEDY_LABEL } from './failure.ts';
import { sayStage } from './stage-words.ts';
import type { State } from './state.ts';
import { sayVerdict } from './verdict-words.ts';
import { ORIGINAL } from './work.ts';

/** What a screen reader should hear about now, politely; it speaks when the sentence changes. */
export function announcement(state: State): string {
  if (state.failure !== null) return `${state.failure.sentence} ${REMEDY_LABEL[state.failure.remedy]}.`;
  if (state.opening !== null) return `Opening ${state.opening}`;
  if (state.document?.doing != null) return DOING_WORDS[state.document.doing];
  if (state.run !== null) return sayStage(state.run.stage);
  if (state.exporting !== null) return `Writing ${state.exporting}`;
  if (state.notice !== null) return state.notice;
  const { round, chosen } = state.work.present;
  if (round === null) return state.photo === null ? '' : `Opened ${state.photo.photo.name}`;
  if (round.verdict === 'nothing to do') return sayVerdict(round) ?? '';
  const index = round.alternatives.findIndex((alternative) => alternative.id === chosen);
  const title = round.alternatives[index]?.title;
  if (chosen === ORIGINAL || title === undefined) return 'Original';
  return `Alternative ${index + 1} of ${round.alternatives.length}: ${title}`;
}
