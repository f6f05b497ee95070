import type { Steps } from '#image/steps.ts';
import { roundSettings } from '#settings/normalize.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { Settings } from '#settings/settings.ts';
import type { Knob } from './axis.ts';
import { guardResiduals, TONAL_GUARDS } from './guards.ts';
import { turn, unknownOf } from './knobs.ts';
import type { Measures } from './measure.ts';
import type { Plan, Target } from './plan.ts';
import type { MeasuredPart, Scene, Shot } from './scene.ts';
import { solve } from './solve.ts';

/** A solved plan: complete settings and the small rendering of exactly these. */
export interface Draft {
  readonly plan: Plan;
  readonly settings: Settings;
  readonly after: Shot;
  readonly evaluations: number;
}

/** Turns a plan's knobs until its targets are met as well as they can be, then rounds to what sliders can hold. */
export function* solvePlan(scene: Scene, plan: Plan): Steps<Draft> {
  const skinBefore = plan.limits.skin ? scene.within(scene.before, 'skin') : undefined;
  function* residuals(offsets: readonly number[]): Steps<readonly number[]> {
    const shot = yield* scene.shoot(withoutGrain(turn(plan.prior, plan.knobs, offsets)));
    const inside = (region: MeasuredPart | null): Measures =>
      (region && scene.within(shot, region)) || shot.measures;
    return [
      ...plan.targets.map((target) => missOf(target, inside(target.region)) / target.tolerance),
      ...plan.holds.map((hold) => {
        const miss = hold.read(inside(hold.region)) - hold.value;
        return (Math.sign(miss) * Math.max(0, Math.abs(miss) - hold.slack)) / hold.tolerance;
      }),
      ...guardResiduals(
        scene.before.measures,
        shot.measures,
        plan.limits,
        skinBefore,
        skinBefore && scene.within(shot, 'skin'),
      ),
    ];
  }
  const { values, evaluations } = yield* solve(
    plan.knobs.map((knob) => ({ ...unknownOf(knob, plan.prior), idle: idleWhile(knob, plan) })),
    residuals,
  );
  const settled = values.map((value, i) => (Math.abs(value) < unseen(plan.knobs[i]!) ? 0 : value));
  const settings = roundSettings(turn(plan.prior, plan.knobs, settled), { dropNeutral: true });
  return { plan, settings, after: yield* scene.shoot(settings), evaluations: evaluations + 1 };
}

/** Distance to a target, signed; nothing where a look went further than its word. */
function missOf({ axis, from, wanted, beyond = 0 }: Target, measures: Measures): number {
  const miss = axis.read(measures) - wanted;
  const further = miss * Math.sign(wanted - from) > 0;
  return further ? Math.sign(miss) * Math.max(0, Math.abs(miss) - beyond) : miss;
}

/** A move that nobody would see: one hundredth of the slider, or a twentieth of what the knob is expected to do. */
function unseen({ parameters, reach }: Knob): number {
  const parameter = parameterByName(parameters[0]!.name);
  const least = parameter?.kind === 'number' ? 0.01 * parameter.maximum : 0;
  return Math.max(0.05 * reach, least / Math.abs(parameters[0]!.factor));
}

/** Whether what a knob mends is whole: its holds, or the guards, which come last, for skin and tone. */
function idleWhile({ mends }: Knob, { targets, holds }: Plan): (residuals: readonly number[]) => boolean {
  if (!mends) return () => false;
  return (residuals) => {
    const guards = residuals.slice(targets.length + holds.length);
    const guarded =
      mends === 'skin' ? guards.slice(TONAL_GUARDS) : mends === 'tone' ? guards.slice(0, TONAL_GUARDS) : [];
    const held = holds.every((hold, i) => hold.mend !== mends || residuals[targets.length + i] === 0);
    return held && guarded.every((residual) => residual === 0);
  };
}

/** Grain moves no measure, and costs as much as everything else. */
function withoutGrain(settings: Settings): Settings {
  if (settings['GrainAmount'] === undefined) return settings;
  const { GrainAmount: _grain, ...rest } = settings;
  return rest as Settings;
}
