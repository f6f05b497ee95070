import type { Settings } from '#settings/settings.ts';
import type { GuardLimits } from './guards.ts';
import type { Target } from './plan.ts';

/** What is tolerated follows from what is meant: darkening may block more, recovery may lower the white point. */
export function tonalLimits(targets: readonly Target[], prior: Settings): Omit<GuardLimits, 'skin'> {
  const moves = (axis: string, direction: 1 | -1) =>
    targets.some((one) => one.axis.axis === axis && Math.sign(one.wanted - one.from) === direction);
  const dark = moves('brightness', -1) || moves('blacks', -1) || moves('shadows', -1);
  const softer = moves('highlights', -1) || moves('whites', -1) || moves('contrast', -1);
  const matte = Array.isArray(prior['ToneCurvePV2012']);
  return {
    blocked: dark ? 0.03 : 0.01,
    burnt: moves('brightness', 1) || moves('whites', 1) ? 0.01 : 0.004,
    whiteDrop: dark ? 25 : matte ? 11 : softer ? 9 : 12,
  };
}
