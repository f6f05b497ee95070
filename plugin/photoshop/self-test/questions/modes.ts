import { CAMERA_RAW_FILTER } from '../../camera-raw/keys.ts';
import { applyFilter } from '../../commands/filters.ts';
import { toSmartObject } from '../../commands/layers.ts';
import { inAnotherDocument } from '../other-document.ts';
import { type Probe, show } from '../probe.ts';
import { question, type Reply } from '../question.ts';
import type { DocumentKind } from '../test-document.ts';

const SETTLES = 'whether documents of this kind can be retouched';

/** Much darker, white too: exposure alone leaves white as it is. */
const CHANGE = { _obj: CAMERA_RAW_FILTER, $Ex12: -2.0001, $Wh12: -100, curve: [0, 0, 255, 128] };

async function runsIn(probe: Probe, kind: DocumentKind): Promise<Reply> {
  return inAnotherDocument(probe, kind, async (document, scope) => {
    const before = await probe.levels(document);
    try {
      await scope.play(toSmartObject());
      await scope.play(applyFilter(CHANGE));
    } catch (error) {
      scope.check();
      return { answer: false, seen: error instanceof Error ? error.message : '' };
    }
    const after = await probe.levels(document);
    return {
      answer: after.left < before.left - 20,
      seen: `${show(before.left)} becomes ${show(after.left)}`,
    };
  });
}

const runsInGrey = question({
  id: 'runsInGrey',
  question: 'Does the filter run in Grayscale documents?',
  expected: true,
  yes: 'it does',
  no: 'it does not',
  settles: SETTLES,
  ask: (probe) => runsIn(probe, { mode: 'grayscaleMode', depth: 8 }),
});

const runsInCmyk = question({
  id: 'runsInCmyk',
  question: 'Does the filter run in CMYK documents?',
  expected: false,
  yes: 'it does',
  no: 'it does not',
  settles: SETTLES,
  ask: (probe) => runsIn(probe, { mode: 'CMYKColorMode', depth: 8 }),
});

const runsInLab = question({
  id: 'runsInLab',
  question: 'Does the filter run in Lab documents?',
  expected: false,
  yes: 'it does',
  no: 'it does not',
  settles: SETTLES,
  ask: (probe) => runsIn(probe, { mode: 'labColorMode', depth: 8 }),
});

const runsIn16Bits = question({
  id: 'runsIn16Bits',
  question: 'Does the filter run in documents of 16 bits?',
  expected: true,
  yes: 'it does',
  no: 'it does not',
  settles: SETTLES,
  ask: (probe) => runsIn(probe, { mode: 'RGBColorMode', depth: 16 }),
});

const runsIn32Bits = question({
  id: 'runsIn32Bits',
  question: 'Does the filter run in documents of 32 bits?',
  expected: true,
  yes: 'it does',
  no: 'it does not',
  settles: SETTLES,
  ask: (probe) => runsIn(probe, { mode: 'RGBColorMode', depth: 32 }),
});

/** About documents of other kinds than 8-bit RGB. */
export const MODE_QUESTIONS = [runsInGrey, runsInCmyk, runsInLab, runsIn16Bits, runsIn32Bits] as const;
