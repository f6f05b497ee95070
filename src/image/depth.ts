type Samples = Uint8Array | Uint16Array;

/** Bits per sample. Asked by size, not by class: arrays of another realm (worker, sandbox, host) are of another class. */
export function depthOf(data: Samples): 8 | 16 {
  return data.BYTES_PER_ELEMENT === 1 ? 8 : 16;
}

/** The code of full light: 255 or 65535. */
export function topOf(data: Samples): number {
  return depthOf(data) === 8 ? 255 : 65535;
}

/** `length` zeros of a depth. */
export function samplesOf(depth: 8 | 16, length: number): Samples {
  return depth === 8 ? new Uint8Array(length) : new Uint16Array(length);
}
