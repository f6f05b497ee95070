import { smoothstep } from '../curve.ts';

export interface SharpenLook {
  /** Standard deviation of the blur, px of the rendered picture. */
  readonly radius: number;
  /** 0…1. */
  readonly detail: number;
  /** 0…1. */
  readonly masking: number;
}

/** Below this radius there is nothing in the picture to sharpen, px. */
export const MIN_RADIUS = 0.3;

/** Unsharp mask; masking confines it to edges, a low detail setting holds overshoot down. Negative amounts soften. */
export class Sharpen {
  private readonly look: SharpenLook;
  private readonly width: number;
  private readonly reach: number;
  /** Half of the Gaussian, cut at 3 sigma: the middle first; zeros up to a multiple of three, as many go in a pass. */
  private readonly kernel: Float32Array;
  /** 1 / weights in reach of each column: the Gaussian is cut at the border. */
  private readonly shares: Float32Array;
  /** A row blurred down, with zeros at both ends. */
  private readonly down: Float32Array;
  private readonly blurred: Float32Array;
  private readonly edges: Float32Array;
  private readonly out: Float32Array;

  constructor(look: SharpenLook, width: number) {
    this.look = look;
    this.width = width;
    const half = gaussian(look.radius);
    const reach = 3 * Math.ceil((half.length - 1) / 3);
    this.reach = reach;
    this.kernel = new Float32Array(reach + 1);
    this.kernel.set(half);
    this.shares = new Float32Array(width);
    for (let x = 0; x < width; x++) {
      let weight = 0;
      for (let k = -Math.min(reach, x); k <= Math.min(reach, width - 1 - x); k++)
        weight += this.kernel[Math.abs(k)]!;
      this.shares[x] = 1 / weight;
    }
    this.down = new Float32Array(width + 2 * reach);
    this.blurred = new Float32Array(width);
    this.edges = new Float32Array(look.masking > 0 ? width * 2 : 0);
    this.out = new Float32Array(width);
  }

  /** Row `y` of a luma plane, sharpened; the array is used again. */
  row(luma: Float32Array, y: number, rows: number, amount: Float32Array): Float32Array {
    const { look, width, blurred, out } = this;
    const own = luma.subarray(y * width, (y + 1) * width);
    if (look.radius < MIN_RADIUS) return own;
    const { fade, limit } = strengthOf(look);
    this.blurRow(luma, y, rows);
    for (let x = 0; x < width; x++) {
      const high = own[x]! - blurred[x]!;
      const size = Math.abs(high);
      const wanted = amount[x]! * fade * high;
      out[x] = amount[x]! > 0 ? wanted / (1 + limit * size) : Math.max(-size, Math.min(size, wanted));
    }
    if (look.masking > 0) this.keepToEdges(luma, y, rows);
    for (let x = 0; x < width; x++) out[x]! += own[x]!;
    return out;
  }

  private keepToEdges(luma: Float32Array, y: number, rows: number): void {
    const { width, out } = this;
    const edges = this.edgeRow(luma, y, rows);
    const { floor, full } = edgesOf(this.look);
    for (let x = 0; x < width; x++) out[x]! *= smoothstep(0, full, edges[x]! - floor);
  }

