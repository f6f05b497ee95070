/** A connected set of pixels of a mask. */
export interface Component {
  /** Value of its pixels in the label map, from 1. */
  readonly label: number;
  readonly count: number;
  readonly left: number;
  readonly top: number;
  /** Exclusive. */
  readonly right: number;
  readonly bottom: number;
}

export interface Labelled {
  readonly labels: Int32Array;
  readonly components: readonly Component[];
}

/** 1 where a value is above `level`. */
export function above(values: Float32Array, level: number): Uint8Array {
  const mask = new Uint8Array(values.length);
  for (let i = 0; i < mask.length; i++) mask[i] = values[i]! > level ? 1 : 0;
  return mask;
}

/** Splits the non-zero pixels of `mask` into 4-connected sets by flood fill, in reading order. */
export function labelComponents(mask: Uint8Array, width: number, height: number): Labelled {
  const labels = new Int32Array(width * height);
  const stack = new Int32Array(width * height);
  const components: Component[] = [];
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || labels[start] !== 0) continue;
    const label = components.length + 1;
    let [left, top, right, bottom, count] = [width, height, 0, 0, 0];
    let depth = 1;
    stack[0] = start;
    labels[start] = label;
    while (depth > 0) {
      const i = stack[--depth]!;
      const x = i % width;
      const y = (i - x) / width;
      count++;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      if (x > 0 && mask[i - 1] !== 0 && labels[i - 1] === 0) labels[(stack[depth++] = i - 1)] = label;
      if (x < width - 1 && mask[i + 1] !== 0 && labels[i + 1] === 0) labels[(stack[depth++] = i + 1)] = label;
      if (y > 0 && mask[i - width] !== 0 && labels[i - width] === 0)
        labels[(stack[depth++] = i - width)] = label;
      if (y < height - 1 && mask[i + width] !== 0 && labels[i + width] === 0) {
        labels[(stack[depth++] = i + width)] = label;
      }
    }
    components.push({ label, count, left, top, right, bottom });
  }
  return { labels, components };
}
