import type { Steps } from '#image/steps.ts';
import type { Settings } from '#settings/settings.ts';
import type { Apply } from '../apply.ts';
import { amountOf } from '../read-settings.ts';
import type { RenderSource } from '../renderer.ts';
import { analysisOf } from './analysis.ts';
import type { Base } from './base.ts';
import { BaseRow } from './base-row.ts';
import { clearAir } from './dehaze.ts';
import { fastPower2 } from './fast-log.ts';
import type { Haze } from './haze.ts';
import { GAIN_FIRST, GAIN_PER_STOP, TONE_BASE, toneGains } from './local-tone.ts';
import {
  addClarity,
  addTexture,
  CLARITY_BASE,
  clarityStrength,
  TEXTURE_BASE,
  textureStrength,
} from './presence.ts';

/** Gains as data; each looks at its own base. */
export interface LocalGains {
  /** Highlights and Shadows: stops over the level of the base (see local-tone.ts). */
  readonly tone: { readonly gains: Float32Array; readonly base: Base } | undefined;
  readonly clarity: { readonly strength: number; readonly base: Base } | undefined;
  readonly texture: { readonly strength: number; readonly base: Base } | undefined;
  /** What Dehaze takes off or puts on (see dehaze.ts). */
  readonly haze: ({ readonly amount: number } & Haze) | undefined;
}

/** Highlights, Shadows, Clarity, Texture and Dehaze, row by row; the untouched picture decides what they do. */
export interface LocalPass {
  /** Whether something of it works on the scene side of the base curve. */
  readonly scene: boolean;
  /** Whether the whole of it is one gain per pixel, not tied to a base curve. */
  readonly plain: boolean;
  readonly gains: LocalGains;
  /** Square roots of the gains of row `y` of a plain pass, pixels `from … to − 1`; the array is used again. */
  gainRoots(y: number, from: number, to: number): Float32Array;
  /**
   * Any pass, on row `y` of linear display samples in place: pixels `from … to − 1`, which `line` begins with.
   *
   * @param enterScene takes the base curve out between the display-side and the scene-side part
   */
  apply(line: Float32Array, y: number, from: number, to: number, enterScene: Apply | undefined): void;
}

const SLIDERS = ['Highlights2012', 'Shadows2012', 'Clarity2012', 'Texture', 'Dehaze'] as const;

/** Whether one of the five is not neutral. */
export function isLocal(settings: Settings): boolean {
  return SLIDERS.some((name) => amountOf(settings, name) !== 0);
}

/** Measures, in pieces, what passes under these settings will ask of the photo. */
export function* prepareLocal(source: RenderSource, all: readonly Settings[]): Steps<void> {
  const asks = (...names: readonly (typeof SLIDERS)[number][]) =>
    all.some((settings) => names.some((name) => amountOf(settings, name) !== 0));
  const { prepare } = analysisOf(source);
  if (asks('Highlights2012', 'Shadows2012')) {
    yield* prepare.key();
    yield* prepare.base(TONE_BASE.radius, TONE_BASE.epsilon);
  }
  if (asks('Clarity2012')) yield* prepare.base(CLARITY_BASE.radius, CLARITY_BASE.epsilon);
  if (asks('Texture')) yield* prepare.base(TEXTURE_BASE.radius, TEXTURE_BASE.epsilon);
  if (asks('Dehaze')) yield* prepare.haze();
}

/** Undefined when all five are neutral. */
export function localPass(source: RenderSource, settings: Settings): LocalPass | undefined {
  const clarity = amountOf(settings, 'Clarity2012') / 100;
  const texture = amountOf(settings, 'Texture') / 100;
  const dehaze = amountOf(settings, 'Dehaze') / 100;
  if (!isLocal(settings)) return undefined;

  const analysis = analysisOf(source);
  const gains = toneGains(settings, analysis, source.source);
  const base = ({ radius, epsilon }: { radius: number; epsilon: number }) => analysis.base(radius, epsilon);
  const parts: LocalGains = {
    tone: gains && { gains, base: base(TONE_BASE) },
    clarity: clarity === 0 ? undefined : { strength: clarityStrength(clarity), base: base(CLARITY_BASE) },
    texture: texture === 0 ? undefined : { strength: textureStrength(texture), base: base(TEXTURE_BASE) },
    haze: dehaze === 0 ? undefined : { amount: dehaze, ...analysis.haze() },
  };
  const { haze } = parts;
  const stops = new Float32Array(source.raster.width);
  const rows = new Map<Base, BaseRow>();
  const rowOf = (one: Base, y: number, levels: Float32Array) => {
    let row = rows.get(one);
    if (!row) {
      row = new BaseRow(one, source);
      rows.set(one, row);
    }
    return row.load(y, levels);
  };

  function addPresence(levels: Float32Array, y: number, from: number, to: number): void {
    const { clarity, texture } = parts;
    if (clarity) addClarity(clarity.strength, levels, rowOf(clarity.base, y, levels), stops, from, to);
    if (texture) addTexture(texture.strength, levels, rowOf(texture.base, y, levels), stops, from, to);
  }

  function addTone(levels: Float32Array, y: number, from: number, to: number): void {
    if (parts.tone) addGains(parts.tone.gains, rowOf(parts.tone.base, y, levels), stops, from, to);
  }
  const present = parts.clarity !== undefined || parts.texture !== undefined;

  return {
    scene: gains !== undefined,
    plain: haze === undefined && source.source === 'rendered',
    gains: parts,
    gainRoots(y, from, to) {
      const levels = analysis.levelRow(y);
      stops.fill(0, from, to);
      addPresence(levels, y, from, to);
      addTone(levels, y, from, to);
      for (let x = from; x < to; x++) stops[x] = fastPower2(stops[x]! * 0.5);
      return stops;
    },
    apply(line, y, from, to, enterScene) {
      const levels = analysis.levelRow(y);
      if (haze) clearAir(line, haze.amount, rowOf(haze.veil, y, levels), haze.air, from, to);
      stops.fill(0, from, to);
      addPresence(levels, y, from, to);
      if (enterScene && gains) {
        if (present) multiply(line, stops, from, to);
        stops.fill(0, from, to);
        enterScene(line, to - from);
      }
      addTone(levels, y, from, to);
      if (gains || present) multiply(line, stops, from, to);
      if (enterScene && !gains) enterScene(line, to - from);
    },
  };
}

/** Adds the gain that a table of stops over the level gives. */
function addGains(
  gains: Float32Array,
  levels: Float32Array,
  stops: Float32Array,
  from: number,
  to: number,
): void {
  const last = gains.length - 2;
  for (let x = from; x < to; x++) {
    const position = (levels[x]! - GAIN_FIRST) * GAIN_PER_STOP;
    const place = position > 0 ? Math.min(position, last) : 0;
    const i = place | 0;
    const a = gains[i]!;
    stops[x]! += a + (gains[i + 1]! - a) * (place - i);
  }
}

function multiply(line: Float32Array, stops: Float32Array, from: number, to: number): void {
  for (let x = from, p = 0; x < to; x++, p += 3) {
    const gain = fastPower2(stops[x]!);
    line[p]! *= gain;
    line[p + 1]! *= gain;
    line[p + 2]! *= gain;
  }
}
