import type { Axis, GoalRegion, Lock } from '#wire/goal.ts';
import { GOAL_REGIONS } from '#wire/goal.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import { type Knob, knob, linked } from './axis.ts';
import type { GuardLimits } from './guards.ts';
import { placeFor } from './local.ts';
import type { Hold, Owner } from './plan.ts';
import type { PlanBuilder } from './plan-builder.ts';
import type { Scene } from './scene.ts';

/** Skin without a word about it may drift this far with the picture; asked to stay natural, less. */
const FREE_SKIN = { degrees: 8, chroma: 0.3 };
const NATURAL_SKIN = { degrees: 3.5, chroma: 0.13 };

/** Sliders that may bring a measured axis back without touching the axis's own slider. */
const COMPENSATORS: Readonly<Partial<Record<Axis, Knob>>> = {
  contrast: linked({ ParametricLights: 1, ParametricDarks: -1 }, 12, -40, 40),
  brightness: knob('Exposure2012', 0.3, -1.5, 1.5),
  saturation: knob('Saturation', 15, -50, 50),
};

/** Sliders of a counter-correction that keeps a region as it was. */
const COUNTER: readonly Knob[] = [
  knob('LocalExposure2012', 0.2, -0.5, 0.5),
  knob('LocalTemperature', 0.3, -0.8, 0.8),
  knob('LocalTint', 0.2, -0.6, 0.6),
  knob('LocalSaturation', 0.3, -0.7, 0.7),
  knob('LocalContrast2012', 0.2, -0.6, 0.6),
];

/**
 * Turns locks into measured holds; a region that must stay gets a counter-correction in its own mask. Returns how far
 * skin may drift.
 */
export function holdLocks(
  builder: PlanBuilder,
  scene: Scene,
  locks: readonly Lock[],
  monochrome: boolean,
): NonNullable<GuardLimits['skin']> {
  locks.forEach((lock, index) => {
    const owner: Owner = { kind: 'lock', index };
    if (lock.kind === 'axis') {
      const held = holdAxis(lock, scene);
      if (held) {
        builder.holds.push(held.hold);
        builder.turnable([held.knob], owner);
      }
    } else if (lock.kind === 'region' && isRegion(lock.what) && !(monochrome && lock.what === 'skin')) {
      holdRegion(builder, scene, lock, lock.what, owner);
    }
  });
  const tied = locks.some(({ what, mode }) => what === 'skin' && mode !== 'unchanged');
  return tied ? NATURAL_SKIN : FREE_SKIN;
}

function holdRegion(builder: PlanBuilder, scene: Scene, lock: Lock, region: GoalRegion, owner: Owner): void {
  const place = placeFor(region, scene);
  if (!place || place.region !== region || !scene.weights(region)) {
    const text = `No ${region} was found in this photo, so there was nothing to keep apart`;
    builder.left.push({ text, evidence: `“${lock.words}”` });
    return;
  }
  const correction = builder.correct({ ...place, name: `Keep ${region}` }, {}, owner);
  builder.turnable(
    COUNTER.map((one) => ({ ...one, correction })),
    owner,
  );
  builder.holds.push(...regionHolds(lock, region, scene));
}

function holdAxis(lock: Lock, scene: Scene): { hold: Hold; knob: Knob } | null {
  const spec = lock.what in AXIS_SPECS ? AXIS_SPECS[lock.what as Axis] : undefined;
  const compensator = COMPENSATORS[lock.what as Axis];
  if (spec?.kind !== 'solved' || !compensator) return null;
  const value = spec.read(scene.before.measures);
  return {
    hold: {
      region: null,
      read: spec.read,
      value,
      slack: 0.002 * value,
      tolerance: 0.005 * Math.max(4, value),
    },
    knob: compensator,
  };
}

function regionHolds(lock: Lock, region: GoalRegion, scene: Scene): Hold[] {
  const before = scene.within(scene.before, region)!;
  // Natural skin is watched by its guard; only its lightness is tied loosely.
  const loose = lock.mode === 'unchanged' ? 1 : region === 'skin' ? 5 : 2;
  return (['middle', 'a', 'b', 'spread'] as const).map((name) => ({
    region,
    read: (measures) => measures[name],
    value: before[name],
    slack: lock.mode === 'unchanged' ? 0 : 1,
    tolerance: 0.5 * loose,
  }));
}

function isRegion(what: string): what is GoalRegion {
  return (GOAL_REGIONS as readonly string[]).includes(what);
}
