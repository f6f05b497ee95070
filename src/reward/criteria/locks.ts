import { isEqual } from '#settings/equal.ts';
import { hasEffect } from '#settings/neutral.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { Settings } from '#settings/settings.ts';
import type { Axis, GoalRegion, Lock } from '#wire/goal.ts';
import { AXES, GOAL_REGIONS } from '#wire/goal.ts';
import { scoreNaturalSkin } from '../guards/skin.ts';
import { toDegrees } from '../measure/angle.ts';
import { colorChange } from '../measure/color-change.ts';
import { toneOf } from '../measure/tone.ts';
import type { View } from '../measure/view.ts';
import { WHOLE } from '../measure/view.ts';
import { AXIS_MEASURES } from './axes.ts';
import { signed } from './axis-measure.ts';
import type { Case } from './case.ts';
import { staySmall } from './fit.ts';
import type { Judge } from './judge.ts';
import { tellChange } from './tell-move.ts';

/** What was asked to stay counts one and a half times what was asked to change. */
const LOCK_WEIGHT = 1.5;

/** The hue that skin is brought to when it shall match, degrees: the usual centre over people of all tones. */
const COMMON_SKIN_HUE = 55;

export function judgeLock(lock: Lock, known: Case): Judge | null {
  const shared = { weight: LOCK_WEIGHT, explicit: true, why: `asked to keep: “${lock.words || lock.what}”` };
  if (lock.kind === 'parameter')
    return { ...shared, name: `${lock.what} untouched`, judge: judgeParameter(lock.what, known.base) };
  if (lock.kind === 'axis') {
    const axis = AXES.find((name) => name === lock.what);
    return axis === undefined ? null : { ...shared, name: `${axis} kept`, judge: judgeAxis(axis) };
  }
  const region = GOAL_REGIONS.find((name) => name === lock.what);
  const view = region === undefined ? null : known.views.find(region);
  if (region === undefined || view === null || view.rough) return null;
  return {
    ...shared,
    why: view.note === undefined ? shared.why : `${shared.why}; ${view.note}`,
    name: `${region} kept${lock.mode === 'unchanged' ? '' : ` ${lock.mode}`}`,
    judge: judgeRegion(lock.mode, region, view),
  };
}

function judgeParameter(name: string, base: Settings): Judge['judge'] {
  const parameter = parameterByName(name);
  const idle = (settings: Settings): boolean => parameter !== undefined && !hasEffect(settings, parameter);
  return (_pair, settings) => {
    const kept = isEqual(settings[name], base[name]) || (idle(settings) && idle(base));
    return { score: kept ? 10 : 0, evidence: kept ? `${name} is as it was` : `${name} was changed` };
  };
}

/** Full within a sixth of an ordinary change (for contrast: 2 % of the spread of L*), nothing from a whole one. */
function judgeAxis(axis: Axis): Judge['judge'] {
  const measure = AXIS_MEASURES[axis];
  return (pair) => {
    const { moved, text } = measure.measure(pair, WHOLE);
    const evidence = tellChange(measure, WHOLE, moved, text);
    return { score: staySmall(moved / measure.size, 1 / 6, 1), evidence };
  };
}

function judgeRegion(mode: Lock['mode'], region: GoalRegion, view: View): Judge['judge'] {
  return (pair) => {
    const change = colorChange(pair, view);
    const numbers = `${region}: ΔE00 ${change.deltaE.toFixed(1)}, hue turned ${signed(change.hue)}°, saturation × ${change.saturation.toFixed(2)}`;
    // 1 ΔE00 is just seen side by side; 6 is plainly another colour.
    if (mode === 'unchanged') return { score: staySmall(change.deltaE, 1, 6), evidence: numbers };
    const natural =
      region === 'skin' || region === 'face' || region === 'person'
        ? scoreNaturalSkin(pair, view)
        : {
            score: Math.min(
              change.grey ? 10 : staySmall(change.hue, 6, 30),
              staySmall(Math.log2(change.saturation), 0.5, 1.5),
            ),
            evidence: numbers,
          };
    if (mode === 'natural') return natural;
    const to = toneOf(pair.after, view);
    const hue = toDegrees(to.a, to.b);
    return {
      score: Math.min(natural.score, staySmall(hue - COMMON_SKIN_HUE, 6, 30)),
      evidence: `${natural.evidence}; common hue ${COMMON_SKIN_HUE}°`,
    };
  };
}
