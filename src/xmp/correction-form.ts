import { spellReal } from './spell.ts';

/** What differs between places that hold local corrections. */
export interface CorrectionForm {
  readonly spellReal: (value: number) => string;
  /** Whether a luminance range carries the depth sample that Lightroom writes beside it. */
  readonly depthSample: boolean;
}

/** As Lightroom and Camera Raw write sidecars, presets and images. */
export const FILE_FORM: CorrectionForm = { spellReal, depthSample: true };

/** As the Camera Raw Filter of Photoshop holds them (recorded from Camera Raw 18.6): reals as short as they are. */
export const FILTER_FORM: CorrectionForm = {
  spellReal: (value) => String(Number(spellReal(value)) + 0),
  depthSample: false,
};
