import type { Settings } from '#settings/settings.ts';
import type { Apply } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import type { RenderSource } from '../renderer.ts';
import { type Analysis, analysisOf, type Base, levelOf, planeStep } from './analysis.ts';
import { fastPower2 } from './fast-log.ts';
import { GAIN_FIRST, GAIN_PER_STOP, TONE_BASE, toneGains } from './local-tone.ts';
import { CLARITY_BASE, clarityGain, TEXTURE_BASE, textureGain } from './presence.ts';
import { upsampleRow } from './upsample.ts';

/** Highlights, Shadows, Clarity, Texture and Dehaze on rows of linear display samples. */
export interface LocalPass {
  /** Whether something of it works on the scene side of the base curve. */
  readonly scene: boolean;
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
  const clarityRow = row(clarity === 0 ? undefined : analysis.base(CLARITY_BASE.radius, CLARITY_BASE.epsilon));
  const textureRow = row(texture === 0 ? undefined : analysis.base(TEXTURE_BASE.radius, TEXTURE_BASE.epsilon));
  const haze = dehaze === 0 ? undefined : analysis.haze();
  const hazeRow = row(haze?.veil);
  const sceneStops = new Float32Array(width);

  return {
    scene: gains !== undefined,
    apply(samples, untouched, top, rows, enterScene) {
      for (let y = 0; y < rows; y++) {
        const line = samples.subarray(y * width * 3, (y + 1) * width * 3);
        const own = untouched.subarray(y * width * 3, (y + 1) * width * 3);
        for (const base of [toneRow, clarityRow, textureRow, hazeRow]) base?.load(top + y);
        for (let x = 0, p = 0; x < width; x++, p += 3) {
          const level = levelOf(own[p]!, own[p + 1]!, own[p + 2]!);
          if (haze && hazeRow) clearAir(line, p, dehaze, hazeRow.at(x, level), haze.air);
          let stops = 0;
          if (clarityRow) stops += clarityGain(clarity, level, clarityRow.at(x, level));
          if (textureRow) stops += textureGain(texture, level, textureRow.at(x, level));
          if (stops !== 0) multiply(line, p, fastPower2(stops));
          if (gains && toneRow) sceneStops[x] = lookUp(gains, toneRow.at(x, level));
        }
        enterScene?.(line, width);
        if (gains) for (let x = 0; x < width; x++) multiply(line, x * 3, fastPower2(sceneStops[x]!));
      }
    },
  };
}

/** Slope and offset of a base at full width, one row at a time. */
class BaseRow {
  private readonly slope: Float32Array;
  private readonly offset: Float32Array;
  private readonly base: Base;
  private readonly scale: number;

  constructor(base: Base, { raster }: RenderSource) {
    this.base = base;
    this.scale = planeStep(raster);
    this.slope = new Float32Array(raster.width);
    this.offset = new Float32Array(raster.width);
  }

  load(y: number): void {
    upsampleRow(this.base.slope, y, this.slope.length, this.scale, this.scale, this.slope);
    upsampleRow(this.base.offset, y, this.offset.length, this.scale, this.scale, this.offset);
  }

  at(x: number, level: number): number {
    return this.slope[x]! * level + this.offset[x]!;
  }
}

function lookUp(gains: Float32Array, level: number): number {
  const position = (level - GAIN_FIRST) * GAIN_PER_STOP;
  const last = gains.length - 2;
  const i = position <= 0 ? 0 : position >= last ? last : position | 0;
  const f = position <= 0 ? 0 : position >= last ? 1 : position - i;
  return gains[i]! + (gains[i + 1]! - gains[i]!) * f;
}

function multiply(line: Float32Array, p: number, gain: number): void {
  line[p]! *= gain;
  line[p + 1]! *= gain;
  line[p + 2]! *= gain;
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
  const v = veil > 0 ? (veil < 1 ? veil : 1) : 0;
  if (amount > 0) {
    const t = Math.max(MIN_TRANSMISSION, 1 - (amount * 0.8 * v) / (1 + 1.4 * v));
    for (let c = 0; c < 3; c++) {
      const seen = line[p + c]!;
      const clear = (seen - air[c]!) / t + air[c]!;
      // Pixels darker than their surroundings' veil keep a tenth of their light instead of clipping.
      line[p + c] = clear > seen * 0.1 ? clear : seen * 0.1;
    }
  } else {
    const t = 1 + (amount * 0.62 * v) / (v + 0.035);
    for (let c = 0; c < 3; c++) line[p + c] = line[p + c]! * t + air[c]! * (1 - t);
  }
}
