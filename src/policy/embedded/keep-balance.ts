import { knob } from './axis.ts';
import { within } from './fit-to-word.ts';
import { standing } from './knobs.ts';
import type { Measures } from './measure.ts';
import type { Intent, Owner } from './plan.ts';
import type { PlanBuilder } from './plan-builder.ts';
import type { Scene } from './scene.ts';
import type { Spec } from './spec.ts';

/** Movement of the middle tones that a look may bring along when brightness was not asked for, L*. */
const DRIFT = 4;

/** b* that the lightest third keeps when a cast is taken out. */
const LEAST_WARMTH = 1.5;

/** A look without a word about brightness must not turn out much brighter or darker than the photo. */
export function keepBalance(builder: PlanBuilder, scene: Scene, { styles }: Spec): void {
  const styled = styles.some(({ reading }) => Object.keys(reading.settings).length > 0);
  const asked = builder.targets.some(({ axis, region }) => axis.axis === 'brightness' && region === null);
  if (!styled || asked) return;
  const value = scene.before.measures.middle;
  builder.holds.push({
    mend: 'tone',
    region: null,
    read: ({ middle }) => middle,
    value,
    slack: DRIFT,
    tolerance: 1,
  });
  builder.turnable(
    [
      { ...knob('Exposure2012', 0.3, -1.2, 1.2), mends: 'tone' },
      { ...knob('Whites2012', 12, -30, 40), mends: 'tone' },
    ],
    { kind: 'balance', index: 0 },
  );
}

/**
 * Toned shadows are a look, toned whites are a cast: lights may not turn green or magenta, nor cold, unless the look
 * is about that.
 */
export function keepLights(builder: PlanBuilder, scene: Scene, { styles }: Spec, { goals }: Intent): void {
  const toned = styles.some(({ reading }) => Object.keys(reading.settings).length > 0);
  if (!toned) return;
  const { lightA, lightB } = scene.before.measures;
  const turns = (name: string) =>
    goals.some(({ axis, direction }) => axis === name && (name === 'tint' || direction < 0));
  const owner: Owner = { kind: 'balance', index: 1 };
  if (!turns('tint')) {
    const grey = scene.within(scene.before, 'neutral');
    builder.holds.push(
      grey
        ? { mend: 'tint', region: 'neutral', read: ({ a }) => a, value: grey.a, slack: 2, tolerance: 0.7 }
        : { mend: 'tint', region: null, read: (m) => m.lightA, value: lightA, slack: 3, tolerance: 0.8 },
    );
    builder.turnable(
      [{ ...within(knob('IncrementalTint', 6, -40, 40), builder.prior, 8), mends: 'tint' }],
      owner,
    );
  }
  // A reading that cools on purpose may cool the lights as well.
  if (!turns('warmth') && standing(builder.prior, 'IncrementalTemperature') >= 0) {
    const read = (m: Measures) => Math.min(m.lightB, lightB);
    const slack = 1 + 0.25 * Math.abs(lightB);
    builder.holds.push({ mend: 'warmth', region: null, read, value: lightB, slack, tolerance: 0.8 });
    builder.turnable(
      [{ ...within(knob('IncrementalTemperature', 8, -30, 30), builder.prior, 8), sign: 1, mends: 'warmth' }],
      owner,
    );
  }
}

/** Taking a warm cast out of the middle tones must not leave white light blue. */
export function keepLightsFromBlue(builder: PlanBuilder, { goals }: Intent): void {
  if (!goals.some(({ axis, direction, origin }) => axis === 'warmth' && direction < 0 && origin === 'need'))
    return;
  const read = (m: Measures) => Math.min(m.lightB, LEAST_WARMTH);
  builder.holds.push({ region: null, read, value: LEAST_WARMTH, slack: 0, tolerance: 0.5 });
}

/** Skin lies in the orange of the mixer: with a look on top, its guard may ask for a little of it. */
export function keepSkin(builder: PlanBuilder, scene: Scene, { styles }: Spec): void {
  if (styles.length === 0 || !scene.weights('skin')) return;
  const orange = [
    knob('HueAdjustmentOrange', 8, -20, 20),
    knob('SaturationAdjustmentOrange', 10, -25, 25),
  ].map((one) => ({ ...one, mends: 'skin' as const }));
  builder.turnable(orange, { kind: 'balance', index: 2 });
}
