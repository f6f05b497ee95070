/** Kernels for noise reduction, sharpening and grain on rows (see assembly/). */
export interface DetailExports {
  lumaRow(samples: number, count: number, out: number): void;
  setLuma(samples: number, luma: number, changes: number, count: number): void;
  weighRows(taps: number, count: number, width: number, out: number): void;
  weighSquares(taps: number, count: number, width: number, out: number): void;
  filterAcross(row: number, weights: number, reach: number, shares: number, count: number, out: number): void;
  selfLines(
    means: number,
    squares: number,
    epsilon: number,
    count: number,
    slopes: number,
    offsets: number,
  ): void;
  applyLines(slopes: number, offsets: number, values: number, count: number, out: number): void;
  smoothRow(
    slopes: number,
    offsets: number,
    means: number,
    contrast: number,
    amounts: number,
    count: number,
    values: number,
  ): void;
  colorBlocks(
    samples: number,
    width: number,
    rows: number,
    luma: number,
    stride: number,
    step: number,
    red: number,
    redSquares: number,
    blue: number,
    blueSquares: number,
  ): void;
  colorDifferences(samples: number, luma: number, count: number, red: number, blue: number): void;
  changeColors(
    samples: number,
    redBefore: number,
    redAfter: number,
    blueBefore: number,
    blueAfter: number,
    amounts: number,
    count: number,
  ): void;
  sharpenRow(
    values: number,
    blurred: number,
    amounts: number,
    fade: number,
    limit: number,
    count: number,
    out: number,
  ): void;
  edgeRow(above: number, row: number, below: number, count: number, out: number): void;
  keepToEdges(edges: number, floor: number, full: number, count: number, changes: number): void;
  noiseCells(row: number, seed: number, count: number, out: number): void;
  noiseRow(cells: number, lefts: number, shares: number, count: number, out: number): void;
  addGrain(
    samples: number,
    fine: number,
    clumps: number,
    fineShare: number,
    clumpShare: number,
    amounts: number,
    count: number,
  ): void;
}
