import { cameraRawDescriptor } from '../../camera-raw/descriptor.ts';
import { CAMERA_RAW_KEYS } from '../../camera-raw/keys.ts';
import { readFilter } from '../../camera-raw/read-back.ts';
import { differ, type Probe, show } from '../probe.ts';
import { question } from '../question.ts';

/** A whole stop darker, as a real. */
const DARKER = { $Ex12: -1.0001 };

const filterRuns = question({
  id: 'filterRuns',
  question: 'Does the Camera Raw Filter run on a smart object without its dialog?',
  expected: true,
  yes: 'it runs and changes the picture',
  no: 'it leaves the picture as it is',
  settles: 'whether edits can be applied at all',
  async ask(probe) {
    const { left } = await probe.levelsWith(DARKER);
    return { answer: probe.isChanged(left), seen: `${show(probe.grey)} at −1 EV: ${show(left)}` };
  },
});

const filterReadsBack = question({
  id: 'filterReadsBack',
  question: 'Can its settings and its id be read back?',
  expected: true,
  yes: 'both come back',
  no: 'not both come back',
  settles: 'comparing what was sent with what is held, and finding our filter again',
  ask: (probe) =>
    probe.within(async (scope) => {
      const { filter } = await probe.applied(scope, await probe.smartObject(scope), { ...DARKER, $Cl12: 7 });
      if (filter === undefined) return { answer: false, seen: 'no filter in the reply' };
      const { settings, versions, others } = readFilter(filter.filter);
      const complete = settings['Exposure2012'] === -1 && settings['Clarity2012'] === 7;
      const words = [...Object.entries(versions), ...Object.entries(others)].map(
        ([key, value]) => `${key} ${JSON.stringify(value)}`,
      );
      return {
        answer: complete && filter.filterID !== undefined,
        seen: `id ${filter.filterID ?? 'none'}; filled in: ${words.join(', ') || 'nothing'}`,
      };
    }),
});

const neutralIsNeutral = question({
  id: 'neutralIsNeutral',
  question: 'Does the descriptor without an edit leave the picture as it is?',
  expected: true,
  yes: 'not a level changes',
  no: 'levels change',
  settles: 'whether a stated neutral value is really neutral',
  async ask(probe) {
    const { left } = await probe.levelsWith(cameraRawDescriptor({}).descriptor);
    return { answer: Math.abs(left - probe.grey) < 0.5, seen: `${show(probe.grey)} becomes ${show(left)}` };
  },
});

const everyKeyIsTaken = question({
  id: 'everyKeyIsTaken',
  question: 'Does every key come back with the value that was sent?',
  expected: true,
  yes: 'all do',
  no: 'some do not',
  settles: 'the table of keys',
  async ask(probe) {
    const wanted = await probe.within(async (scope) => {
      const { descriptor } = cameraRawDescriptor(FAR_FROM_NEUTRAL);
      const { filter } = await probe.applied(scope, await probe.smartObject(scope), descriptor);
      const held = filter?.filter ?? {};
      return CAMERA_RAW_KEYS.filter(({ key }) => !isHeld(held[key], descriptor[key]));
    });
    const missing = wanted.map(({ key, parameter }) => `${key} (${parameter.name})`);
    return { answer: missing.length === 0, seen: missing.join(', ') || `${CAMERA_RAW_KEYS.length} keys` };
  },
});

/** A whole step away from neutral everywhere, inside of every range. */
const FAR_FROM_NEUTRAL = Object.fromEntries(
  CAMERA_RAW_KEYS.map(({ parameter }) => [
    parameter.name,
    parameter.kind === 'curve'
      ? ([
          [0, 2],
          [128, 130],
          [255, 253],
        ] as const)
      : parameter.neutral + (parameter.step < 1 ? 0.3 : 1),
  ]),
);

function isHeld(held: unknown, sent: unknown): boolean {
  if (typeof held === 'number' && typeof sent === 'number') return Math.abs(held - sent) < 0.01;
  return JSON.stringify(held) === JSON.stringify(sent);
}

