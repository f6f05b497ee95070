import type { LinearMask, RadialMask } from '#settings/settings.ts';
import { clamp } from '../curve.ts';

/** Weight 0…1 at a pixel's centre; coordinates in px of the whole picture. */
type WeightAt = (x: number, y: number) => number;

/** From none at the zero line to full at the full line, eased at both ends. */
export function linearWeight(mask: LinearMask, width: number, height: number): WeightAt {
  const dx = (mask.fullX - mask.zeroX) * width;
  const dy = (mask.fullY - mask.zeroY) * height;
  const length2 = dx * dx + dy * dy;
  if (length2 < 1e-6) return () => 1;
  const zx = mask.zeroX * width;
  const zy = mask.zeroY * height;
  return (x, y) => ease(((x + 0.5 - zx) * dx + (y + 0.5 - zy) * dy) / length2);
}

/** Ellipse, full inside, none from its border on; the feather is the share of the radius over which it fades. */
export function radialWeight(mask: RadialMask, width: number, height: number): WeightAt {
  const cx = ((mask.left + mask.right) / 2) * width;
  const cy = ((mask.top + mask.bottom) / 2) * height;
  const rx = (Math.abs(mask.right - mask.left) / 2) * width;
  const ry = (Math.abs(mask.bottom - mask.top) / 2) * height;
  if (rx < 1e-6 || ry < 1e-6) return () => 0;
  const angle = (mask.angle * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  // Even a hard border is a pixel wide.
  const fade = Math.max(mask.feather / 100, 1 / Math.min(rx, ry));
  return (x, y) => {
    const px = x + 0.5 - cx;
    const py = y + 0.5 - cy;
    const u = (px * cos + py * sin) / rx;
    const v = (py * cos - px * sin) / ry;
    return ease((1 - Math.sqrt(u * u + v * v)) / fade);
  };
}

function ease(t: number): number {
  const c = clamp(t, 0, 1);
  return c * c * (3 - 2 * c);
}
