import type { Axis, GoalRegion, Lock } from '#wire/goal.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import { type Knob, knob, linked } from './axis.ts';
import type { GuardLimits } from './guards.ts';
import { placeFor } from './local.ts';
import type { Hold, Owner } from './plan.ts';
import type { PlanBuilder } from './plan-builder.ts';
import { isGoalRegion } from './region.ts';
import type { Scene } from './scene.ts';

/** Skin without a word about it may drift this far with the picture; asked to stay natural, less. */
const FREE_SKIN = { degrees: 6, chroma: 0.2 };
const NATURAL_SKIN = { degrees: 3.5, chroma: 0.13 };

/** Sliders that may bring a measured axis back without touching the axis's own slider. */
const COMPENSATORS: Readonly<Partial<Record<Axis, Knob>>> = {
  contrast: linked({ ParametricLights: 1, ParametricDarks: -1 }, 12, -40, 40),
  brightness: knob('Exposure2012', 0.3, -1.5, 1.5),
  saturation: knob('Saturation', 15, -50, 50),
};

/** Sliders of a counter-correction that keeps a region as it was; white balance first, saturation only at need. */
const COUNTER: readonly Knob[] = [
  knob('LocalTemperature', 0.6, -1, 1),
  knob('LocalTint', 0.25, -0.5, 0.5),
  knob('LocalSaturation', 0.12, -0.35, 0.35),
  knob('LocalExposure2012', 0.2, -0.4, 0.4),
];
/** Natural skin may follow the light of the picture: only its colour is brought back. */
const COUNTER_SKIN = COUNTER.slice(0, 3);

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
    } else if (lock.kind === 'region' && isGoalRegion(lock.what) && !(monochrome && lock.what === 'skin')) {
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
  const natural = region === 'skin' && lock.mode !== 'unchanged';
  builder.turnable(
    (natural ? COUNTER_SKIN : COUNTER).map((one) => ({ ...one, correction })),
    owner,
  );
  // Natural skin is watched by its guard; what must not change at all is tied to where it was.
  if (!natural) builder.holds.push(...regionHolds(region, scene));
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

function regionHolds(region: GoalRegion, scene: Scene): Hold[] {
  const before = scene.within(scene.before, region)!;
  return (['middle', 'a', 'b'] as const).map((name) => ({
    region,
    read: (measures) => measures[name],
    value: before[name],
    slack: 0.2,
    tolerance: 0.6,
  }));
}
