import type { Observation } from '#image/observation.ts';
import type { Settings } from '#settings/settings.ts';
import type { Reading } from '#wire/goal.ts';
import type { Frame } from '../measure/frame.ts';
import type { Views } from '../measure/views.ts';

/** All that is known before any candidate is seen: what criteria are written from. */
export interface Case {
  readonly observation: Observation;
  readonly reading: Reading;
  readonly base: Settings;
  readonly before: Frame;
  readonly views: Views;
}
