import type { Settings } from '#settings/settings.ts';
import type { Apply } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import type { RenderSource } from '../renderer.ts';
import { type Analysis, analysisOf, type Base, measureLevels, planeStep } from './analysis.ts';
import { fastPower2 } from './fast-log.ts';
import { GAIN_FIRST, GAIN_PER_STOP, TONE_BASE, toneGains } from './local-tone.ts';
import { CLARITY_BASE, clarityGain, TEXTURE_BASE, textureGain } from './presence.ts';
import { upsampleRow } from './upsample.ts';

/** Highlights, Shadows, Clarity, Texture and Dehaze on rows of linear display samples. */
export interface LocalPass {
  /** Whether something of it works on the scene side of the base curve. */
  readonly scene: boolean;
  /**
   * Whether the whole of it is one gain per pixel, not tied to a base curve, with levels kept: candidates on previews
   * then skip the working space.
   */
  readonly plain: boolean;
  /** The gains of row `y` of a plain pass; the array is used again. */
  gainsOf(y: number): Float32Array;
  /**
   * @param untouched the picture's own samples of the same rows, which decide the gains; may be `samples` itself
   * @param enterScene takes the base curve out between the display-side and the scene-side part
   */
  apply(
    samples: Float32Array,
    untouched: Float32Array,
    top: number,
    rows: number,
    enterScene: Apply | undefined,
  ): void;
}

/** Thinnest air that Dehaze divides by. */
const MIN_TRANSMISSION = 0.25;

/** Undefined when all five are neutral. */
export function localPass(source: RenderSource, settings: Settings): LocalPass | undefined {
  const clarity = amountOf(settings, 'Clarity2012') / 100;
  const texture = amountOf(settings, 'Texture') / 100;
  const dehaze = amountOf(settings, 'Dehaze') / 100;
  const toned = amountOf(settings, 'Shadows2012') !== 0 || amountOf(settings, 'Highlights2012') !== 0;
  if (clarity === 0 && texture === 0 && dehaze === 0 && !toned) return undefined;

  const analysis: Analysis = analysisOf(source);
  const { width } = source.raster;
  const gains = toneGains(settings, analysis, source.source);
  const row = (base: Base | undefined) => base && new BaseRow(base, source);
  const toneRow = row(gains && analysis.base(TONE_BASE.radius, TONE_BASE.epsilon));
  const clarityRow = row(
    clarity === 0 ? undefined : analysis.base(CLARITY_BASE.radius, CLARITY_BASE.epsilon),
  );
  const textureRow = row(
    texture === 0 ? undefined : analysis.base(TEXTURE_BASE.radius, TEXTURE_BASE.epsilon),
  );
  const haze = dehaze === 0 ? undefined : analysis.haze();
  const hazeRow = row(haze?.veil);
  const stops = new Float32Array(width);
  const levels = new Float32Array(width);
  const kept = analysis.levels();

  function loadRows(y: number): void {
    if (kept) levels.set(kept.subarray(y * width, (y + 1) * width));
    for (const base of [toneRow, clarityRow, textureRow, hazeRow]) base?.load(y, levels);
  }

  function addPresence(): void {
    if (clarityRow)
      for (let x = 0; x < width; x++) stops[x]! += clarityGain(clarity, levels[x]!, clarityRow.values[x]!);
    if (textureRow)
      for (let x = 0; x < width; x++) stops[x]! += textureGain(texture, levels[x]!, textureRow.values[x]!);
  }

  function addTone(): void {
    if (gains && toneRow) for (let x = 0; x < width; x++) stops[x]! += lookUp(gains, toneRow.values[x]!);
  }

  return {
    scene: gains !== undefined,
    plain: kept !== undefined && haze === undefined && source.source === 'rendered',
    gainsOf(y) {
      loadRows(y);
      stops.fill(0);
      addPresence();
      addTone();
      for (let x = 0; x < width; x++) stops[x] = fastPower2(stops[x]!);
      return stops;
    },
    apply(samples, untouched, top, rows, enterScene) {
      for (let y = 0; y < rows; y++) {
        const line = samples.subarray(y * width * 3, (y + 1) * width * 3);
        if (!kept) measureLevels(untouched.subarray(y * width * 3, (y + 1) * width * 3), levels);
        loadRows(top + y);
        if (haze && hazeRow)
          for (let x = 0; x < width; x++) clearAir(line, x * 3, dehaze, hazeRow.values[x]!, haze.air);
        stops.fill(0);
        addPresence();
        if (enterScene && gains) {
          if (clarityRow || textureRow) multiplyRow(line, stops);
          stops.fill(0);
          enterScene(line, width);
        }
        addTone();
        if (gains || clarityRow || textureRow) multiplyRow(line, stops);
        if (enterScene && !gains) enterScene(line, width);
      }
    },
  };
}

