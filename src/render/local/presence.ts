/** Radius (fraction of the long edge) and epsilon (stops²) of the bases of Clarity and Texture. */
export const CLARITY_BASE = { radius: 0.02, epsilon: 0.4 } as const;
export const TEXTURE_BASE = { radius: 0.004, epsilon: 0.06 } as const;

export function clarityStrength(amount: number): number {
  return amount * (amount > 0 ? 1.1 : 0.75);
}

export function textureStrength(amount: number): number {
  return amount * (amount > 0 ? 1 : 0.75);
}

/**
 * Clarity: gain by the ratio of a pixel to its surroundings, (L / L̄)^amount as measured of Camera Raw at +100 (pixls.us
 * 11844), held back on strong edges and towards black and white, where it would show as halos. Added to `stops`.
 */
export function addClarity(
  strength: number,
  levels: Float32Array,
  bases: Float32Array,
  stops: Float32Array,
  from: number,
  to: number,
): void {
  for (let x = from; x < to; x++) {
    const base = bases[x]!;
    const detail = levels[x]! - base;
    const size = detail < 0 ? -detail : detail;
    let mask = base < -9 ? 0 : base < -5.5 ? (base + 9) / 3.5 : 1;
    if (base > -1.2) mask *= base > 0 ? 0.45 : 1 - 0.55 * ((base + 1.2) / 1.2);
    stops[x]! += (strength * detail * mask) / (1 + 0.6 * size);
  }
}

/** Texture: the same over a few pixels; edges stronger than about a stop are left alone. Added to `stops`. */
export function addTexture(
  strength: number,
  levels: Float32Array,
  bases: Float32Array,
  stops: Float32Array,
  from: number,
  to: number,
): void {
  for (let x = from; x < to; x++) {
    const detail = levels[x]! - bases[x]!;
    stops[x]! += (strength * detail) / (1 + 1.5 * detail * detail);
  }
}
