import { slidersOf } from './make-parameter.ts';
import type { CurveParameter, Parameter } from './parameter.ts';
import type { CurvePoint } from './settings.ts';

const slider = slidersOf('Tone curve');

export const IDENTITY_CURVE: readonly CurvePoint[] = [
  [0, 0],
  [255, 255],
];

const REGIONS = ['ParametricShadows', 'ParametricDarks', 'ParametricLights', 'ParametricHighlights'];
const split = { scaling: 'setting', companionOf: REGIONS } as const;

function curve(name: string, label: string): CurveParameter {
  return { kind: 'curve', name, panel: 'Tone curve', label, neutral: IDENTITY_CURVE };
}

export const TONE_CURVE: readonly Parameter[] = [
  slider('ParametricShadows', 'Curve shadows'),
  slider('ParametricDarks', 'Curve darks'),
  slider('ParametricLights', 'Curve lights'),
  slider('ParametricHighlights', 'Curve highlights'),
  // Must stay in this order; `clampSettings` puts them apart.
  slider('ParametricShadowSplit', 'Shadow split', { ...split, minimum: 10, maximum: 70, neutral: 25 }),
  slider('ParametricMidtoneSplit', 'Midtone split', { ...split, minimum: 20, maximum: 80, neutral: 50 }),
  slider('ParametricHighlightSplit', 'Highlight split', { ...split, minimum: 30, maximum: 90, neutral: 75 }),
  curve('ToneCurvePV2012', 'Point curve'),
  curve('ToneCurvePV2012Red', 'Red curve'),
  curve('ToneCurvePV2012Green', 'Green curve'),
  curve('ToneCurvePV2012Blue', 'Blue curve'),
  slider('CurveRefineSaturation', 'Refine saturation', {
    unit: 'percent',
    minimum: 0,
    maximum: 200,
    neutral: 100,
  }),
];
