import type { Axis } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { Intent } from '../plan.ts';
import { SCENE_EDGE, type Scene } from '../scene.ts';
import { fixed } from './words.ts';

const TONE: readonly Axis[] = [
  'brightness',
  'contrast',
  'highlights',
  'shadows',
  'whites',
  'blacks',
  'fade',
  'clarity',
];
const COLOUR: readonly Axis[] = ['warmth', 'tint', 'saturation', 'vibrance', 'hue'];

/** What was seen in the photo that bears on the wish: numbers of the observation, before any edit. */
export function seenSteps(scene: Scene, intent: Intent): ReasoningStep[] {
  const { statistics, regions } = scene.observation;
  const { lightness, clipping, cast, chroma } = statistics;
  const about = (axes: readonly Axis[]) =>
    intent.goals.length === 0 || intent.goals.some(({ axis }) => axes.includes(axis));
  const steps: ReasoningStep[] = [];
  const see = (text: string, evidence: string) => steps.push({ step: 'seen', text, evidence });
  if (about(TONE)) {
    see(
      `Median L* ${fixed(lightness.p50)}, from ${fixed(lightness.p01)} to ${fixed(lightness.p99)} (1st to 99th percentile), spread ${fixed(lightness.spread)}`,
      'lightness of the preview',
    );
    see(
      `${share(clipping.highlights)} of the pixels clipped at the light end, ${share(clipping.shadows)} at the dark end`,
      'clipping of the preview',
    );
  }
  if (about(COLOUR)) {
    const neutral =
      cast.confidence < 0.3
        ? 'nothing that must be neutral'
        : `what looks neutral has a* ${signed(cast.a)}, b* ${signed(cast.b)}`;
    see(
      `Mean colour strength C* ${fixed(chroma.mean)}; ${neutral}`,
      `colour of the preview, confidence ${cast.confidence.toFixed(2)}`,
    );
  }
  if (intent.goals.some(({ axis }) => axis === 'dehaze'))
    see(`Haze ${statistics.haze.toFixed(2)} of 1`, 'dark channel of the preview');
  if (intent.goals.some(({ axis }) => axis === 'noise' || axis === 'grain'))
    see(`Fine noise of ${fixed(statistics.noise)} L*`, 'noise of the preview');
  const asked = new Set<string>([
    ...intent.goals.map(({ region }) => region ?? ''),
    ...intent.locks.map(({ what }) => what),
  ]);
  for (const region of regions.filter(({ name }) => asked.has(name) || name === 'skin')) {
    see(
      `${region.name} on ${share(region.area)} of the frame`,
      `found with confidence ${region.confidence.toFixed(2)}`,
    );
  }
  see(
    `Before and after are measured on a reduction to ${SCENE_EDGE} px`,
    'holds for every number below; the preview itself may differ a little',
  );
  return steps;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}
function share(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
