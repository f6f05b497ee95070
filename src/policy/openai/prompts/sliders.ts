import { formatSetting } from '#settings/format.ts';
import type { NumberParameter, Parameter } from '#settings/parameter.ts';
import { LOCAL_PARAMETERS, PANELS, PARAMETERS } from '#settings/parameters.ts';

/** Sliders that a model may move: numbers and switches, without what only the camera knows. */
const OFFERED = PARAMETERS.filter((one) => one.kind === 'boolean' || (one.kind === 'number' && !one.asShot));

/** The common local sliders; grading and toning within a mask are more than a model places well. */
const LOCAL_OFFERED = LOCAL_PARAMETERS.filter(
  ({ name, uiScale }) => uiScale !== 1 && !/Toning|Moire|Defringe/.test(name),
);

export function sliderNames(): readonly string[] {
  return OFFERED.map(({ name }) => name);
}

/** Without the prefix: `Exposure2012` inside a mask is as unmistakable. */
export function localSliderNames(): readonly string[] {
  return LOCAL_OFFERED.map(({ name }) => name.replace(/^Local/, ''));
}

/** Every slider with its range, panel by panel. */
export function sliderLines(): string {
  return PANELS.flatMap((panel) => {
    const sliders = OFFERED.filter((one) => one.panel === panel).map(sliderWords);
    return sliders.length === 0 ? [] : [`- ${panel}: ${sliders.join(', ')}`];
  }).join('\n');
}

export function localSliderLine(): string {
  return LOCAL_OFFERED.map((one) => {
    const [low, high] = [one.minimum * one.uiScale, one.maximum * one.uiScale];
    return `${one.name.replace(/^Local/, '')} ${low}…${high}`;
  }).join(', ');
}

function sliderWords(parameter: Parameter): string {
  if (parameter.kind !== 'number') return `${parameter.name} 0 or 1`;
  const neutral =
    parameter.neutral === 0 ? '' : `, ${formatSetting(parameter.name, parameter.neutral)} is neutral`;
  return `${parameter.name} ${range(parameter)}${neutral}`;
}

function range({ minimum, maximum, unit }: NumberParameter): string {
  return `${minimum}…${maximum}${unit === 'EV' ? ' EV' : ''}`;
}
