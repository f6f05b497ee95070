import { ask, press, reads, run } from '../person.ts';
import { commit, type Faults } from './fault.ts';

/** Documents and layers of every kind. */
export const KINDS: Faults = {
  'the document has 16 bits': {
    before: (double) => void double.open({ width: 96, height: 64, depth: 16 }),
    act: commit,
    says: /Added one Camera Raw smart filter/,
    after: { history: ['Open', 'brighter'], filters: 1 },
  },
  'the document is CMYK of 16 bits and has no such filter': {
    before: (double) => void double.open({ width: 96, height: 64, depth: 16, mode: 'CMYK' }),
    act: commit,
    says: /Camera Raw [Ff]ilter.*not currently available/,
  },
  'the document is Lab': {
    before: (double) => void double.open({ width: 96, height: 64, mode: 'Lab' }),
    act: commit,
    says: /Camera Raw [Ff]ilter.*not currently available/,
  },
  'the document is grey and of 32 bits': {
    before: (double) => void double.open({ width: 96, height: 64, mode: 'Grayscale', depth: 32 }),
    act: commit,
    says: /Added one Camera Raw smart filter/,
    after: { history: ['Open', 'brighter'], filters: 1 },
  },
  'the document has indexed colours': {
    before: (double) => void double.open({ width: 96, height: 64, mode: 'Indexed' }),
    act: async () => {},
    says: /convert it with Image > Mode > RGB Color/,
  },
  'the document is in Quick Mask mode': {
    before: (double) => {
      double.open({ width: 96, height: 64 });
      double.quickMask(true);
    },
    act: async () => {},
    says: /Leave Quick Mask mode first/,
  },
  'everything is hidden': {
    before: (double) => void double.open({ width: 96, height: 64, layers: [{ visible: false }] }),
    act: (panel) => ask(panel, 'brighter'),
    says: /Nothing is visible/,
  },
  'the active layer is hidden, below others': {
    before: (double) => {
      double.open({
        width: 96,
        height: 64,
        layers: [{ name: 'a' }, { name: 'hidden', visible: false }, { background: true }],
      });
      double.choose('hidden');
    },
    act: commit,
    says: /Added one Camera Raw smart filter/,
    after: { history: ['Open', 'brighter'], filters: 1 },
  },
  'the layer that the edit should go into is locked': {
    before: (double) =>
      void double.open({
        width: 96,
        height: 64,
        layers: [{ name: 'locked', allLocked: true }, { name: 'b' }],
      }),
    async act(panel) {
      await run(panel, 'brighter');
      await press(panel, 'Options');
      await reads(panel, /“locked” is locked: unlock it, or use a new layer/);
    },
    says: /“locked” is locked/,
  },
};
