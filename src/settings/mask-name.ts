import type { Mask } from './settings.ts';

const NAMES = {
  linear: 'Linear Gradient',
  radial: 'Radial Gradient',
  luminance: 'Luminance Range',
  color: 'Color Range',
};
const TARGETS = { subject: 'Subject', sky: 'Sky', background: 'Background', person: 'Person' };

/** What a mask without a name of its own is called in its correction: "Linear Gradient 1". */
export function defaultMaskName(mask: Mask, index: number): string {
  return `${mask.kind === 'ai' ? TARGETS[mask.target] : NAMES[mask.kind]} ${index + 1}`;
}
