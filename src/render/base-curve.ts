import { type Curve, evaluateRoot, monotoneCubic, tabulateRoot } from './curve.ts';

/**
 * Camera Raw's default tone curve, scene to display, on the neutral axis: stops from middle grey (0.18) in steps of
 * a half, and log2 of the linear display value. Measured on a synthetic chart rendered by Camera Raw 18.6 with an
 * embedded profile (rawmakase project, MIT). Colours follow it by their largest and smallest channel, within
 * 0.2 ΔE00 on the mean of 60 patches.
 */
const FIRST_STOP = -8;
// biome-ignore format: a table
const DISPLAY_LOG2 = [
  -11.9591, -11.3786, -10.7315, -10.1103, -9.4927, -8.9118, -8.3715, -7.863, -7.2939, -6.6531, -5.9415, -5.1927,
  -4.445, -3.7255, -3.03, -2.3507, -1.7167, -1.1963, -0.7893, -0.4904, -0.2758, -0.1308, -0.0448, -0.0049,
];
const LAST_STOP = FIRST_STOP + (DISPLAY_LOG2.length - 1) / 2;
/** Above the last measured stop the rest of the way to white takes a tenth of a stop. */
const WHITE_STOP = LAST_STOP + 0.1;

/** Finer than other curves: it is steep near white, and made once. */
const STEPS = 4096;

let toDisplay: Curve | undefined;
let toScene: Curve | undefined;

/** Scene-linear (0.18 = middle grey) → display-linear 0…1. */
export function displayOfScene(scene: number): number {
  toDisplay ??= tabulateRoot(forward(), STEPS);
  return evaluateRoot(toDisplay, scene);
}

/** Inverse of `displayOfScene`; display white is 2.2 times diffuse white. */
export function sceneOfDisplay(display: number): number {
  return evaluateRoot(sceneCurve(), Math.min(display, 1));
}

/** `sceneOfDisplay` up to white as a root curve. */
export function sceneCurve(): Curve {
  toScene ??= tabulateRoot(backward(), STEPS);
  return toScene;
}

function stops(): number[] {
  return DISPLAY_LOG2.map((_, i) => FIRST_STOP + i / 2);
}

function forward(): (scene: number) => number {
  const xs = [...stops(), WHITE_STOP];
  const curve = monotoneCubic(xs, [...DISPLAY_LOG2, 0]);
  const darkest = 0.18 * 2 ** FIRST_STOP;
  return (scene) => {
    if (scene <= darkest) return (scene / darkest) * 2 ** DISPLAY_LOG2[0]!;
    return 2 ** curve(Math.log2(scene / 0.18));
  };
}

function backward(): (display: number) => number {
  const f = forward();
  return (display) => {
    const target = Math.min(display, 1);
    let low = 0;
    let high = 0.18 * 2 ** WHITE_STOP;
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if (f(middle) < target) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
}