  /** Separable Gaussian of one row, weights renormalised at the border. */
  private blurRow(luma: Float32Array, y: number, rows: number): void {
    const { width, reach, kernel, down, blurred, shares } = this;
    const lineOf = (k: number) => Math.min(rows - 1, Math.max(0, y + k)) * width;
    const weightOf = (k: number) => (y + k >= 0 && y + k < rows ? kernel[Math.abs(k)]! : 0);
    let weight = kernel[0]!;
    for (let k = 1; k <= reach; k++) weight += weightOf(k) + weightOf(-k);
    const scale = 1 / weight;
    for (let k = 1; k <= reach; k += 3) {
      const [a, b, c] = [lineOf(k), lineOf(k + 1), lineOf(k + 2)] as const;
      const [d, e, f] = [lineOf(-k), lineOf(-k - 1), lineOf(-k - 2)] as const;
      const [wa, wb, wc] = [weightOf(k) * scale, weightOf(k + 1) * scale, weightOf(k + 2) * scale] as const;
      const [wd, we, wf] = [
        weightOf(-k) * scale,
        weightOf(-k - 1) * scale,
        weightOf(-k - 2) * scale,
      ] as const;
      const before = k === 1 ? 0 : 1;
      const own = k === 1 ? kernel[0]! * scale : 0;
      for (let x = 0, i = reach, m = y * width; x < width; x++, i++, m++)
        down[i] =
          down[i]! * before +
          luma[m]! * own +
          (luma[a + x]! * wa + luma[d + x]! * wd) +
          (luma[b + x]! * wb + luma[e + x]! * we) +
          (luma[c + x]! * wc + luma[f + x]! * wf);
    }
    for (let k = 1; k <= reach; k += 3) {
      const [wa, wb, wc] = [kernel[k]!, kernel[k + 1]!, kernel[k + 2]!] as const;
      const before = k === 1 ? 0 : 1;
      const own = k === 1 ? kernel[0]! : 0;
      const last = k + 2 === reach ? shares : undefined;
      for (let x = 0, i = reach; x < width; x++, i++) {
        const sum =
          blurred[x]! * before +
          down[i]! * own +
          (down[i - k]! + down[i + k]!) * wa +
          (down[i - k - 1]! + down[i + k + 1]!) * wb +
          (down[i - k - 2]! + down[i + k + 2]!) * wc;
        blurred[x] = last ? sum * last[x]! : sum;
      }
    }
  }

  /** Edge strength of one row: sums of differences across and down, averaged over 3 × 3 px. */
  private edgeRow(luma: Float32Array, y: number, rows: number): Float32Array {
    const { width, edges } = this;
    const sums = edges.subarray(width, 2 * width);
    const out = edges.subarray(0, width);
    sums.fill(0);
    let count = 0;
    for (let at = Math.max(0, y - 1); at <= Math.min(rows - 1, y + 1); at++, count++) {
      const line = at * width;
      const above = Math.max(0, at - 1) * width;
      const below = Math.min(rows - 1, at + 1) * width;
      for (let x = 0; x < width; x++) {
        const left = luma[line + (x > 0 ? x - 1 : 0)]!;
        const right = luma[line + (x < width - 1 ? x + 1 : x)]!;
        sums[x]! += Math.abs(right - left) + Math.abs(luma[below + x]! - luma[above + x]!);
      }
    }
    for (let x = 0; x < width; x++) {
      const first = x > 0 ? x - 1 : 0;
      const last = x < width - 1 ? x + 1 : x;
      let sum = 0;
      for (let at = first; at <= last; at++) sum += sums[at]!;
      out[x] = sum / ((last - first + 1) * count);
    }
    return out;
  }
}

/** Half of a Gaussian, the middle first, cut at 3 sigma. */
export function gaussian(radius: number): Float32Array {
  const cut = Math.max(1, Math.ceil(3 * radius));
  return Float32Array.from({ length: cut + 1 }, (_, k) => Math.exp(-((k / radius) ** 2) / 2));
}

/** What detail finer than the blur is multiplied with, and how strongly large overshoot is held down. */
export function strengthOf({ radius, detail }: SharpenLook): {
  readonly fade: number;
  readonly limit: number;
} {
  // A preview smaller than the full picture shows the part of the sharpening that its pixels can carry.
  return { fade: 1.6 * smoothstep(0.25, 0.7, radius), limit: 4 + 26 * (1 - detail) };
}

/** Edge strength up to which masking keeps everything back, and how far above it nothing. */
export function edgesOf({ masking }: SharpenLook): { readonly floor: number; readonly full: number } {
  return { floor: 0.06 * masking * masking, full: 0.02 + 0.1 * masking };
}

/** Rows that sharpening looks at, above and below; edge strength looks at two. */
export function sharpenHalo({ radius }: SharpenLook): number {
  return Math.max(2, Math.ceil(3 * radius));
}
