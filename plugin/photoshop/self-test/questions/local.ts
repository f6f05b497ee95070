import type { Mask } from '#settings/settings.ts';
import { cameraRawDescriptor } from '../../camera-raw/descriptor.ts';
import { LOCAL_CORRECTIONS } from '../../camera-raw/keys.ts';
import { writeLocalCorrections } from '../../camera-raw/local-corrections.ts';
import { changeFilter } from '../../commands/filters.ts';
import { differ, type Probe, show } from '../probe.ts';
import { question } from '../question.ts';

const common = { combine: 'add', inverted: false } as const;
/** Full on the left half, nothing on the right one. */
const LEFT: Mask = { ...common, kind: 'linear', zeroX: 0.52, zeroY: 0.5, fullX: 0.48, fullY: 0.5 };
const LEFT_ELLIPSE: Mask = {
  ...common,
  kind: 'radial',
  top: -0.5,
  left: -0.45,
  bottom: 1.5,
  right: 0.5,
  angle: 0,
  feather: 10,
};
/** The grey all over. */
const GREY: Mask = { ...common, kind: 'luminance', lowNone: 0.1, lowFull: 0.2, highFull: 0.9, highNone: 1 };

function darker(...masks: readonly Mask[]) {
  return [{ name: 'Test <&">', active: true, amount: 1, values: { LocalExposure2012: -0.5 }, masks }];
}

/** Levels under local corrections alone. */
function under(probe: Probe, ...masks: readonly Mask[]) {
  return probe.levelsWith({ [LOCAL_CORRECTIONS]: writeLocalCorrections(darker(...masks)).xmp });
}

const localCorrectionsTaken = question({
  id: 'localCorrectionsTaken',
  question: 'Are gradients taken as local corrections?',
  expected: true,
  yes: 'they darken their side alone',
  no: 'they do nothing, or touch the other side',
  settles: 'whether masks can be applied at all',
  async ask(probe) {
    const linear = await under(probe, LEFT);
    const radial = await under(probe, LEFT_ELLIPSE);
    return {
      answer: [linear, radial].every(({ left, right }) => probe.isChanged(left) && !probe.isChanged(right)),
      seen: `linear ${show(linear.left)} | ${show(linear.right)}, radial ${show(radial.left)} | ${show(radial.right)}`,
    };
  },
});

const luminanceMasksTaken = question({
  id: 'luminanceMasksTaken',
  question: 'Are luminance ranges taken?',
  expected: true,
  yes: 'they are',
  no: 'they do nothing',
  settles: 'the form in which luminance ranges are written',
  async ask(probe) {
    const { left } = await under(probe, GREY);
    return { answer: probe.isChanged(left), seen: show(left) };
  },
});

const masksCombine = question({
  id: 'masksCombine',
  question: 'Do subtracting and intersecting masks work?',
  expected: true,
  yes: 'both do',
  no: 'not both do',
  settles: 'how combined masks are written',
  async ask(probe) {
    const subtracted = await under(probe, GREY, { ...LEFT, combine: 'subtract' });
    const intersected = await under(probe, GREY, { ...LEFT, combine: 'intersect' });
    return {
      answer:
        !probe.isChanged(subtracted.left) &&
        probe.isChanged(subtracted.right) &&
        probe.isChanged(intersected.left) &&
        !probe.isChanged(intersected.right),
      seen: `subtracted ${show(subtracted.left)} | ${show(subtracted.right)}, intersected ${show(intersected.left)} | ${show(intersected.right)}`,
    };
  },
});

const emptyListClears = question({
  id: 'emptyListClears',
  question: 'Does an empty list take earlier local corrections away?',
  expected: true,
  yes: 'it does',
  no: 'they stay',
  settles: 'changing a filter with masks into one without',
  ask: (probe) =>
    probe.within(async (scope) => {
      const layerId = await probe.smartObject(scope);
      await probe.applied(scope, layerId, { [LOCAL_CORRECTIONS]: writeLocalCorrections(darker(LEFT)).xmp });
      await scope.play(changeFilter(layerId, 1, cameraRawDescriptor({}, { replaces: true }).descriptor));
      const { left, right } = await probe.levels();
      return { answer: !differ(left, right), seen: `${show(left)} | ${show(right)}` };
    }),
});

/** A stroke down the left half, as Lightroom writes brushes; nobody has reported one that worked here. */
const STROKE =
  '<rdf:li><rdf:Description crs:What="Mask/Paint" crs:MaskActive="true" crs:MaskName="Brush 1" crs:MaskBlendMode="0"' +
  ' crs:MaskInverted="false" crs:MaskSyncID="0123456789ABCDEF0123456789ABCDEF" crs:MaskValue="1" crs:Radius="0.25"' +
  ' crs:Flow="1" crs:CenterWeight="1"><crs:Dabs><rdf:Seq><rdf:li>d 0.2 0.2</rdf:li><rdf:li>d 0.2 0.5</rdf:li>' +
  '<rdf:li>d 0.2 0.8</rdf:li></rdf:Seq></crs:Dabs></rdf:Description></rdf:li>';

const brushesTaken = question({
  id: 'brushesTaken',
  question: 'Are brushes taken as local corrections?',
  expected: false,
  yes: 'they are',
  no: 'they do nothing',
  settles: 'nothing yet: the plug-in makes no brushes',
  async ask(probe) {
    const { xmp } = writeLocalCorrections(darker(LEFT));
    const painted = xmp.replace(/<rdf:li crs:What="Mask\/Gradient"[^>]*\/>/, STROKE);
    const { left, right } = await probe.levelsWith({ [LOCAL_CORRECTIONS]: painted });
    return { answer: differ(left, right), seen: `${show(left)} | ${show(right)}` };
  },
});

/** About `$LCs`. */
export const LOCAL_QUESTIONS = [
  localCorrectionsTaken,
  luminanceMasksTaken,
  masksCombine,
  emptyListClears,
  brushesTaken,
] as const;
