/** Bounds on the size of settings, well above what Camera Raw's interface makes. */
export const LIMITS = {
  corrections: 64,
  masks: 32,
  colorSamples: 16,
  curvePoints: 32,
  nameCharacters: 120,
  /** Mask coordinates are fractions of the frame and may lie outside it. */
  coordinate: 10,
} as const;
