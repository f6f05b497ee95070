const DEGREES = Math.PI / 180;
const POW_25_7 = 25 ** 7;
const [COS_30, SIN_30] = [Math.cos(30 * DEGREES), Math.sin(30 * DEGREES)];
const [COS_6, SIN_6] = [Math.cos(6 * DEGREES), Math.sin(6 * DEGREES)];
const [COS_63, SIN_63] = [Math.cos(63 * DEGREES), Math.sin(63 * DEGREES)];

/**
 * CIEDE2000 colour difference with kL = kC = kH = 1 (CIE 142-2001), after Sharma, Wu & Dalal 2005,
 * "The CIEDE2000 Color-Difference Formula: Implementation Notes", whose notes on hue means are followed.
 * Takes six numbers rather than two arrays: it is called per pixel.
 */
export function deltaE2000(L1: number, a1: number, b1: number, L2: number, a2: number, b2: number): number {
  const meanChroma = (Math.sqrt(a1 * a1 + b1 * b1) + Math.sqrt(a2 * a2 + b2 * b2)) / 2;
  const scale = 1 + 0.5 * (1 - chromaWeight(meanChroma)); // stretches a* so that near-greys become rounder

  const C1 = Math.sqrt((a1 * scale) ** 2 + b1 * b1);
  const C2 = Math.sqrt((a2 * scale) ** 2 + b2 * b2);
  const h1 = hue(a1 * scale, b1);
  const h2 = hue(a2 * scale, b2);
  const ΔL = L2 - L1;
  const ΔC = C2 - C1;

  // Where one colour is grey its hue means nothing: no hue difference, and the other's hue is the mean.
  const grey = C1 * C2 === 0;
  let Δh = grey ? 0 : h2 - h1;
  if (Δh > 180) Δh -= 360;
  else if (Δh < -180) Δh += 360;
  const ΔH = 2 * Math.sqrt(C1 * C2) * Math.sin((Δh / 2) * DEGREES);

  const L = (L1 + L2) / 2;
  const C = (C1 + C2) / 2;
  let h = h1 + h2;
  if (!grey) {
    if (Math.abs(h1 - h2) > 180) h += h < 360 ? 360 : -360;
    h /= 2;
  }

  // Multiples of the mean hue from its own sine and cosine: four more cosines would take a third of the time.
  const cos = Math.cos(h * DEGREES);
  const sin = Math.sin(h * DEGREES);
  const cos2 = cos * cos - sin * sin;
  const sin2 = 2 * sin * cos;
  const cos3 = cos2 * cos - sin2 * sin;
  const sin3 = sin2 * cos + cos2 * sin;
  const cos4 = cos2 * cos2 - sin2 * sin2;
  const sin4 = 2 * sin2 * cos2;
  const T =
    1 -
    0.17 * (cos * COS_30 + sin * SIN_30) +
    0.24 * cos2 +
    0.32 * (cos3 * COS_6 - sin3 * SIN_6) -
    0.2 * (cos4 * COS_63 + sin4 * SIN_63);
  const fromMiddle = (L - 50) ** 2;
  const SL = 1 + (0.015 * fromMiddle) / Math.sqrt(20 + fromMiddle);
  const SC = 1 + 0.045 * C;
  const SH = 1 + 0.015 * C * T;
  const RT = Math.abs(h - 275) > 155 ? 0 : rotation(h, C);

  const l = ΔL / SL;
  const c = ΔC / SC;
  const H = ΔH / SH;
  return Math.sqrt(Math.max(0, l * l + c * c + H * H + RT * c * H));
}

/** Blues: chroma and hue interact around 275°. Further than 155° away it is less than a double can hold beside 1. */
function rotation(h: number, C: number): number {
  const Δθ = 30 * Math.exp(-(((h - 275) / 25) ** 2));
  return -2 * chromaWeight(C) * Math.sin(2 * Δθ * DEGREES);
}

function chromaWeight(chroma: number): number {
  // Products: a power takes as long as all the rest of the formula.
  const cube = chroma * chroma * chroma;
  const power = cube * cube * chroma;
  return Math.sqrt(power / (power + POW_25_7));
}

/** Degrees 0…360; 0 for grey. */
function hue(a: number, b: number): number {
  const degrees = Math.atan2(b, a) / DEGREES;
  return degrees < 0 ? degrees + 360 : degrees;
}