/** Values of a base along one row. */
class BaseRow {
  readonly values: Float32Array;
  private readonly kept: Float32Array | undefined;
  private readonly slope: Float32Array;
  private readonly offset: Float32Array;
  private readonly base: Base;
  private readonly step: number;

  constructor(base: Base, source: RenderSource) {
    const { width } = source.raster;
    this.base = base;
    this.step = planeStep(source.raster);
    this.kept = analysisOf(source).values(base);
    this.values = new Float32Array(width);
    this.slope = new Float32Array(this.kept ? 0 : width);
    this.offset = new Float32Array(this.kept ? 0 : width);
  }

  load(y: number, levels: Float32Array): void {
    const { values, slope, offset, kept, step, base } = this;
    const width = values.length;
    if (kept) {
      values.set(kept.subarray(y * width, (y + 1) * width));
      return;
    }
    upsampleRow(base.slope, y, width, step, step, slope);
    upsampleRow(base.offset, y, width, step, step, offset);
    for (let x = 0; x < width; x++) values[x] = slope[x]! * levels[x]! + offset[x]!;
  }
}

function lookUp(gains: Float32Array, level: number): number {
  const position = (level - GAIN_FIRST) * GAIN_PER_STOP;
  const last = gains.length - 2;
  const i = position <= 0 ? 0 : position >= last ? last : position | 0;
  const f = position <= 0 ? 0 : position >= last ? 1 : position - i;
  return gains[i]! + (gains[i + 1]! - gains[i]!) * f;
}

function multiplyRow(line: Float32Array, stops: Float32Array): void {
  for (let x = 0, p = 0; x < stops.length; x++, p += 3) {
    const gain = fastPower2(stops[x]!);
    line[p]! *= gain;
    line[p + 1]! *= gain;
    line[p + 2]! *= gain;
  }
}

/**
 * Haze model of Koschmieder: seen = clear · t + air · (1 − t). Positive amounts solve it for the clear picture, with t
 * from the veil; negative ones add haze. How much goes by the veil fitted to averages over five photographs.
 */
function clearAir(
  line: Float32Array,
  p: number,
  amount: number,
  veil: number,
  air: readonly [number, number, number],
): void {
  const v = veil > 0 ? Math.min(veil, 1) : 0;
  if (amount > 0) {
    const t = Math.max(MIN_TRANSMISSION, 1 - (amount * 0.8 * v) / (1 + 1.4 * v));
    for (let c = 0; c < 3; c++) {
      const seen = line[p + c]!;
      const clear = (seen - air[c]!) / t + air[c]!;
      // Pixels darker than their surroundings' veil keep a tenth of their light instead of clipping.
      line[p + c] = Math.max(clear, seen * 0.1);
    }
  } else {
    const t = 1 + (amount * 0.58 * v) / (v + 0.07);
    for (let c = 0; c < 3; c++) line[p + c] = line[p + c]! * t + air[c]! * (1 - t);
  }
}
