/** Most that a full positive amount takes: chroma ×1 / (1 − FULL). */
const FULL = 0.55;

/**
 * Factor on chroma for an amount −1…1 on a pixel of HSV saturation s and value v (linear ProPhoto). Down: 1 + amount,
 * to grey at −1. Up: 1 / (1 − amount·q) with q near FULL for pale colours and bounded by 1 − s, so that the smallest
 * channel stays above zero; lighter pixels gain less. Fitted to the mixer's saturation sliders of Camera Raw 18.6.
 */
export function gainChroma(s: number, v: number, amount: number): number {
  if (amount <= 0) return 1 + (amount < -1 ? -1 : amount);
  const room = s < 1 ? 1 - s : 0;
  if (room === 0) return 1;
  const light = v < 1 ? v : 1;
  const q = (1 / Math.cbrt(1 / (FULL * FULL * FULL) + 1 / (room * room * room))) * (1 - 0.45 * light * light);
  return 1 / (1 - amount * q);
}
