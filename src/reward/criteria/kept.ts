import { newClipping, scoreClipping } from '../guards/clipping.ts';
import { percent } from '../guards/guard.ts';
import { scoreNaturalSkin, skinView } from '../guards/skin.ts';
import { colorChange } from '../measure/color-change.ts';
import { within } from '../measure/pair.ts';
import type { View } from '../measure/view.ts';
import { WHOLE } from '../measure/view.ts';
import type { Case } from './case.ts';
import { staySmall } from './fit.ts';
import type { Judge } from './judge.ts';

/** Clipping matters as much as there is still to lose: a frame that is already burnt out cannot lose much more. */
export function judgeDetailKept({ observation }: Case): Judge {
  const { shadows, highlights } = observation.statistics.clipping;
  const lost = Math.min(1, 10 * (highlights + 0.5 * shadows));
  return {
    name: 'detail kept in lights and darks',
    why: `${percent(highlights)} of the frame is at the upper end now, ${percent(shadows)} at the lower`,
    weight: 0.12 * (1 - lost),
    explicit: false,
    judge: (pair) => {
      const clipping = newClipping(pair);
      return {
        score: scoreClipping(clipping),
        evidence: `newly clipped ${percent(clipping.white + clipping.channel)} light, ${percent(clipping.black)} dark`,
      };
    },
  };
}

/** Only where there is skin and nobody asked to change it. */
export function judgeSkinKept({ reading, before, views }: Case): Judge | null {
  const view = skinView({ before, after: before, views });
  const asked = reading.goals.some(({ region }) => region === 'skin' || region === 'face');
  const locked = reading.locks.some(({ what }) => what === 'skin' || what === 'face');
  if (view === null || asked || locked) return null;
  return {
    name: 'skin kept natural',
    why: `skin takes ${percent(view.area)} of the frame`,
    weight: 0.12 + Math.min(0.15, view.area),
    explicit: false,
    judge: (pair) => scoreNaturalSkin(pair, view),
  };
}

/** When only parts were asked for, the rest should stay. */
export function judgeRestKept({ reading, before, views }: Case): Judge | null {
  if (reading.styles.length > 0 || reading.goals.length === 0) return null;
  const parts: View[] = [];
  for (const { region } of reading.goals) {
    const view = region === null ? null : views.find(region);
    if (view === null) return null;
    parts.push(view);
  }
  const name = `rest of ${parts
    .map(({ key }) => key)
    .sort()
    .join('+')}`;
  const rest = within(before, WHOLE, name, (pixel) =>
    parts.every(({ weights }) => (weights?.[pixel] ?? 1) < 0.1) ? 1 : 0,
  );
  if (rest.area < 0.1) return null;
  return {
    name: 'rest of the picture left as it was',
    why: 'only a part was asked for',
    weight: 0.3,
    explicit: false,
    judge: (pair) => {
      const { deltaE } = colorChange(pair, rest);
      return { score: staySmall(deltaE, 1.5, 10), evidence: `the rest changed by ΔE00 ${deltaE.toFixed(1)}` };
    },
  };
}

/** When nothing was asked that sliders can do, the picture should come back as it was. */
export function judgeNothingAsked(): Judge {
  return {
    name: 'picture left as it was',
    why: 'nothing was asked that can be measured',
    weight: 1,
    explicit: false,
    judge: (pair) => {
      const { deltaE } = colorChange(pair, WHOLE);
      return {
        score: staySmall(deltaE, 0.5, 8),
        evidence: `the picture changed by ΔE00 ${deltaE.toFixed(1)}`,
      };
    },
  };
}
