import { ask, press, run } from '../person.ts';
import { type Faults, photo, tryOut } from './fault.ts';

/** Documents and layers go, or go on, under our hands. */
export const DOCUMENTS: Faults = {
  'the document is closed while it is read': {
    before: (double) => {
      double.open({ title: 'stays.psd', width: 96, height: 64 });
      double.open({ width: 96, height: 64 });
      double.once('getPixels', () => double.close(double.activeId!));
    },
    act: (panel) => ask(panel, 'brighter'),
    elsewhere: true,
    says: /stays\.psd/,
  },
  'the last document is closed before commit': {
    before: photo,
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) => {
        double.close(double.activeId!);
        double.open({ title: 'empty.psd', width: 8, height: 8 });
      });
    },
    elsewhere: true,
    says: /empty\.psd/,
  },
  'the document is closed while the answer is made': {
    before: (double) => {
      double.open({ title: 'stays.psd', width: 96, height: 64 });
      double.open({ title: 'goes.psd', width: 96, height: 64 });
    },
    async act(panel) {
      await ask(panel, 'brighter');
      await panel.until((double) => double.played.length > 0 && !double.inModal);
      await panel.host((double) => double.close(double.activeId!));
    },
    elsewhere: true,
    says: /stays\.psd/,
  },
  'the document is closed while the commit waits for a dialog': {
    before: (double) => {
      double.open({ title: 'stays.psd', width: 96, height: 64 });
      double.open({ title: 'goes.psd', width: 96, height: 64 });
    },
    rules: { millisecondsPerSecond: 2000 },
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) => {
        const release = double.hold();
        setTimeout(() => {
          double.close(double.activeId!);
          release();
        }, 200);
      });
      await press(panel, 'Commit');
    },
    elsewhere: true,
    says: /stays\.psd/,
  },
  'our layer is deleted in the middle of a commit': {
    before: photo,
    async act(panel) {
      await run(panel, 'brighter');
      await panel.host((double) =>
        double.once('Adobe Camera Raw Filter', () => double.deleteLayer('RetouchIQ edit')),
      );
      await press(panel, 'Commit');
    },
    says: /Photoshop would not|is not there any more|No layer/i,
  },
  'the person deletes our layer while an alternative is tried': {
    before: photo,
    async act(panel) {
      await tryOut(panel);
      await panel.host((double) => double.deleteLayer('RetouchIQ edit'));
      await press(panel, 'Commit');
    },
    says: /Added one Camera Raw smart filter/,
    after: {
      history: ['Open', expect.stringContaining('RetouchIQ'), 'Delete Layer', 'brighter'] as string[],
      filters: 1,
    },
  },
  'the person works on while an alternative is tried': {
    before: (double) =>
      void double.open({ width: 96, height: 64, layers: [{ name: 'a' }, { name: 'b', background: true }] }),
    async act(panel) {
      await tryOut(panel);
      await panel.host((double) => double.paint('a'));
      await press(panel, 'Commit');
    },
    says: /You worked in the document meanwhile/,
    after: {
      history: ['Open', expect.stringContaining('RetouchIQ'), 'Brush Tool', 'brighter'] as string[],
      filters: 1,
    },
  },
  'the states of the trial fell off the history': {
    before: (double) =>
      void double.open({ width: 96, height: 64, layers: [{ name: 'a' }, { name: 'b', background: true }] }),
    rules: { historyLimit: 3 },
    async act(panel) {
      await tryOut(panel);
      await panel.host((double) => {
        for (let i = 0; i < 4; i++) double.paint('a');
      });
      await press(panel, 'Commit');
    },
    says: /Added/,
    after: { history: ['Brush Tool', 'Brush Tool', 'brighter'], filters: 1 },
  },
};
