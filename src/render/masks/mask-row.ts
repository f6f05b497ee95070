/** Writes a row of weights 0…1; false when all of them are zero. */
export type MaskRow = (y: number, out: Float32Array) => boolean;
