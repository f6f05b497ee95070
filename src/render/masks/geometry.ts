import type { LinearMask, RadialMask } from '#settings/settings.ts';
import { clamp } from '../curve.ts';
import type { MaskRow } from './mask-row.ts';

/** From none at the zero line to full at the full line, eased at both ends. */
export function linearRow(mask: LinearMask, width: number, height: number): MaskRow {
  const dx = (mask.fullX - mask.zeroX) * width;
  const dy = (mask.fullY - mask.zeroY) * height;
  const length2 = dx * dx + dy * dy;
  if (length2 < 1e-6) return everywhere(1);
  const slope = dx / length2;
  return (y, out) => {
    const start = ((0.5 - mask.zeroX * width) * dx + (y + 0.5 - mask.zeroY * height) * dy) / length2;
    const end = start + (width - 1) * slope;
    if (start <= 0 && end <= 0) return everywhere(0)(y, out);
    if (start >= 1 && end >= 1) return everywhere(1)(y, out);
    for (let x = 0; x < width; x++) {
      const t = start + x * slope;
      const c = t > 0 ? Math.min(t, 1) : 0;
      out[x] = c * c * (3 - 2 * c);
    }
    return true;
  };
}

/** Ellipse, full inside, none from its border on; the feather is the share of the radius over which it fades. */
export function radialRow(mask: RadialMask, width: number, height: number): MaskRow {
  const cx = ((mask.left + mask.right) / 2) * width;
  const cy = ((mask.top + mask.bottom) / 2) * height;
  const rx = (Math.abs(mask.right - mask.left) / 2) * width;
  const ry = (Math.abs(mask.bottom - mask.top) / 2) * height;
  if (rx < 1e-6 || ry < 1e-6) return everywhere(0);
  const angle = (mask.angle * Math.PI) / 180;
  // Even a hard border is a pixel wide.
  const fade = Math.max(mask.feather / 100, 1 / Math.min(rx, ry));
  // Along a row, both coordinates in units of the half axes are lines over x.
  const slopeU = Math.cos(angle) / rx;
  const slopeV = -Math.sin(angle) / ry;
  const square = slopeU * slopeU + slopeV * slopeV;
  return (y, out) => {
    const py = y + 0.5 - cy;
    const u = (py * Math.sin(angle)) / rx;
    const v = (py * Math.cos(angle)) / ry;
    out.fill(0);
    // Where (u + slopeU·px)² + (v + slopeV·px)² < 1.
    const middle = -(u * slopeU + v * slopeV) / square;
    const half2 = middle * middle - (u * u + v * v - 1) / square;
    if (!(half2 > 0)) return false;
    const first = clamp(Math.floor(cx + middle - Math.sqrt(half2) - 0.5), 0, width);
    const end = clamp(Math.ceil(cx + middle + Math.sqrt(half2) + 0.5), 0, width);
    for (let x = first; x < end; x++) {
      const px = x + 0.5 - cx;
      const a = u + slopeU * px;
      const b = v + slopeV * px;
      const t = (1 - Math.sqrt(a * a + b * b)) / fade;
      const c = t > 0 ? Math.min(t, 1) : 0;
      out[x] = c * c * (3 - 2 * c);
    }
    return end > first;
  };
}

function everywhere(weight: number): MaskRow {
  return (_, out) => {
    out.fill(weight);
    return weight > 0;
  };
}
