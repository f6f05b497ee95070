/**
 * Changes `count` interleaved pixels in place. Samples are linear light, ProPhoto primaries, white D50, 1 = display
 * white, unbounded on both sides. Never allocates.
 */
export type Apply = (samples: Float32Array, count: number) => void;
