/** Kernels for the vignette on rows of samples, and for their way to codes (see assembly/). */
export interface VignetteExports {
  values8(codes: number, count: number, out: number): void;
  values16(codes: number, count: number, out: number): void;
  quantize8(values: number, count: number, out: number): void;
  quantize16(values: number, count: number, out: number): void;
  vignetteRow(
    across: number,
    down: number,
    corners: number,
    table: number,
    start: number,
    perDistance: number,
    last: number,
    count: number,
    out: number,
  ): void;
  holdLights(
    roots: number,
    red: number,
    green: number,
    blue: number,
    hold: number,
    count: number,
    gains: number,
  ): void;
  gainLight(samples: number, roots: number, count: number): void;
  rootsOfLight(samples: number, count: number, out: number): void;
  fadeToWhite(roots: number, shares: number, count: number): void;
  lookUpSamples(
    samples: number,
    factors: number,
    count: number,
    red: number,
    green: number,
    blue: number,
    last: number,
    out: number,
  ): void;
}
