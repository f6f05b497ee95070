/** Most that a full positive amount takes: chroma ×1 / (1 − FULL). */
const FULL = 0.55;

/** The cubic mean of FULL and the room that the smallest channel has, over that room. */
const STEPS = 256;
export const bounds = new Float32Array(STEPS + 2);
for (let i = 1; i < bounds.length; i++) bounds[i] = 1 / Math.cbrt(1 / FULL ** 3 + 1 / (i / STEPS) ** 3);

/**
 * Factor on chroma for an amount −1…1 on a pixel of HSV saturation s and value v (linear ProPhoto). Down: 1 + amount,
 * to grey at −1. Up: 1 / (1 − amount·q) with q near FULL for pale colours and bounded by 1 − s, so that the smallest
 * channel stays above zero; lighter pixels gain less. Fitted to the mixer's saturation sliders of Camera Raw 18.6.
 */
export function gainChroma(s: number, v: number, amount: number): number {
  if (amount <= 0) return 1 + Math.max(amount, -1);
  const room = s < 1 ? 1 - s : 0;
  if (room === 0) return 1;
  const light = Math.min(v, 1);
  const position = room * STEPS;
  const i = position >= STEPS ? STEPS : position | 0;
  const q = (bounds[i]! + (bounds[i + 1]! - bounds[i]!) * (position - i)) * (1 - 0.45 * light * light);
  return 1 / (1 - amount * q);
}
