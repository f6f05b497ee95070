import { ask, press, run } from '../person.ts';
import { type Faults, photo } from './fault.ts';

/** The host refuses or breaks. */
export const REFUSALS: Faults = {
  'the host fails inside of a command': {
    before: photo,
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) => double.failOnce('Adobe Camera Raw Filter'));
      await press(panel, 'Commit');
    },
    says: /A program error occurred/,
  },
  'the host fails after the filter was applied': {
    before: photo,
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) =>
        double.once('Adobe Camera Raw Filter', () => double.failOnce('get', 'Reading failed')),
      );
      await press(panel, 'Commit');
    },
    says: /Reading failed/,
  },
  'the pixels cannot be read': {
    before: (double) => {
      double.open({ width: 96, height: 64 });
      double.failOnce('getPixels', 'Scratch disks are full');
    },
    act: (panel) => ask(panel, 'brighter'),
    says: /did not give the pixels of the document \(Scratch disks are full/,
  },
  'the pixels fail on the way over': {
    before: (double) => {
      double.open({ width: 96, height: 64 });
      double.failOnce('getData', 'Out of memory');
    },
    act: (panel) => ask(panel, 'brighter'),
    says: /Out of memory/,
  },
  'a picture cannot be encoded': {
    before: (double) => {
      double.open({ width: 96, height: 64 });
      double.before(({ command }) => {
        if (command === 'encodeImageData') throw new Error('Encoder failed');
      });
    },
    async act(panel) {
      await ask(panel, 'brighter');
      await panel.page.getByRole('option').first().waitFor();
    },
    says: /Brighter/,
  },
  'a smart object has lost its file': {
    before: (double) => void double.open({ width: 96, height: 64, layers: [{ smartObject: 'missing' }] }),
    async act(panel) {
      await press(panel, 'Options');
      await panel.page.getByRole('radio', { name: /^Layer/ }).click();
      await press(panel, 'Back');
      await ask(panel, 'brighter');
    },
    says: /linked file is missing/,
  },
};