const rangesAsExpected = question({
  id: 'rangesAsExpected',
  question: 'Do the sliders end where we think?',
  expected: true,
  yes: 'all of them',
  no: 'not all of them',
  settles: 'the ranges of the parameters',
  async ask(probe) {
    const sliders = CAMERA_RAW_KEYS.flatMap(({ key, parameter }) =>
      parameter.kind === 'number' ? [{ key, parameter }] : [],
    );
    const odd: string[] = [];
    for (const { end, beyond } of [
      { end: 'maximum', beyond: 9999 },
      { end: 'minimum', beyond: -9999 },
    ] as const) {
      const held = await heldBeyond(probe, beyond);
      for (const { key, parameter } of sliders) {
        const got = held[key];
        // A hue counts to 359 or 360. What was not limited, or not kept, tells nothing of the range.
        if (typeof got !== 'number' || Math.abs(got) > 9000 || parameter.unit === 'degrees') continue;
        if (Math.abs(got - parameter[end]) > parameter.step) odd.push(`${key} ${end} ${got}`);
      }
    }
    return { answer: odd.length === 0, seen: odd.join(', ') || 'none ends elsewhere' };
  },
});

function heldBeyond(probe: Probe, beyond: number): Promise<Readonly<Record<string, unknown>>> {
  return probe.within(async (scope) => {
    const keys = CAMERA_RAW_KEYS.flatMap(({ key, spelling }) =>
      spelling === 'curve' ? [] : [[key, spelling === 'real' ? beyond + 0.5 : beyond] as const],
    );
    const { filter } = await probe.applied(scope, await probe.smartObject(scope), Object.fromEntries(keys));
    return filter?.filter ?? {};
  });
}

const integerExposureIgnored = question({
  id: 'integerExposureIgnored',
  question: 'Is an exposure in whole numbers ignored?',
  expected: true,
  yes: 'it is: nothing changes',
  no: 'it is taken',
  settles: 'why exposures are moved off whole numbers',
  async ask(probe) {
    const { left } = await probe.levelsWith({ $Ex12: -2 });
    return { answer: !probe.isChanged(left), seen: `${show(probe.grey)} at −2 EV: ${show(left)}` };
  },
});

const integerRadiusTaken = question({
  id: 'integerRadiusTaken',
  question: 'Is a sharpening radius in whole numbers taken?',
  expected: false,
  yes: 'it is',
  no: 'it is ignored',
  settles: 'why radii are moved off whole numbers',
  ask: (probe) =>
    probe.within(async (scope) => {
      const keys = { sharpen: 40, $ShpR: 2, $ShpD: 25, $ShpM: 0 };
      const { filter } = await probe.applied(scope, await probe.smartObject(scope), keys);
      const held = filter?.filter['$ShpR'];
      return { answer: held === 2, seen: `held: ${String(held)}` };
    }),
});

const splitsNeeded = question({
  id: 'splitsNeeded',
  question: 'Does the parametric curve do nothing without its splits?',
  expected: true,
  yes: 'nothing',
  no: 'it works without them',
  settles: 'why the splits are always stated',
  async ask(probe) {
    const curve = { $PC_D: -80, $PC_L: -80 };
    const bare = await probe.levelsWith(curve);
    const split = await probe.levelsWith({ ...curve, $PC_1: 25, $PC_2: 50, $PC_3: 75 });
    return {
      answer: !probe.isChanged(bare.left),
      seen: `${show(bare.left)} without, ${show(split.left)} with them`,
    };
  },
});

const shadowTintKey = question({
  id: 'shadowTintKey',
  question: 'Is $BlkB the shadow tint of the calibration?',
  expected: false,
  yes: 'it changes the picture',
  no: 'it does nothing to dark greys',
  settles: 'whether Shadow tint could be sent; it is left out',
  async ask(probe) {
    const dark = { $Ex12: -2.5001 };
    const plain = await probe.levelsWith(dark);
    const tinted = await probe.levelsWith({ ...dark, $BlkB: 100 });
    return { answer: differ(plain.left, tinted.left), seen: `${show(plain.left)} and ${show(tinted.left)}` };
  },
});

/** About the filter and its keys. */
export const FILTER_QUESTIONS = [
  filterRuns,
  filterReadsBack,
  neutralIsNeutral,
  everyKeyIsTaken,
  rangesAsExpected,
  integerExposureIgnored,
  integerRadiusTaken,
  splitsNeeded,
  shadowTintKey,
] as const;
